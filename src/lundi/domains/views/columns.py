"""Which columns a table shows, in which order, and by which it is grouped: what its settings say, written as TableViewSettings of API v2."""

from collections.abc import Sequence
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.views.schemas import Grouping


def hidden_columns(settings: dict[str, Any]) -> list[str]:
    return [
        one["column_id"]
        for one in _objects(_columns(settings), "column_properties")
        if one.get("visible") is False and isinstance(one.get("column_id"), str)
    ]


def column_order(settings: dict[str, Any]) -> list[str]:
    """Empty where it is the board's own."""
    order = _part(_columns(settings), "column_order", list)
    return [column_id for column_id in order if isinstance(column_id, str)]


def grouping(settings: dict[str, Any]) -> Grouping | None:
    """By the first of its conditions; None where the board's own groups are shown."""
    grouped = _part(settings, "group_by", dict)
    for one in _objects(grouped, "conditions"):
        if isinstance(one.get("columnId"), str):
            # What is in there isn't checked when it comes.
            match one:
                case {"config": {"sortSettings": {"direction": "DESC"}}}:
                    is_descending = True
                case _:
                    is_descending = False
            return Grouping(
                one["columnId"],
                is_descending=is_descending,
                hides_empty=grouped.get("hideEmptyGroups") is True,
            )
    return None


def with_grouping(settings: dict[str, Any], wanted: Grouping | None) -> dict[str, Any]:
    """What the settings say of further conditions stays, as long as this is what they say of the first."""
    if wanted == grouping(settings):
        return settings
    others = {name: part for name, part in settings.items() if name != "group_by"}
    if wanted is None:
        return others
    direction = "DESC" if wanted.is_descending else "ASC"
    condition = {
        "columnId": wanted.column_id,
        "config": {"sortSettings": {"direction": direction}},
    }
    return {
        **others,
        "group_by": {"conditions": [condition], "hideEmptyGroups": wanted.hides_empty},
    }


def with_columns(
    settings: dict[str, Any], known: Sequence[str], hidden: Sequence[str], order: Sequence[str]
) -> dict[str, Any]:
    """The settings with these columns hidden and in this order, and without any that isn't `known`."""
    shown = {name: part for name, part in _columns(settings).items() if name != "column_order"}
    shown["column_properties"] = [{"column_id": one, "visible": one not in hidden} for one in known]
    if order:
        shown["column_order"] = [one for one in order if one in known]
    grouped = _part(settings, "group_by", dict)
    if grouped:
        by = [one for one in _objects(grouped, "conditions") if one.get("columnId") in known]
        settings = {**settings, "group_by": {**grouped, "conditions": by}}
    return {**settings, "columns": shown}


def named_columns(settings: dict[str, Any]) -> list[Any]:
    """Those of the subitems' board are not looked at."""
    shown = _columns(settings)
    grouped = _part(settings, "group_by", dict)
    named = list(_part(shown, "column_order", list))
    named += [one.get("column_id") for one in _objects(shown, "column_properties")]
    return named + [one.get("columnId") for one in _objects(grouped, "conditions")]


def _columns(settings: dict[str, Any]) -> dict[str, Any]:
    return dict(_part(settings, "columns", dict))


def _objects(given: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = _part(given, name, list)
    if not all(isinstance(one, dict) for one in found):
        raise Invalid(f"{name} is a list of objects.")
    return list(found)


def _part(given: dict[str, Any], name: str, form: type) -> Any:
    part = given.get(name)
    if part is None:
        return form()
    if not isinstance(part, form):
        raise Invalid(f"{name} is {'a list' if form is list else 'an object'}.")
    return part
