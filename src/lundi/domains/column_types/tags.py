"""Tags of the account or the board. Stored: {"tag_ids"}, in the order given."""

from lundi.domains.column_types.column_type import ColumnType, Stored


def stored(tag_ids: list[int]) -> Stored:
    return {"tag_ids": list(dict.fromkeys(tag_ids))}


TYPE = ColumnType(name="tags", shown_as="tag", sort_key=lambda value: tuple(value["tag_ids"]))
