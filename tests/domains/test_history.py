"""What happened is taken back where it is as it was left, and taking back is taken back in turn."""

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa

from lundi.core.errors import Conflict, Forbidden, NotFound
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, events, id_list
from lundi.domains.boards import actions as boards
from lundi.domains.boards import column_actions, details, group_actions, place_actions
from lundi.domains.boards.tables import boards as board_table
from lundi.domains.boards.tables import columns as column_table
from lundi.domains.boards.tables import groups as group_table
from lundi.domains.boards.typed_columns import create_typed_column, update_column
from lundi.domains.conversation import actions as conversation
from lundi.domains.conversation.tables import updates as update_table
from lundi.domains.history.actions import undo_change, undo_event
from lundi.domains.pulses import actions as pulses
from lundi.domains.pulses import duplicate_actions, input_actions, kind_actions, value_actions
from lundi.domains.pulses.move_actions import move_pulses
from lundi.domains.pulses.placing import place_pulses
from lundi.domains.pulses.tables import pulses as pulse_table
from lundi.domains.tags.tables import tag_links
from lundi.domains.workspaces import folder_actions
from tests.company import Company

_ON_BOARDS = {
    "boards": sa.select(
        board_table.c.id,
        board_table.c.name,
        board_table.c.description,
        board_table.c.kind,
        board_table.c.state,
        board_table.c.folder_id,
        board_table.c.communication,
        board_table.c.item_nickname,
    )
    .where(one_of(board_table.c.id, "board_ids"))
    .order_by(board_table.c.id),
    "groups": sa.select(
        group_table.c.board_id,
        group_table.c.id,
        group_table.c.title,
        group_table.c.color,
        group_table.c.state,
    )
    .where(one_of(group_table.c.board_id, "board_ids"))
    .order_by(group_table.c.board_id, group_table.c.position),
    "columns": sa.select(
        column_table.c.board_id,
        column_table.c.id,
        column_table.c.title,
        column_table.c.settings,
        column_table.c.description,
        column_table.c.width,
        column_table.c.state,
    )
    .where(one_of(column_table.c.board_id, "board_ids"))
    .order_by(column_table.c.board_id, column_table.c.position),
    "pulses": sa.select(
        pulse_table.c.board_id,
        pulse_table.c.group_id,
        pulse_table.c.id,
        pulse_table.c.name,
        pulse_table.c.state,
        pulse_table.c.updates_count,
        pulse_table.c["values"],
    )
    .where(one_of(pulse_table.c.board_id, "board_ids"))
    .order_by(pulse_table.c.board_id, pulse_table.c.group_id, pulse_table.c.position),
    "tags": sa.select(tag_links.c.tag_id, tag_links.c.pulse_id, tag_links.c.column_id)
    .join(pulse_table, pulse_table.c.id == tag_links.c.pulse_id)
    .where(one_of(pulse_table.c.board_id, "board_ids"))
    .order_by(*tag_links.c),
    "updates": sa.select(
        update_table.c.id,
        update_table.c.body,
        update_table.c.state,
        update_table.c.pinned_at.is_(None),
    )
    .join(pulse_table, pulse_table.c.id == update_table.c.pulse_id)
    .where(one_of(pulse_table.c.board_id, "board_ids"))
    .order_by(update_table.c.id),
}
_LAST = (
    sa.select(events.c.id, events.c.change_id, events.c.kind, events.c.undoes)
    .where(events.c.account_id == parameter("account_id"))
    .order_by(events.c.id.desc())
    .limit(parameter("take"))
)


class Kept(msgspec.Struct, frozen=True):
    id: int
    change_id: int
    kind: str
    undoes: int | None


