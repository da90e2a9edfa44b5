"""The engine against a filter in plain Python: random boards, rules within rules and orders, on both engines."""

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lundi.core import clock
from lundi.core.work import Work
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.group_actions import create_group
from lundi.domains.boards.typed_columns import create_typed_column
from lundi.domains.pulses.input_actions import create_pulse_with
from lundi.domains.pulses.querying.description import read_query
from lundi.domains.pulses.querying.pages import find_ids
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.tags.actions import tags_named
from tests.company import Company
from tests.domains.querying.plain import LABELS, OPTIONS, TODAY, Item, fits, in_order

NOW = clock.from_datetime(
    datetime.datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=datetime.UTC)
)
KINDS = {
    "text": "text",
    "long": "long_text",
    "number": "numbers",
    "status": "status",
    "drop": "dropdown",
    "day": "date",
    "who": "people",
    "check": "checkbox",
    "span": "timeline",
    "stars": "rating",
    "mail": "email",
    "site": "link",
    "land": "country",
    "marks": "tags",
}
SETTINGS: dict[str, Any] = {
    "status": {"labels": LABELS},
    "drop": {"labels": [{"id": key, "name": name} for key, name in OPTIONS.items()]},
}
WORDS = ["", "Alpha", "beta gamma", "100% sure", "a_b", "Ünïted Ö", "ünïted", "b\\c", "done Alpha"]
DAYS = ["2026-03-01", "2026-03-17", "2026-03-18", "2026-03-20", "2026-04-02"]
PEOPLE = ("member", "admin", "viewer")
TEXT_OPS = ["contains_text", "not_contains_text", "contains_terms", "starts_with"]
RANGES = ["greater_than", "greater_than_or_equals", "lower_than", "lower_than_or_equal"]

words = st.sampled_from([word for word in WORDS if word])
CHOICES: dict[str, list[Any]] = {
    "text": WORDS[1:],
    "long": WORDS[1:],
    "number": ["0", "-3", "1.5", "10", "9", "1000000"],
    "status": [0, 1, 2],
    "drop": [[1], [2], [3, 1], [2, 3]],
    "day": DAYS,
    "who": [["member"], ["admin", "viewer"], ["viewer"]],
    "check": [True],
    "span": [("2026-03-01", "2026-03-05"), ("2026-03-18", "2026-04-01")],
    "stars": [1, 3, 5],
    "mail": [("a@b.example", "Ada"), ("Bo@b.example", "bo@b.example")],
    "site": [("https://a.example", "Alpha"), ("https://b.example", "")],
    "land": ["DE", "FR", "US"],
    "marks": [["urgent"], ["later", "urgent"]],
}
VALUES = {column_id: st.sampled_from(those) for column_id, those in CHOICES.items()}
items = st.lists(
    st.fixed_dictionaries(
        {
            "name": words,
            "group": st.sampled_from([0, 1]),
            "values": st.fixed_dictionaries({}, optional=VALUES),
        }
    ),
    min_size=1,
    max_size=8,
)
orders = st.lists(
    st.fixed_dictionaries(
        {
            "column_id": st.sampled_from(["name", "text", "number", "day", "status"]),
            "direction": st.sampled_from(["asc", "desc"]),
        }
    ),
    max_size=2,
)


NEEDLES = [
    "a",
    "ALPHA",
    "beta GAMMA",
    "%",
    "_",
    "\\",
    "ünï",
    "Ünited",
    "do",
    "on it",
    "ada",
    "v",
    "z",
]
TEXTS: dict[str, list[str]] = {
    **dict.fromkeys(["text", "long", "drop", "who", "mail", "site", "land", "name"], TEXT_OPS),
    "status": ["contains_text", "contains_terms"],
    "check": ["contains_text", "contains_terms"],
    "marks": ["contains_text", "not_contains_text", "contains_terms"],
}
SETS: dict[str, list[Any]] = {
    "text": [*WORDS, "alpha"],
    "long": [*WORDS, "alpha"],
    "name": [word for word in WORDS if word],
    "number": [0, "1.5", 10.0, ""],
    "status": [0, 1, "2", "Done", ""],
    "drop": [1, 2, ""],
    "day": [*DAYS, "TODAY", "TOMORROW", "THIS_WEEK", "THIS_MONTH", ""],
    "span": DAYS,
    "stars": [1, 5, "3", ""],
    "mail": ["ada", "bo@B.example", ""],
    "site": ["alpha", "https://B.example"],
    "who": ["member", "admin", ""],
    "marks": ["urgent", "later"],
    "group": [0, 1],
}
BOUNDS: dict[str, list[Any]] = {"number": [0, "9", 1.5], "day": [*DAYS, "THIS_WEEK", "TODAY"]}


