"""Pulses, groups and columns are put where they are wanted, and nothing else moves."""

import asyncio

import pytest

from lundi.core.errors import Conflict, Forbidden, Invalid, NotFound
from lundi.core.paging import Window
from lundi.core.work import Happened, Work, events_after, last_event_id, write
from lundi.domains.boards import column_actions, group_actions
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.queries import all_groups, columns_of_boards
from lundi.domains.boards.schemas import Group
from lundi.domains.pulses import group_state_actions
from lundi.domains.pulses.actions import archive_pulse, restore_pulse
from lundi.domains.pulses.placing import place_pulses
from lundi.domains.pulses.queries import pulses_of_board
from lundi.domains.pulses.schemas import Pulse
from tests.company import Company


def board_of(company: Company, names: str) -> tuple[int, dict[str, int]]:
    """A board with a pulse of each letter, from the top, and their ids."""
    board_id = company.board()["id"]
    return board_id, {name: company.pulse(board_id, name, add_to_bottom=True) for name in names}


def rows_of(company: Company, board_id: int) -> list[Pulse]:
    async def read(work: Work) -> list[Pulse]:
        return await pulses_of_board(work, await board_to_read(work, board_id), Window(take=500))

    return company.server.read(company.actor("member"), read)


def order_of(company: Company, board_id: int, group_id: str = "topics") -> str:
    return "".join(row.name for row in rows_of(company, board_id) if row.group_id == group_id)


def place(
    company: Company,
    board_id: int,
    pulse_ids: list[int],
    after_id: int | None,
    group_id: str = "topics",
    by: str = "member",
) -> list[Pulse]:
    return company.server.write(
        company.actor(by),
        lambda work: place_pulses(work, board_id, pulse_ids, group_id, after_id),
    )


def new_group(company: Company, board_id: int, title: str) -> str:
    making = lambda work: group_actions.create_group(work, board_id, title, None)  # noqa: E731
    return company.server.write(company.actor("member"), making).id


def place_group(
    company: Company, board_id: int, group_id: str, after_id: str | None, by: str = "member"
) -> Group:
    return company.server.write(
        company.actor(by),
        lambda work: group_actions.place_group(work, board_id, group_id, after_id),
    )


def groups_of(company: Company, board_id: int) -> list[str]:
    async def read(work: Work) -> list[Group]:
        return await all_groups(work, await board_to_read(work, board_id))

    return [group.id for group in company.server.read(company.actor("member"), read)]


def place_column(
    company: Company, board_id: int, column_id: str, after_id: str, by: str = "member"
) -> None:
    company.server.write(
        company.actor(by),
        lambda work: column_actions.place_column(work, board_id, column_id, after_id),
    )


def columns_of(company: Company, board_id: int) -> list[str]:
    async def read(work: Work) -> list[str]:
        return [column.id for column in (await columns_of_boards(work, {board_id}))[board_id]]

    return company.server.read(company.actor("member"), read)


def last_event(company: Company) -> Happened:
    async def read(work: Work) -> Happened:
        return (await events_after(work, await last_event_id(work) - 1, 1))[0]

    return company.server.read(company.actor("member"), read)


@pytest.mark.parametrize(
    ("moved", "after", "expected"),
    [
        ("d", "a", "adbce"),
        ("a", "c", "bcade"),
        ("a", "e", "bcdea"),
        ("c", None, "cabde"),
        ("a", None, "abcde"),
        ("b", "a", "abcde"),
        ("eb", "c", "acebd"),
        ("dc", "b", "abdce"),
        ("abcde", None, "abcde"),
        ("edcba", None, "edcba"),
        ("aa", "b", "bacde"),
    ],
)
def test_pulses_go_right_after_another(
    company: Company, moved: str, after: str | None, expected: str
) -> None:
    board_id, ids = board_of(company, "abcde")
    before = {row.id: row for row in rows_of(company, board_id)}
    placed = place(company, board_id, [ids[name] for name in moved], ids[after] if after else None)
    assert [pulse.name for pulse in placed] == list(dict.fromkeys(moved))
    assert order_of(company, board_id) == expected
    written = {row.name for row in rows_of(company, board_id) if row != before[row.id]}
    assert written == set(moved)


def test_pulses_go_into_another_group_of_their_board(company: Company) -> None:
    board_id, ids = board_of(company, "abcd")
    other = new_group(company, board_id, "Other")
    place(company, board_id, [ids["c"], ids["a"]], None, other)
    place(company, board_id, [ids["d"]], ids["c"], other)
    assert order_of(company, board_id) == "b"
    assert order_of(company, board_id, other) == "cda"
    assert (last_event(company).kind, last_event(company).pulse_id) == ("PulseMoved", ids["d"])


def test_a_placement_is_undone_by_another(company: Company) -> None:
    board_id, ids = board_of(company, "abcd")
    place(company, board_id, [ids["b"]], ids["d"])
    assert order_of(company, board_id) == "acdb"
    place(company, board_id, [ids["b"]], ids["a"])
    assert order_of(company, board_id) == "abcd"


def test_an_archived_pulse_comes_back_to_a_place_of_its_own(company: Company) -> None:
    board_id, ids = board_of(company, "abcd")
    company.server.write(company.actor("member"), lambda work: archive_pulse(work, ids["b"]))
    place(company, board_id, [ids["d"]], ids["a"])
    company.server.write(company.actor("member"), lambda work: restore_pulse(work, ids["b"]))
    assert order_of(company, board_id) == "adbc"
    assert len({row.position for row in rows_of(company, board_id)}) == 4


