"""A board with all kinds of things on it, and how it looks."""

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, events, id_list
from lundi.domains.boards import actions as boards
from lundi.domains.boards import column_actions, group_actions
from lundi.domains.boards.tables import boards as board_table
from lundi.domains.boards.tables import columns as column_table
from lundi.domains.boards.tables import groups as group_table
from lundi.domains.conversation import actions as conversation
from lundi.domains.conversation.tables import updates as update_table
from lundi.domains.history.actions import undo_change
from lundi.domains.pulses import actions as pulses
from lundi.domains.pulses import group_state_actions, value_actions
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


def make_stage(company: Company) -> Stage:
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
        await group_state_actions.archive_group(work, board, "put_away")
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