def _rule(column_id: str, operator: str, value: Any) -> dict[str, Any]:
    return {"column_id": column_id, "operator": operator, "compare_value": value}


EACH_RULE = [
    *(
        _rule(column_id, operator, needle)
        for column_id, operators in TEXTS.items()
        for operator in operators
        for needle in NEEDLES
    ),
    *(
        _rule(column_id, operator, values)
        for column_id, those in SETS.items()
        for operator in ("any_of", "not_any_of")
        for values in [*([one] for one in those), those[:2]]
    ),
    *(_rule(one, operator, []) for one in KINDS for operator in ("is_empty", "is_not_empty")),
    *(
        _rule(column_id, operator, bound)
        for column_id, bounds in BOUNDS.items()
        for operator in RANGES
        for bound in bounds
    ),
    *(_rule("day", "between", [low, high]) for low in DAYS for high in DAYS),
]


def _nth_rule(place: int) -> dict[str, Any]:
    return EACH_RULE[place]


single = st.integers(0, len(EACH_RULE) - 1).map(_nth_rule)
rules = st.recursive(
    st.fixed_dictionaries(
        {"rules": st.lists(single, max_size=3), "operator": st.sampled_from(["and", "or"])}
    ),
    lambda inner: st.fixed_dictionaries(
        {
            "rules": st.lists(single, max_size=2),
            "groups": st.lists(inner, max_size=2),
            "operator": st.sampled_from(["and", "or"]),
        }
    ),
    max_leaves=3,
)


class Board:
    """A board with a column of each kind, on which items come and go."""

    def __init__(self, company: Company) -> None:
        self.company = company
        self.id = company.board()["id"]
        self.tags: dict[str, int] = {}
        self.groups: list[str] = []
        self.names: dict[str, str] = {
            str(company.ids[one]): one.replace("_", " ").title() for one in PEOPLE
        }
        company.write("member", self._furnish)

    async def _furnish(self, work: Work) -> None:
        for column_id, kind in KINDS.items():
            await create_typed_column(
                work,
                self.id,
                title=column_id,
                type_name=kind,
                column_id=column_id,
                settings=SETTINGS.get(column_id),
            )
        board = await board_to_read(work, self.id)
        for tag in await tags_named(work, board, ["urgent", "later"]):
            self.tags[tag.name] = tag.id
            self.names[str(tag.id + 10**9)] = tag.name
        second = await create_group(work, self.id, "Second", None, at_bottom=True)
        self.groups = ["topics", second.id]

    async def create(self, work: Work, one: dict[str, Any], *, at_bottom: bool = False) -> Pulse:
        return await create_pulse_with(
            work,
            self.id,
            creator_id=None,
            name=one["name"],
            group_id=self.groups[one["group"]],
            given=self.given(one["values"]),
            at_bottom=at_bottom,
        )

    def given(self, values: dict[str, Any]) -> dict[str, Any]:
        """As API v2 takes them."""
        ids = self.company.ids
        forms: dict[str, Any] = {
            "status": lambda v: {"index": v},
            "drop": lambda v: {"ids": v},
            "who": lambda v: {"personsAndTeams": [{"id": ids[one], "kind": "person"} for one in v]},
            "check": lambda v: {"checked": "true"},
            "span": lambda v: {"from": v[0], "to": v[1]},
            "stars": lambda v: {"rating": v},
            "mail": lambda v: {"email": v[0], "text": v[1]},
            "site": lambda v: {"url": v[0], "text": v[1]},
            "land": lambda v: {"countryCode": v, "countryName": v},
            "marks": lambda v: {"tag_ids": [self.tags[one] for one in v]},
        }
        return {key: forms[key](value) if key in forms else value for key, value in values.items()}

    def plain(self, values: dict[str, Any]) -> dict[str, Any]:
        ids = self.company.ids
        forms: dict[str, Any] = {
            "who": lambda v: [ids[one] for one in v],
            "marks": lambda v: [self.tags[one] + 10**9 for one in v],
        }
        return {key: forms[key](value) if key in forms else value for key, value in values.items()}

    def rule(self, rule: dict[str, Any], *, plain: bool) -> dict[str, Any]:
        """With the ids of this board in the places of names."""
        column_id, value = rule["column_id"], rule["compare_value"]
        if rule["operator"] in ("any_of", "not_any_of"):
            if column_id == "group":
                value = [self.groups[one] for one in value]
            if column_id == "who":
                value = [one and f"person-{self.company.ids[one]}" for one in value]
            if column_id == "marks":
                value = [self.tags[one] + (10**9 if plain else 0) for one in value]
        return {**rule, "compare_value": value}

    def rules(self, query: dict[str, Any], *, plain: bool) -> dict[str, Any]:
        return {
            "operator": query["operator"],
            "rules": [self.rule(one, plain=plain) for one in query["rules"]],
            "groups": [self.rules(one, plain=plain) for one in query.get("groups", [])],
        }