class Stage(msgspec.Struct, frozen=True):
    """A board of `member` with all kinds of things on it, and another one that has less columns."""

    company: Company
    board: int
    other: int
    first: int
    second: int
    third: int
    update: int
    reply: int
    gone_reply: int
    folder: int

    def do(self, action: Callable[[Work], Awaitable[Any]], by: str = "member") -> Any:
        return self.company.write(by, action)

    def look(self) -> dict[str, Any]:
        async def read(work: Work) -> dict[str, Any]:
            ids = id_list([self.board, self.other])
            return {
                name: await work.all(statement, lambda *row: row, board_ids=ids)
                for name, statement in _ON_BOARDS.items()
            }

        return self.company.read("member", read)

    def last(self, take: int = 1) -> list[Kept]:
        return self.company.read("member", lambda work: work.all(_LAST, Kept, take=take))

    def undo(self, by: str = "member") -> None:
        """What happened last."""
        change_id = self.last()[0].change_id
        self.do(lambda work: undo_change(work, change_id), by)


@pytest.fixture
def stage(company: Company) -> Stage:
    member = company.ids["member"]

    async def make(work: Work) -> Stage:
        made = [
            await boards.create_board(
                work, creator_id=member, name=name, description="About", kind="public"
            )
            for name in ("Plans", "Archive")
        ]
        board, other = (one.id for one in made)
        for type_name in ("text", "tags", "status"):
            await column_actions.create_column(work, board, title=type_name, type_name=type_name)
        await column_actions.create_column(work, other, title="text", type_name="text")
        await column_actions.create_column(work, board, title="empty", type_name="text")
        await column_actions.create_column(work, board, title="dropped", type_name="text")
        await column_actions.delete_column(work, board, "dropped")
        for title in ("Later", "Empty", "Put away"):
            await group_actions.create_group(work, board, title, None, at_bottom=True)
        await group_actions.archive_group(work, board, "put_away")
        ids = [
            (
                await pulses.create_pulse(
                    work, board, creator_id=member, name=name, group_id="topics", at_bottom=True
                )
            ).id
            for name in ("One", "Two", "Three")
        ]
        await value_actions.set_text(work, board, "text", ids[0], "words")
        await value_actions.set_tags(work, board, "tags", ids[0], ["red", "blue"])
        await value_actions.set_status(work, board, "status", ids[0], index=1)
        thread = await conversation.post_update(work, ids[1], member, "Hello")
        reply = await conversation.reply_to_update(work, thread.update.id, member, "Yes")
        gone = await conversation.reply_to_update(work, thread.update.id, member, "No")
        await conversation.delete_update(work, gone.replies[-1].update.id)
        folder = await folder_actions.create_folder(work, owner_id=None, name="Folder")
        return Stage(
            company=company,
            board=board,
            other=other,
            first=ids[0],
            second=ids[1],
            third=ids[2],
            update=thread.update.id,
            reply=reply.replies[0].update.id,
            gone_reply=gone.replies[-1].update.id,
            folder=folder.id,
        )

    return company.write("member", make)


Change = Callable[[Stage, Work], Awaitable[Any]]


async def _create_with_values(stage: Stage, work: Work) -> None:
    given = {"text": "new", "status": {"index": 2}}
    made = await input_actions.create_pulse_with(
        work, stage.board, creator_id=None, name="New", group_id="topics", given=given
    )
    await place_pulses(work, stage.board, [made.id], "topics", stage.first)


async def _create_group_of_pulses(stage: Stage, work: Work) -> None:
    group = await group_actions.create_group(work, stage.board, "Made", None)
    await group_actions.place_group(work, stage.board, group.id, "later")
    for name in ("a", "b"):
        await pulses.create_pulse(work, stage.board, creator_id=None, name=name, group_id=group.id)


async def _delete_archived(stage: Stage, work: Work) -> None:
    await pulses.archive_pulse(work, stage.first)
    await pulses.delete_pulse(work, stage.first)


async def _delete_archived_board(stage: Stage, work: Work) -> None:
    await boards.archive_board(work, stage.other)
    await boards.delete_board(work, stage.other)


async def _delete_all(stage: Stage, work: Work) -> None:
    for pulse_id in (stage.first, stage.second, stage.third):
        await pulses.delete_pulse(work, pulse_id)


