"""A board with a copy, and every kind of write to it."""

from collections.abc import Awaitable, Callable
from typing import Any

from hypothesis import strategies as st

from lundi.core.errors import Conflict, Invalid, NotFound
from lundi.core.paging import Window
from lundi.core.work import Work
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.group_actions import place_group
from lundi.domains.boards.queries import all_groups
from lundi.domains.boards.schemas import ACTIVE
from lundi.domains.boards.schemas import Board as BoardSchema
from lundi.domains.conversation.actions import post_update
from lundi.domains.history.actions import undo_change
from lundi.domains.pulses import actions
from lundi.domains.pulses.duplicate_actions import duplicate_group, duplicate_pulse
from lundi.domains.pulses.group_state_actions import archive_group, delete_group, restore_group
from lundi.domains.pulses.input_actions import change_values
from lundi.domains.pulses.move_actions import move_group, move_pulses
from lundi.domains.pulses.placing import place_pulses
from lundi.domains.pulses.queries import pulses_of_board
from lundi.domains.pulses.querying.columnar.copies import COPIES, USED, Copies
from tests.company import Company
from tests.domains.querying import test_against_python
from tests.domains.querying.test_against_python import VALUES, items, words

Act = Callable[[Work, "Copied"], Awaitable[Any]]


class Copied(test_against_python.Board):
    """A board of which there is a copy as soon as it is queried, and another one to move things to and fro."""

    def __init__(self, company: Company) -> None:
        super().__init__(company)
        server = company.server
        self.copies = Copies(server.database, 50 * 2**20, smallest=0)
        server.database.memory[Copies] = self.copies
        self.other_id = company.board()["id"]
        self.changes: list[int] = []

    def write(self, action: Callable[[Work], Awaitable[Any]]) -> None:
        async def act(work: Work) -> None:
            await action(work)
            if work.recorded:
                self.changes.append(await work.change_id())

        self.company.server.write(self.company.actor("member"), act)

    def read(self, ask: Callable[[Work, BoardSchema], Awaitable[Any]]) -> tuple[Any, Any]:
        """What the copy answers, which is made if need be, and SQL."""
        for _ in range(3):
            used = COPIES.values[(USED,)]
            found, by_sql = self.company.read("member", lambda work: self._both(work, ask))
            if COPIES.values[(USED,)] > used:
                return found, by_sql
            self.company.server.run(self.copies.ready())
        raise AssertionError("The copy was not used.")

    async def _both(
        self, work: Work, ask: Callable[[Work, BoardSchema], Awaitable[Any]]
    ) -> tuple[Any, Any]:
        board = await board_to_read(work, self.id)
        found = await ask(work, board)
        work.memory = {}
        return found, await ask(work, board)


async def _nth(work: Work, board_id: int, place: int) -> int | None:
    found = await pulses_of_board(work, await board_to_read(work, board_id), Window(take=500))
    return found[place % len(found)].id if found else None


def on_pulse(act: Callable[[Work, Copied, int, Any], Awaitable[Any]]) -> Callable[..., Act]:
    def made(place: int, more: Any) -> Act:
        async def run(work: Work, board: Copied) -> None:
            pulse_id = await _nth(work, board.id, place)
            if pulse_id is not None:
                await act(work, board, pulse_id, more)

        return run

    return made


async def _change(work: Work, board: Copied, pulse_id: int, values: dict[str, Any]) -> None:
    cleared = dict.fromkeys(list(values)[:1], None)
    await change_values(work, board.id, pulse_id, {**board.given(values), **cleared})


async def _archive_and_restore(work: Work, board: Copied, pulse_id: int, more: Any) -> None:
    await actions.archive_pulse(work, pulse_id)
    await actions.restore_pulse(work, pulse_id)


async def _place(work: Work, board: Copied, pulse_id: int, more: tuple[int, int]) -> None:
    group, place = board.groups[more[0]], more[1]
    after = await _nth(work, board.id, place)
    await place_pulses(work, board.id, [pulse_id], group, after if place % 2 else None)