@pytest.fixture(scope="module")
def board(company: Company) -> Board:
    return Board(company)


def all_items() -> list[dict[str, Any]]:
    """Every value of every column once, others of it missing."""
    made = []
    for at in range(max(map(len, CHOICES.values()))):
        values = {one: those[at] for one, those in CHOICES.items() if at < len(those)}
        made.append({"name": WORDS[1 + at % (len(WORDS) - 1)], "group": at % 2, "values": values})
    return made


def compared(
    board: Board,
    made: list[dict[str, Any]],
    queries: list[tuple[dict[str, Any], list[dict[str, str]]]],
) -> list[tuple[dict[str, Any], list[int], list[int]]]:
    """What the engine and plain Python find, each with the query."""

    async def run(work: Work) -> None:
        there = []
        for one in made:
            pulse = await board.create(work, one, at_bottom=True)
            values = board.plain(one["values"])
            there.append(Item(pulse.id, one["name"], pulse.group_id, values))
        there.sort(key=lambda item: board.groups.index(item.group))
        known = await board_to_read(work, board.id)
        answers = []
        for query, order in queries:
            asked = read_query({**board.rules(query, plain=False), "order_by": order})
            plain = board.rules(query, plain=True)
            expected = [item for item in there if fits(item, plain, KINDS, board.names)]
            found = await find_ids(work, known, asked)
            answers.append((query, found, in_order(expected, order, KINDS)))
        raise Answer(answers)

    try:
        board.company.server.write(board.company.operator, run, now=NOW)
    except Answer as answer:
        return answer.compared
    raise AssertionError


def test_each_rule_alone(board: Board) -> None:
    queries: list[Any] = [({"operator": "and", "rules": [rule]}, []) for rule in EACH_RULE]
    answers = compared(board, all_items(), queries)
    wrong = [query["rules"][0] for query, found, expected in answers if found != expected]
    assert wrong == []
    # So that this tells something: most find some, and not all.
    telling = [query for query, found, _ in answers if 0 < len(found) < len(all_items())]
    assert len(telling) > len(EACH_RULE) / 3


@settings(max_examples=100)
@given(made=items, query=rules, order=orders)
def test_the_engine_finds_what_plain_python_finds(
    board: Board, made: list[dict[str, Any]], query: dict[str, Any], order: list[dict[str, str]]
) -> None:
    ((_, found, expected),) = compared(board, made, [(query, order)])
    assert found == expected


class Answer(Exception):
    """Carries what was found out of a transaction that is not to be kept."""

    def __init__(self, compared: list[tuple[dict[str, Any], list[int], list[int]]]) -> None:
        super().__init__()
        self.compared = compared