CHANGES: dict[str, Change] = {
    "a text": lambda s, w: value_actions.set_text(w, s.board, "text", s.first, "others"),
    "a text, cleared": lambda s, w: value_actions.set_text(w, s.board, "text", s.first, None),
    "tags": lambda s, w: value_actions.set_tags(w, s.board, "tags", s.first, ["green", "red"]),
    "tags, cleared": lambda s, w: value_actions.set_tags(w, s.board, "tags", s.first, None),
    "tags, the first": lambda s, w: value_actions.set_tags(w, s.board, "tags", s.second, ["red"]),
    "a status": lambda s, w: value_actions.set_status(w, s.board, "status", s.first, index=2),
    "several values and the name": lambda s, w: input_actions.change_values(
        w,
        s.board,
        s.first,
        {"text": "x", "status": {"label": "Fine"}, "name": "1"},
        make_labels=True,
    ),
    "a name": lambda s, w: pulses.rename_pulse(w, s.first, "Uno"),
    "an archived pulse": lambda s, w: pulses.archive_pulse(w, s.first),
    "a deleted pulse": lambda s, w: pulses.delete_pulse(w, s.first),
    "an archived pulse, deleted": _delete_archived,
    "several deleted pulses": _delete_all,
    "a new pulse": lambda s, w: pulses.create_pulse(w, s.board, creator_id=None, name="New"),
    "a new pulse with values": _create_with_values,
    "a copy of a pulse": lambda s, w: pulses.duplicate_pulse(w, s.board, s.first, creator_id=None),
    "a pulse in another group": lambda s, w: move_pulses(w, s.board, [s.second], "later"),
    "pulses in another order": lambda s, w: place_pulses(
        w, s.board, [s.third, s.first], "topics", s.second
    ),
    "pulses on another board": lambda s, w: move_pulses(
        w, s.board, [s.first, s.second], "topics", to_board_id=s.other, dropping=True
    ),
    "a group's title": lambda s, w: group_actions.change_group(w, s.board, "later", "Soon", None),
    "a group's color": lambda s, w: group_actions.change_group(
        w, s.board, "later", None, "#579bfc"
    ),
    "a group's place": lambda s, w: group_actions.place_group(w, s.board, "empty", None),
    "an archived group": lambda s, w: group_actions.archive_group(w, s.board, "topics"),
    "a deleted group": lambda s, w: group_actions.delete_group(w, s.board, "topics"),
    "an archived group, deleted": lambda s, w: group_actions.delete_group(w, s.board, "put_away"),
    "a new group": lambda s, w: group_actions.create_group(w, s.board, "New", None),
    "a new group with pulses": _create_group_of_pulses,
    "a copy of a group": lambda s, w: duplicate_actions.duplicate_group(
        w, s.board, "topics", creator_id=None
    ),
    "a board's name": lambda s, w: boards.change_board(w, s.board, "Renamed", None),
    "a board's description": lambda s, w: boards.change_board(w, s.board, None, ""),
    "a board's communication": lambda s, w: details.set_communication(w, s.board, "text"),
    "what items are called": lambda s, w: details.set_item_nickname(
        w, s.board, {"preset_type": "task"}
    ),
    "a board's kind": lambda s, w: kind_actions.change_kind(w, s.board, "private"),
    "a board's folder": lambda s, w: place_actions.move_board(w, s.board, None, s.folder),
    "an archived board": lambda s, w: boards.archive_board(w, s.board),
    "a deleted board": lambda s, w: boards.delete_board(w, s.other),
    "an archived board, deleted": _delete_archived_board,
    "a column's title": lambda s, w: update_column(w, s.board, "text", title="Words"),
    "a column in many ways": lambda s, w: update_column(
        w, s.board, "text", description="Said", width=300, title="T"
    ),
    "a column's labels": lambda s, w: column_actions.change_column(
        w, s.board, "status", title=None, color=None, labels={"0": "Going", "7": "Never"}
    ),
    "a column's place": lambda s, w: column_actions.place_column(w, s.board, "status", "name"),
    "a deleted column": lambda s, w: column_actions.delete_column(w, s.board, "tags"),
    "a new column": lambda s, w: create_typed_column(
        w, s.board, title="New", type_name="rating", after_id="text"
    ),
    "a deleted update": lambda s, w: conversation.delete_update(w, s.update),
    "a deleted reply": lambda s, w: conversation.delete_update(w, s.reply),
    "an edited update": lambda s, w: conversation.edit_update(w, s.update, "Goodbye"),
    "a pinned update": lambda s, w: conversation.pin_update(w, s.update, is_pinned=True),
    "all updates": lambda s, w: conversation.clear_updates(w, s.second),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_what_was_changed_is_taken_back_and_brought_back(stage: Stage, change: Change) -> None:
    before = stage.look()
    stage.do(lambda work: change(stage, work))
    after = stage.look()
    assert after != before
    stage.undo()
    assert _but_gone(stage.look()) == _but_gone(before)
    stage.undo()
    assert stage.look() == after
    stage.undo()
    assert _but_gone(stage.look()) == _but_gone(before)


def _but_gone(seen: dict[str, Any]) -> Any:
    """What was made is deleted, not gone: it is left out, with what is in it and the tags it carries."""
    gone = {(row[0], row[1]) for row in seen["groups"] if row[4] == "deleted"}
    left = {
        "groups": [row for row in seen["groups"] if row[4] != "deleted"],
        "columns": [row for row in seen["columns"] if row[6] != "deleted"],
        "pulses": [
            row for row in seen["pulses"] if row[4] != "deleted" and (row[0], row[1]) not in gone
        ],
    }
    shown = {row[2] for row in left["pulses"]}
    return {**seen, **left, "tags": [row for row in seen["tags"] if row[1] in shown]}


def test_an_update_is_taken_back(stage: Stage) -> None:
    stage.do(lambda work: conversation.post_update(work, stage.first, _member(stage), "Oops"))
    stage.undo()
    assert [row[2] for row in stage.look()["updates"]][-1] == "deleted"


def test_an_update_that_was_answered_stays(stage: Stage) -> None:
    member = _member(stage)
    posted = stage.do(lambda work: conversation.post_update(work, stage.first, member, "Hm"))
    (event,) = stage.last()
    stage.do(lambda work: conversation.reply_to_update(work, posted.update.id, member, "What?"))
    with pytest.raises(Conflict, match="was answered"):
        stage.do(lambda work: undo_event(work, event.id))


def _member(stage: Stage) -> int:
    return stage.company.ids["member"]


LATER: dict[str, tuple[Change, Change]] = {
    "a value": (
        CHANGES["a text"],
        lambda s, w: value_actions.set_text(w, s.board, "text", s.first, "z"),
    ),
    "a name": (CHANGES["a name"], lambda s, w: pulses.rename_pulse(w, s.first, "Z")),
    "a place": (
        CHANGES["a pulse in another group"],
        lambda s, w: move_pulses(w, s.board, [s.second], "topics"),
    ),
    "an order": (
        CHANGES["pulses in another order"],
        lambda s, w: place_pulses(w, s.board, [s.first], "topics", None),
    ),
    "a pulse that came back": (
        CHANGES["an archived pulse"],
        lambda s, w: pulses.restore_pulse(w, s.first),
    ),
    "an archived pulse, deleted since": (
        CHANGES["an archived pulse"],
        lambda s, w: pulses.delete_pulse(w, s.first),
    ),
    "values of a pulse on another board": (
        CHANGES["pulses on another board"],
        lambda s, w: value_actions.set_text(w, s.other, "text", s.first, "z"),
    ),
    "a value of a deleted pulse": (
        CHANGES["a text"],
        lambda s, w: pulses.delete_pulse(w, s.first),
    ),
    "a value of a deleted column": (
        CHANGES["a text"],
        lambda s, w: column_actions.delete_column(w, s.board, "text"),
    ),
    "a value of a pulse that left": (
        CHANGES["a text"],
        lambda s, w: move_pulses(
            w, s.board, [s.first], "topics", to_board_id=s.other, dropping=True
        ),
    ),
    "a group it came from": (
        CHANGES["pulses in another order"],
        lambda s, w: group_actions.delete_group(w, s.board, "topics"),
    ),
    "a group's title": (
        CHANGES["a group's title"],
        lambda s, w: group_actions.change_group(w, s.board, "later", "Z", None),
    ),
    "a group's place": (
        CHANGES["a group's place"],
        lambda s, w: group_actions.place_group(w, s.board, "empty", "later"),
    ),
    "a new group that is used": (
        CHANGES["a new group"],
        lambda s, w: move_pulses(w, s.board, [s.first], "new"),
    ),
    "a copy of a group, worked on": (
        CHANGES["a copy of a group"],
        lambda s, w: pulses.create_pulse(w, s.board, creator_id=None, name="z", group_id="topics1"),
    ),
    "a board's name": (
        CHANGES["a board's name"],
        lambda s, w: boards.change_board(w, s.board, "Z", None),
    ),
    "a board's folder": (
        CHANGES["a board's folder"],
        lambda s, w: place_actions.move_board(w, s.board, None, None),
    ),
    "a board that came back": (
        CHANGES["an archived board"],
        lambda s, w: boards.restore_board(w, s.board),
    ),
    "anything of an archived board": (
        CHANGES["a text"],
        lambda s, w: boards.archive_board(w, s.board),
    ),
    "a column's title": (
        CHANGES["a column's title"],
        lambda s, w: update_column(w, s.board, "text", title="Z"),
    ),
    "a column's place": (
        CHANGES["a column's place"],
        lambda s, w: column_actions.place_column(w, s.board, "status", "tags"),
    ),
    "an edited update": (
        CHANGES["an edited update"],
        lambda s, w: conversation.edit_update(w, s.update, "Z"),
    ),
    "a pinned update": (
        CHANGES["a pinned update"],
        lambda s, w: conversation.pin_update(w, s.update, is_pinned=False),
    ),
}


@pytest.mark.parametrize(("change", "later"), LATER.values(), ids=list(LATER))
def test_what_was_changed_since_stays(stage: Stage, change: Change, later: Change) -> None:
    stage.do(lambda work: change(stage, work))
    (event,) = stage.last()
    stage.do(lambda work: later(stage, work), "member")
    now = stage.look()
    with pytest.raises(Conflict):
        stage.do(lambda work: undo_change(work, event.change_id))
    assert stage.look() == now


@pytest.mark.parametrize(
    "later",
    [
        lambda s, w, p: pulses.rename_pulse(w, p, "Z"),
        lambda s, w, p: value_actions.set_text(w, s.board, "text", p, "z"),
        lambda s, w, p: move_pulses(w, s.board, [p], "later"),
        lambda s, w, p: conversation.post_update(w, p, _member(s), "Mine"),
    ],
)
@pytest.mark.parametrize("how", ["a new pulse with values", "a copy of a pulse"])
def test_a_pulse_that_is_worked_on_stays(stage: Stage, how: str, later: Any) -> None:
    stage.do(lambda work: CHANGES[how](stage, work))
    made = next(one for one in stage.last(10) if one.kind in ("PulseCreated", "PulseDuplicated"))
    pulse_id = max(row[2] for row in stage.look()["pulses"])
    stage.do(lambda work: later(stage, work, pulse_id))
    with pytest.raises(Conflict):
        stage.do(lambda work: undo_change(work, made.change_id))


def test_a_column_with_values_stays(stage: Stage) -> None:
    stage.do(
        lambda work: create_typed_column(
            work, stage.board, title="n", type_name="text", column_id="n"
        )
    )
    (event,) = stage.last()
    stage.do(lambda work: value_actions.set_text(work, stage.board, "n", stage.first, "z"))
    with pytest.raises(Conflict, match="has values"):
        stage.do(lambda work: undo_event(work, event.id))


def test_a_request_is_taken_back_as_a_whole_or_not_at_all(stage: Stage) -> None:
    stage.do(lambda work: CHANGES["several values and the name"](stage, work))
    (event,) = stage.last()
    stage.do(lambda work: pulses.rename_pulse(work, stage.first, "Other"))
    now = stage.look()
    with pytest.raises(Conflict, match="was renamed since"):
        stage.do(lambda work: undo_change(work, event.change_id))
    assert stage.look() == now


def test_one_event_of_a_request_is_taken_back_alone(stage: Stage) -> None:
    stage.do(lambda work: CHANGES["several deleted pulses"](stage, work))
    event = stage.last(3)[1]
    stage.do(lambda work: undo_event(work, event.id))
    states = {row[2]: row[4] for row in stage.look()["pulses"]}
    assert states == {stage.first: "deleted", stage.second: "active", stage.third: "deleted"}
    (back,) = stage.last()
    assert (back.kind, back.undoes) == ("PulseRestored", event.id)


def test_a_pulse_comes_back_between_those_it_was_between(stage: Stage) -> None:
    stage.do(lambda work: move_pulses(work, stage.board, [stage.second], "later"))
    (event,) = stage.last()
    # Now somebody else stands right there.
    stage.do(lambda work: place_pulses(work, stage.board, [stage.third], "topics", stage.first))
    stage.do(lambda work: undo_event(work, event.id))
    order = [
        row[2] for row in stage.look()["pulses"] if row[1] == "topics" and row[0] == stage.board
    ]
    assert order[0] == stage.first
    assert sorted(order) == sorted([stage.first, stage.second, stage.third])
    stage.do(lambda work: place_pulses(work, stage.board, [stage.first], "topics", order[1]))


def test_who_did_it_and_owners_take_it_back(stage: Stage) -> None:
    rename = lambda work: pulses.rename_pulse(work, stage.first, "Uno")  # noqa: E731
    for by in ("other_member", "member"):
        stage.do(rename, "other_member")
        stage.undo(by)
        assert stage.look()["pulses"][0][3] == "One"


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("other_member", Forbidden), ("viewer", Forbidden), ("guest", NotFound), ("admin", Forbidden)],
)
def test_others_take_nothing_back(stage: Stage, who: str, refusal: type[Exception]) -> None:
    stage.do(lambda work: pulses.rename_pulse(work, stage.first, "Uno"))
    with pytest.raises(refusal):
        stage.undo(who)


