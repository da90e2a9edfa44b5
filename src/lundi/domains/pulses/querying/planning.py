"""From the description of a query to a plan: which columns it means, and what their types make of its rules."""

from collections.abc import Sequence
from datetime import UTC, tzinfo
from typing import Any

import msgspec

from lundi.core.errors import Invalid, NotFound
from lundi.core.folding import folded
from lundi.core.work import Work
from lundi.domains.accounts.queries import all_users
from lundi.domains.boards.queries import columns_of_boards
from lundi.domains.boards.schemas import Board, Column
from lundi.domains.column_types import creation_log, last_updated, name
from lundi.domains.column_types.column_type import Around, ColumnType, Person
from lundi.domains.column_types.conditions import Equals, Look, Not, Reads
from lundi.domains.column_types.filtering import Rule as TypeRule
from lundi.domains.column_types.inputs import quoted
from lundi.domains.column_types.operators import SET
from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.domains.pulses.querying.description import (
    MOST_RULES,
    MOST_VALUES,
    By,
    Query,
    Rule,
    Rules,
)
from lundi.domains.pulses.querying.plans import Every, On, Plan, Some, Sorted, Where
from lundi.domains.tags.queries import tags_of_board
from lundi.domains.teams.queries import all_teams

GROUP = "group"
_PSEUDO: dict[str, ColumnType] = {
    "name": name.TYPE,
    "__creation_log__": creation_log.TYPE,
    "__last_updated__": last_updated.TYPE,
}
_WITH_WORDS = {
    *("text", "long_text", "email", "link", "phone", "location", "numeric"),
    *("status", "dropdown", "person", "team", "tags", "country"),
}


class UnsupportedRule(Invalid):
    """The column's type doesn't take that operator."""


async def plan(work: Work, board: Board, query: Query, zone: tzinfo = UTC) -> Plan:
    """Of a board that was found already. Raises Invalid, UnsupportedRule, or NotFound for a column that isn't there."""
    if not query.column_ids and not query.words:
        return Plan()
    planner = await planner_for(
        work, board, query.column_ids, with_words=bool(query.words), zone=zone
    )
    return Plan(planner.found_by(query), planner.order(query.order))


async def plan_exact(work: Work, board: Board, columns: Sequence[tuple[str, list[str]]]) -> Plan:
    """Of pulses that in each of the columns read as one of the texts. Raises as `plan`."""
    if len(columns) > MOST_RULES:
        raise Invalid(f"At most {MOST_RULES} columns can be looked through at once.")
    if any(len(texts) > MOST_VALUES for _, texts in columns):
        raise Invalid(f"At most {MOST_VALUES:,} values can be looked for in a column.")
    planner = await planner_for(work, board, {column_id for column_id, _ in columns})
    return Plan(Every(tuple(planner.exact(*one) for one in columns)))


async def planner_for(
    work: Work,
    board: Board,
    column_ids: set[str],
    *,
    with_words: bool = False,
    zone: tzinfo = UTC,
) -> "Planner":
    """With what the types of those columns look things up in, and `with_words` those where words are looked for."""
    columns = {c.id: c for c in (await columns_of_boards(work, {board.id}))[board.id]}
    types = {columns[one].type for one in column_ids if one in columns}
    if with_words:
        types |= _WITH_WORDS & {column.type for column in columns.values()}
    around = Around(zone=zone, viewer_id=work.actor.user_id or 0, now=work.now)
    named: dict[str, Any] = {}
    if "person" in types:
        named["users"] = {
            user.id: Person(user.name, user.id, "", user.is_guest) for user in await all_users(work)
        }
    if types & {"person", "team"}:
        named["teams"] = {team.id: team.name for team in await all_teams(work)}
    if "tags" in types:
        named["tags"] = {tag.id: tag.name for tag in await tags_of_board(work, board)}
    return Planner(board, columns, msgspec.structs.replace(around, **named))


class Planner:
    def __init__(self, board: Board, columns: dict[str, Column], around: Around) -> None:
        self._board = board
        self._columns = columns
        self._around = around

    def has(self, column_id: str) -> bool:
        return column_id in self._columns

    def found_by(self, query: Query) -> Where:
        """Without its ids."""
        rules = self.rules(query.where)
        return Every((rules, self.words(query.words))) if query.words else rules

    def rules(self, rules: Rules) -> Where:
        parts = tuple(
            self.rules(one) if isinstance(one, Rules) else self._rule(one) for one in rules.of
        )
        return Some(parts) if parts and rules.is_any else Every(parts)

    def exact(self, column_id: str, texts: list[str]) -> Where:
        kind, around = self.kind(column_id)
        if kind.filters is None:
            raise UnsupportedRule(
                f"Items can't be found by the {kind.in_v2} column {quoted(column_id)}."
            )
        return On(kind.filters.reading_as(texts, around), column_id)

    def words(self, words: str) -> Where:
        """Each of them in the name, or in a column that is read as words."""
        return Every(tuple(self._word(folded(word)) for word in words.split()))

    def order(self, order: Sequence[By]) -> tuple[Sorted, ...]:
        found = []
        for by in order:
            kind, around = self.kind(by.column_id)
            if kind.filters is None or kind.filters.order is None:
                raise UnsupportedRule(
                    f"Items can't be sorted by the {kind.in_v2} column {quoted(by.column_id)}."
                )
            found.append(Sorted(kind.filters.order(around), by.column_id, by.descending))
        return tuple(found)

    def _rule(self, rule: Rule) -> Where:
        if rule.column_id == GROUP and GROUP not in self._columns:
            return self._group(rule)
        kind, around = self.kind(rule.column_id)
        filters = kind.filters
        if filters is None or rule.operator not in kind.operators:
            raise self._unsupported(rule, kind.in_v2)
        asked = TypeRule(rule.operator, rule.values, rule.attribute)
        return On(filters.condition(asked, around), rule.column_id)

    def _group(self, rule: Rule) -> Where:
        if rule.operator not in SET:
            raise self._unsupported(rule, GROUP)
        groups = Equals(Look(fact="group_id"), tuple(folded(str(one)) for one in rule.values))
        return On(groups if rule.operator == "any_of" else Not(groups), GROUP)

    def _word(self, word: str) -> Where:
        found = [On(Reads(Look(fact="name"), word), "name")]
        for column_id, column in self._columns.items():
            kind, around = self.kind(column_id)
            if column.type in _WITH_WORDS and kind.filters and kind.filters.text:
                found.append(On(kind.filters.text(word, False, around), column_id))
        return Some(tuple(found))

    def kind(self, column_id: str) -> tuple[ColumnType, Around]:
        column = self._columns.get(column_id)
        if column is not None:
            around = msgspec.structs.replace(self._around, settings=column.settings)
            return COLUMN_TYPES[column.type], around
        kind = _PSEUDO.get(column_id)
        if kind is None:
            raise NotFound(
                f"There is no column {quoted(column_id)} on board {self._board.id}.",
                column_id=column_id,
                board_id=self._board.id,
            )
        return kind, self._around

    def _unsupported(self, rule: Rule, kind: str) -> UnsupportedRule:
        return UnsupportedRule(
            f'Operator "{rule.operator}" is not supported yet in the API for the {kind} column'
            f' "{rule.column_id[:80]}".'
        )
