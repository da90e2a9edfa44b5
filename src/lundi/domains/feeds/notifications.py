"""Notifications: what somebody is told about a board, a pulse or an update that they see."""

import msgspec
import sqlalchemy as sa

from lundi.core.clock import DAY
from lundi.core.errors import Invalid, NotFound
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.accounts.access import active_user, may_write
from lundi.domains.boards.access import board_is_visible, board_to_read, user_sees_board
from lundi.domains.boards.schemas import ACTIVE
from lundi.domains.boards.tables import boards
from lundi.domains.conversation.access import update_to_read
from lundi.domains.conversation.events import UserNotified
from lundi.domains.feeds.tables import notifications
from lundi.domains.pulses.access import pulse_to_read

LONGEST_TEXT = 10_000
KEPT_DAYS = 90
PAGE = 50


class Notification(msgspec.Struct, frozen=True):
    """Times in microseconds."""

    id: int
    user_id: int
    creator_id: int | None
    board_id: int
    pulse_id: int | None
    update_id: int | None
    text: str
    created_at: int
    read_at: int | None


class Target(msgspec.Struct, frozen=True):
    board_id: int
    pulse_id: int | None = None
    update_id: int | None = None


_ADD = sa.insert(notifications).values(
    account_id=parameter("account_id"),
    id=parameter("id"),
    user_id=parameter("user_id"),
    creator_id=parameter("creator_id"),
    board_id=parameter("board_id"),
    pulse_id=parameter("pulse_id"),
    update_id=parameter("update_id"),
    text=parameter("text", sa.Text),
    created_at=parameter("now"),
)
_OWN = (
    sa.select(
        notifications.c.id,
        notifications.c.user_id,
        notifications.c.creator_id,
        notifications.c.board_id,
        notifications.c.pulse_id,
        notifications.c.update_id,
        notifications.c.text,
        notifications.c.created_at,
        notifications.c.read_at,
    )
    .join(
        boards,
        sa.and_(
            boards.c.account_id == notifications.c.account_id,
            boards.c.id == notifications.c.board_id,
        ),
    )
    .where(
        notifications.c.account_id == parameter("account_id"),
        notifications.c.user_id == parameter("viewer_id"),
        notifications.c.id < parameter("before_id"),
        notifications.c.created_at >= parameter("since"),
        boards.c.state == ACTIVE,
        board_is_visible(),
    )
    .order_by(notifications.c.id.desc())
    .limit(parameter("take"))
)
_UNREAD = _OWN.where(notifications.c.read_at.is_(None))
_MARK = (
    sa.update(notifications)
    .where(
        notifications.c.account_id == parameter("account_id"),
        one_of(notifications.c.id, "ids"),
        notifications.c.user_id == parameter("viewer_id"),
    )
    .values(read_at=parameter("now"))
)
_FORGET = sa.delete(notifications).where(
    notifications.c.account_id == parameter("account_id"),
    notifications.c.created_at < parameter("before"),
)


async def pulse_or_board(work: Work, target_id: int) -> Target:
    """A pulse of that id, else a board: what API v2 calls a Project."""
    try:
        pulse = await pulse_to_read(work, target_id)
    except NotFound:
        return Target((await board_to_read(work, target_id)).id)
    return Target(pulse.board_id, pulse.id)


async def update_as_target(work: Work, update_id: int) -> Target:
    update = await update_to_read(work, update_id)
    return Target(update.board_id, update.pulse_id, update.id)


async def notify_user(work: Work, user_id: int, target: Target, text: str) -> Notification:
    """`target` was found by one of the above. Invalid where that user doesn't see it: nobody is told what they may not know."""
    may_write(work)
    if not 1 <= len(text.strip()) <= LONGEST_TEXT or "\0" in text:
        raise Invalid(f"A notification's text has 1 to {LONGEST_TEXT:,} characters.")
    user = await active_user(work, user_id)
    board = await board_to_read(work, target.board_id)
    if not await user_sees_board(work, board, user):
        raise Invalid(f"User {user.id} doesn't see board {board.id}.")
    notification = Notification(
        id=await work.new_id("notification"),
        user_id=user.id,
        creator_id=work.actor.user_id,
        board_id=board.id,
        pulse_id=target.pulse_id,
        update_id=target.update_id,
        text=text.strip(),
        created_at=work.now,
        read_at=None,
    )
    given = msgspec.structs.asdict(notification)
    del given["created_at"], given["read_at"]
    await work.run(_ADD, **given)
    work.record(UserNotified(board_id=board.id, pulse_id=target.pulse_id, user_id=user.id))
    return notification


async def own_notifications(
    work: Work,
    *,
    before_id: int | None = None,
    take: int = PAGE,
    only_unread: bool = False,
    since: int = 0,
) -> list[Notification]:
    """The newest first, of what the actor still sees. `since` in microseconds."""
    return await work.all(
        _UNREAD if only_unread else _OWN,
        Notification,
        before_id=2**63 - 1 if before_id is None else before_id,
        since=since,
        take=take,
    )


async def mark_notifications_read(work: Work, ids: list[int]) -> None:
    """The actor's own; others are passed over."""
    await work.run(_MARK, ids=id_list(ids))


async def forget_old_notifications(work: Work) -> None:
    await work.run(_FORGET, before=work.now - KEPT_DAYS * DAY)
