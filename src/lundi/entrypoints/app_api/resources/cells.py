"""Values of pulses: as API v2 gives them, or in a form of their own, told apart by `type`. One without a value clears the cell."""

from typing import Annotated, Any, TypeAlias

import msgspec

from lundi.core.errors import Invalid
from lundi.core.work import Work
from lundi.domains.column_types.column_type import Stored
from lundi.domains.column_types.palette import PALETTE
from lundi.domains.files.actions import set_files, settle_files
from lundi.domains.files.schemas import Linked
from lundi.domains.pulses import value_actions
from lundi.domains.pulses.input_actions import change_values
from lundi.entrypoints.app_api.operation import put
from lundi.entrypoints.app_api.shapes import Id, LongText, Title

Index = Annotated[int, msgspec.Meta(ge=0, le=max(PALETTE))]


class SetValue(msgspec.Struct, tag="value"):
    """JSON as API v2 takes it for the column's type, or its simple text."""

    value: Any = None


class SetStatus(msgspec.Struct, tag="status"):
    """A colour, labelled or not."""

    index: Index | None = None


class SetTags(msgspec.Struct, tag="tags"):
    """New names become tags."""

    names: Annotated[list[Title], msgspec.Meta(max_length=100)] | None = None


class SetVote(msgspec.Struct, tag="vote"):
    """One's own."""

    votes: bool = False


class KeptFile(msgspec.Struct):
    """One of the pulse's files by its asset's id, or a link."""

    name: Title
    asset_id: Id | None = None
    url: LongText | None = None
    service: Title = "link"


class SetFiles(msgspec.Struct, tag="files"):
    """Those that are to be in the cell: fewer of them, in another order, or such as were taken out a while ago."""

    files: Annotated[list[KeptFile], msgspec.Meta(max_length=1000)] = []


Change: TypeAlias = SetValue | SetStatus | SetTags | SetVote | SetFiles


class Changed(msgspec.Struct):
    """The value as rows show it; None where it was cleared."""

    value: Any


@put("/boards/{board_id}/pulses/{pulse_id}/values/{column_id}")
async def change_value(
    work: Work, board_id: int, pulse_id: int, column_id: str, given: Change
) -> Changed:
    """Set or clear what is in a cell."""
    return Changed(await _set(work, (board_id, column_id, pulse_id), given))


async def _set(work: Work, cell: tuple[int, str, int], given: Change) -> Stored | None:
    match given:
        case SetValue(value):
            board_id, column_id, pulse_id = cell
            pulse = await change_values(work, board_id, pulse_id, {column_id: value})
            await settle_files(work)
            return pulse.values.get(column_id)
        case SetStatus(index):
            return await value_actions.set_status(work, *cell, index=index)
        case SetTags(names):
            stored, _ = await value_actions.set_tags(work, *cell, names)
            return stored
        case SetVote(votes):
            return await value_actions.set_vote(work, *cell, votes=votes)
        case SetFiles(files):
            board_id, column_id, pulse_id = cell
            wanted = [_wanted(one) for one in files]
            pulse = await set_files(work, board_id, pulse_id, column_id, wanted)
            return pulse.values.get(column_id)


def _wanted(file: KeptFile) -> int | Linked:
    if file.asset_id is not None:
        return file.asset_id
    if not file.url:
        raise Invalid("A file has an asset_id, and a link a url.")
    return Linked(file.url, file.name, file.service)
