"""What is asked of a board's pulses, and the views that keep it. Queries are written as those of API v2."""

from typing import Literal

import msgspec

from lundi.domains.pulses.querying import description
from lundi.domains.views import schemas as views
from lundi.domains.views.columns import column_order, grouping, hidden_columns


class Rule(msgspec.Struct):
    """As an ItemsQueryRule of API v2."""

    column_id: str
    operator: str
    compare_value: list[str | int | float | None]
    compare_attribute: str | msgspec.UnsetType = msgspec.UNSET


class Rules(msgspec.Struct):
    """As an ItemsQueryGroup of API v2."""

    operator: Literal["and", "or"]
    rules: list[Rule]
    groups: "list[Rules]"


class By(msgspec.Struct):
    column_id: str
    direction: Literal["asc", "desc"]


class PulseQuery(Rules):
    """As an ItemsQuery of API v2. `text`: words that all stand in a pulse's name or cells. `zone`: whose days are meant, as
    IANA names it.
    """

    order_by: list[By]
    text: str
    zone: str


class GroupedBy(By):
    """`hides_empty`: without labels that no pulse has."""

    hides_empty: bool


class Shown(msgspec.Struct):
    """Which pulses and columns of a board. `order`: the columns that come first, empty for the board's own order. `grouped_by`: None
    where the board's groups are shown.
    """

    filter: Rules
    sort: list[By]
    hidden: list[str]
    order: list[str]
    grouped_by: GroupedBy | None


class View(msgspec.Struct):
    """A table. `filter_user_id`, `filter_team_id`: of its pulses only those of theirs."""

    id: int
    name: str
    shown: Shown
    filter_user_id: int | None
    filter_team_id: int | None


def show_view(view: views.View) -> View:
    query = view.query
    shown = Shown(
        filter=_show_rules(query.where),
        sort=[By(by.column_id, _direction(by.descending)) for by in query.order],
        hidden=hidden_columns(view.settings),
        order=column_order(view.settings),
        grouped_by=_show_grouping(grouping(view.settings)),
    )
    return View(view.id, view.name, shown, view.filter_user_id, view.filter_team_id)


def _show_grouping(given: views.Grouping | None) -> GroupedBy | None:
    if given is None:
        return None
    return GroupedBy(given.column_id, _direction(given.is_descending), given.hides_empty)


def _direction(is_descending: bool) -> Literal["asc", "desc"]:
    return "desc" if is_descending else "asc"


def _show_rules(rules: description.Rules) -> Rules:
    return Rules(
        operator="or" if rules.is_any else "and",
        rules=[_show_rule(one) for one in rules.of if isinstance(one, description.Rule)],
        groups=[_show_rules(one) for one in rules.of if isinstance(one, description.Rules)],
    )


def _show_rule(rule: description.Rule) -> Rule:
    return Rule(rule.column_id, rule.operator, list(rule.values), rule.attribute or msgspec.UNSET)