async def _move_away(work: Work, board: Copied, pulse_id: int, more: Any) -> None:
    await move_pulses(
        work, board.id, [pulse_id], "topics", to_board_id=board.other_id, dropping=True
    )


async def _move_back(work: Work, board: Copied, place: int) -> None:
    pulse_id = await _nth(work, board.other_id, place)
    if pulse_id is not None:
        await move_pulses(
            work, board.other_id, [pulse_id], "topics", to_board_id=board.id, dropping=True
        )


async def _put_group_away(work: Work, board: Copied, which: int) -> None:
    put_away = (archive_group, delete_group)[which % 2]
    await put_away(work, board.id, board.groups[which // 2 % 2])


async def _undo(work: Work, board: Copied, place: int) -> None:
    if board.changes:
        await undo_change(work, board.changes[-1 - place % min(3, len(board.changes))])


async def _copy_group(work: Work, board: Copied, which: int) -> None:
    made = await duplicate_group(work, board.id, board.groups[which % 2], creator_id=None)
    await delete_group(work, board.id, made.group.id)


async def _group_to_and_fro(work: Work, board: Copied, which: int) -> None:
    there = await move_group(work, board.id, board.groups[which % 2], board.other_id, dropping=True)
    back = await move_group(work, board.other_id, there.id, board.id, dropping=True)
    board.groups[which % 2] = back.id


numbers = st.integers(0, 9)
values = st.fixed_dictionaries({}, optional=VALUES)
item = items.map(lambda made: made[0])


def acts(strategy: Any, act: Callable[[Work, Copied, Any], Awaitable[Any]]) -> Any:
    return strategy.map(lambda more: lambda work, board: act(work, board, more))


def pulse_acts(act: Callable[[Work, Copied, int, Any], Awaitable[Any]], more: Any = None) -> Any:
    return st.builds(on_pulse(act), numbers, st.none() if more is None else more)


writes = st.one_of(
    acts(item, lambda work, board, one: board.create(work, one)),
    acts(item, lambda work, board, one: board.create(work, one)),
    pulse_acts(_change, values),
    pulse_acts(_change, values),
    pulse_acts(lambda work, board, one, name: actions.rename_pulse(work, one, name), words),
    pulse_acts(lambda work, board, one, more: actions.archive_pulse(work, one)),
    pulse_acts(lambda work, board, one, more: actions.delete_pulse(work, one)),
    pulse_acts(_archive_and_restore),
    pulse_acts(_place, st.tuples(st.sampled_from([0, 1]), numbers)),
    pulse_acts(_move_away),
    pulse_acts(lambda w, board, one, more: duplicate_pulse(w, board.id, one, creator_id=None)),
    pulse_acts(lambda w, board, one, more: post_update(w, one, board.company.ids["member"], "So.")),
    acts(numbers, _move_back),
    acts(numbers, _put_group_away),
    acts(numbers, lambda w, board, which: restore_group(w, board.id, board.groups[which % 2])),
    acts(numbers, lambda w, board, which: place_group(w, board.id, board.groups[which % 2], None)),
    acts(numbers, _undo),
    acts(numbers, _copy_group),
    acts(numbers, _group_to_and_fro),
)


def do(board: Copied, writing: list[Act]) -> None:
    """What may not be just now isn't done."""
    for act in writing:
        try:
            board.write(lambda work, act=act: act(work, board))  # type: ignore[misc]
        except (Conflict, Invalid, NotFound):
            continue


async def open_groups(work: Work, board: Copied) -> None:
    known = await board_to_read(work, board.id)
    for group in await all_groups(work, known):
        if group.id in board.groups and group.state != ACTIVE:
            await restore_group(work, board.id, group.id)


# Most begin on a board with pulses to be seen.
writings = st.builds(
    lambda opening, acts: [*opening, *acts],
    st.sampled_from([[open_groups], [open_groups], []]),
    st.lists(writes, max_size=5),
)