def test_the_company_takes_back_what_happened_on_main_boards(stage: Stage) -> None:
    stage.do(lambda work: pulses.rename_pulse(work, stage.first, "Uno"))
    stage.undo("company")
    stage.do(lambda work: kind_actions.change_kind(work, stage.board, "private"))
    with pytest.raises(NotFound):
        stage.undo("company")


def test_only_an_owner_takes_back_what_only_owners_do(stage: Stage) -> None:
    """Also where one did it oneself, as an owner then."""
    other = stage.company.ids["other_member"]
    stage.do(lambda work: boards.subscribe_to_board(work, stage.board, other, as_admin=True))
    stage.do(lambda work: boards.archive_board(work, stage.board), "other_member")
    (event,) = stage.last()
    stage.do(lambda work: boards.restore_board(work, stage.board))
    stage.do(lambda work: boards.subscribe_to_board(work, stage.board, other, as_admin=False))
    stage.do(lambda work: boards.archive_board(work, stage.board))
    with pytest.raises(Forbidden):
        stage.do(lambda work: undo_event(work, event.id), "other_member")


def test_what_cannot_be_taken_back_says_so(stage: Stage) -> None:
    viewer = stage.company.ids["viewer"]
    stage.do(lambda work: pulses.subscribe_to_pulse(work, stage.first, viewer))
    with pytest.raises(Conflict, match="pulse subscribed"):
        stage.undo()


def test_what_is_no_event_is_not_there(stage: Stage) -> None:
    for undo in (undo_change, undo_event):
        with pytest.raises(NotFound):
            stage.do(lambda work, undo=undo: undo(work, 10**12))


def test_what_happened_to_the_account_is_not_told(stage: Stage) -> None:
    stage.do(lambda work: folder_actions.create_folder(work, owner_id=None, name="Mine"))
    with pytest.raises(NotFound):
        stage.undo("other_member")
    with pytest.raises(Conflict):
        stage.undo()