def test_pulses_are_not_placed_after_what_is_not_there(company: Company) -> None:
    board_id, ids = board_of(company, "abc")
    _, elsewhere = board_of(company, "x")
    other = new_group(company, board_id, "Other")
    with pytest.raises(Invalid, match="moved itself"):
        place(company, board_id, [ids["a"], ids["b"]], ids["b"])
    with pytest.raises(Invalid, match="no active pulse"):
        place(company, board_id, [ids["a"]], elsewhere["x"])
    with pytest.raises(Invalid, match="no active pulse"):
        place(company, board_id, [ids["a"]], ids["b"], other)
    company.server.write(company.actor("member"), lambda work: archive_pulse(work, ids["c"]))
    with pytest.raises(Invalid, match="no active pulse"):
        place(company, board_id, [ids["a"]], ids["c"])
    with pytest.raises(NotFound):
        place(company, board_id, [elsewhere["x"]], ids["a"])
    assert order_of(company, board_id) == "ab"


def test_who_may_not_write_places_nothing(company: Company) -> None:
    board_id, ids = board_of(company, "ab")
    other = new_group(company, board_id, "Other")
    column_id = company.column(board_id, "text", "Words")
    with pytest.raises(Forbidden):
        place(company, board_id, [ids["b"]], None, by="viewer")
    with pytest.raises(Forbidden):
        place_group(company, board_id, "topics", None, by="viewer")
    with pytest.raises(Forbidden):
        place_column(company, board_id, column_id, "name", by="viewer")
    assert order_of(company, board_id) == "ab"
    assert groups_of(company, board_id) == [other, "topics"]
    assert columns_of(company, board_id) == ["name", "last_post", column_id]


def test_who_does_not_see_a_board_places_nothing_on_it(company: Company) -> None:
    board_id = company.board(kind="private")["id"]
    pulse_id = company.pulse(board_id)
    with pytest.raises(NotFound):
        place(company, board_id, [pulse_id], None, by="other_member")
    with pytest.raises(NotFound):
        place_group(company, board_id, "topics", None, by="other_member")
    with pytest.raises(NotFound):
        place_column(company, board_id, "last_post", "name", by="other_member")


def test_pulses_placed_at_once_take_places_of_their_own(company: Company) -> None:
    board_id, ids = board_of(company, "abcdefghijkl")

    async def place_all() -> None:
        await asyncio.gather(
            *(
                write(
                    company.server.database,
                    company.actor("member"),
                    lambda work, name=name: place_pulses(
                        work, board_id, [ids[name]], "topics", ids["a"]
                    ),
                )
                for name in "bcdefghijkl"
            )
        )

    company.server.run(place_all())
    positions = [row.position for row in rows_of(company, board_id)]
    assert positions == sorted(set(positions))
    assert len(positions) == 12


@pytest.mark.parametrize(
    ("moved", "after", "expected"),
    [
        ("three", "one", ["one", "three", "two", "topics"]),
        ("one", "topics", ["two", "three", "topics", "one"]),
        ("topics", None, ["topics", "one", "two", "three"]),
        ("one", None, ["one", "two", "three", "topics"]),
        ("two", "one", ["one", "two", "three", "topics"]),
    ],
)
def test_a_group_goes_right_after_another(
    company: Company, moved: str, after: str | None, expected: list[str]
) -> None:
    board_id = company.board()["id"]
    for title in ("Three", "Two", "One"):
        new_group(company, board_id, title)
    assert place_group(company, board_id, moved, after).id == moved
    assert groups_of(company, board_id) == expected
    assert last_event(company).kind == "GroupPlaced"


def test_a_group_is_not_placed_after_what_is_not_there(company: Company) -> None:
    board_id = company.board()["id"]
    other = new_group(company, board_id, "Other")
    gone = new_group(company, board_id, "Gone")
    archiving = lambda work: group_state_actions.archive_group(work, board_id, gone)  # noqa: E731
    company.server.write(company.actor("member"), archiving)
    for after_id in (other, gone, "nowhere"):
        with pytest.raises(Invalid, match="no other active group"):
            place_group(company, board_id, other, after_id)
    with pytest.raises(Conflict):
        place_group(company, board_id, gone, other)


def test_a_column_goes_right_after_another(company: Company) -> None:
    board_id = company.board()["id"]
    for title in ("One", "Two"):
        company.column(board_id, "text", title)
    place_column(company, board_id, "two", "name")
    assert columns_of(company, board_id) == ["name", "two", "last_post", "one"]
    assert last_event(company).kind == "ColumnPlaced"
    place_column(company, board_id, "last_post", "one")
    assert columns_of(company, board_id) == ["name", "two", "one", "last_post"]


def test_the_name_stays_the_first_column(company: Company) -> None:
    board_id = company.board()["id"]
    with pytest.raises(Invalid, match="always the first"):
        place_column(company, board_id, "name", "last_post")
    for after_id in ("last_post", "nowhere"):
        with pytest.raises(Invalid, match="no other column"):
            place_column(company, board_id, "last_post", after_id)
    assert columns_of(company, board_id) == ["name", "last_post"]
