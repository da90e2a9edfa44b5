"""Creating, renaming, duplicating, archiving, deleting and restoring pulses, and who follows them."""

import msgspec
import sqlalchemy as sa

from lundi.core.errors import Invalid, NotFound
from lundi.core.ordering import between, several_between
from lundi.core.schema import Json, parameter
from lundi.core.work import Work, as_json
from lundi.domains.accounts.access import active_user, user_to_name
from lundi.domains.accounts.schemas import User
from lundi.domains.boards.access import (
    board_to_edit,
    board_to_read,
    check_guest_fits,
    first_group,
    group_to_edit,
    user_sees_board,
)
from lundi.domains.boards.schemas import ACTIVE, ARCHIVED, DELETED, Board, Group
from lundi.domains.boards.tables import groups
from lundi.domains.pulses.access import (
    pulse_to_delete,
    pulse_to_discuss,
    pulse_to_edit,
    pulse_to_read,
    pulse_to_restore,
)
from lundi.domains.pulses.events import (
    PulseArchived,
    PulseCreated,
    PulseDeleted,
    PulseRenamed,
    PulseRestored,
    PulseSubscribed,
    PulseUnsubscribed,
)
from lundi.domains.pulses.schemas import ARCHIVED_ABOVE, DELETED_ABOVE, Pulse
from lundi.domains.pulses.tables import pulse_subscribers, pulses

_THE_PULSE = sa.and_(
    pulses.c.account_id == parameter("account_id"), pulses.c.id == parameter("pulse_id")
)
_THE_SUBSCRIPTION = sa.and_(
    pulse_subscribers.c.account_id == parameter("account_id"),
    pulse_subscribers.c.pulse_id == parameter("pulse_id"),
    pulse_subscribers.c.user_id == parameter("user_id"),
)


def next_number() -> sa.ColumnElement[int]:
    """Of the next pulse on the board `board_id`; on PostgreSQL two at once may find the same, and one of them tries again."""
    numbered = pulses.alias("numbered")
    last = sa.select(sa.func.max(numbered.c.number)).where(
        numbered.c.account_id == parameter("account_id"),
        numbered.c.board_id == parameter("board_id"),
    )
    return sa.func.coalesce(last.scalar_subquery(), 0) + 1


_ADD = (
    sa.insert(pulses)
    .values(
        account_id=parameter("account_id"),
        id=parameter("id"),
        board_id=parameter("board_id"),
        group_id=parameter("group_id", sa.Text),
        parent_id=parameter("parent_id"),
        position=parameter("position", sa.Text),
        name=parameter("name", sa.Text),
        number=next_number(),
        values=parameter("values", Json),
        state=ACTIVE,
        creator_id=parameter("creator_id"),
        updates_count=0,
        created_at=parameter("now"),
        updated_at=parameter("now"),
    )
    .returning(pulses.c.number)
)
_LOCK_GROUP = (
    sa.select(groups.c.id)
    .where(
        groups.c.account_id == parameter("account_id"),
        groups.c.board_id == parameter("board_id"),
        groups.c.id == parameter("group_id", sa.Text),
    )
    .with_for_update()
)
_IN_GROUP = sa.and_(
    pulses.c.account_id == parameter("account_id"),
    pulses.c.board_id == parameter("board_id"),
    pulses.c.group_id == parameter("group_id", sa.Text),
)
_TOP = sa.select(sa.func.min(pulses.c.position)).where(_IN_GROUP)
_BOTTOM = sa.select(sa.func.max(pulses.c.position)).where(_IN_GROUP)
_RENAME = (
    sa.update(pulses)
    .where(_THE_PULSE)
    .values(name=parameter("name", sa.Text), updated_at=parameter("now"))
)
_SET_STATE = (
    sa.update(pulses)
    .where(_THE_PULSE)
    .values(state=parameter("state", sa.Text), updated_at=parameter("now"))
)
_SUBITEMS = sa.and_(
    pulses.c.account_id == parameter("account_id"), pulses.c.parent_id == parameter("pulse_id")
)
_PUT_SUBITEMS_AWAY = (
    sa.update(pulses)
    .where(_SUBITEMS, sa.or_(pulses.c.state == ACTIVE, pulses.c.state == ARCHIVED_ABOVE))
    .values(state=parameter("state", sa.Text), updated_at=parameter("now"))
)
_BRING_SUBITEMS_BACK = (
    sa.update(pulses)
    .where(_SUBITEMS, sa.or_(pulses.c.state == ARCHIVED_ABOVE, pulses.c.state == DELETED_ABOVE))
    .values(state=ACTIVE, updated_at=parameter("now"))
)
_OWN_STATE = sa.select(pulses.c.state).where(_THE_PULSE)
_SUBSCRIPTION = sa.select(pulse_subscribers.c.as_admin).where(_THE_SUBSCRIPTION)
_SUBSCRIBE = sa.insert(pulse_subscribers).values(
    account_id=parameter("account_id"),
    pulse_id=parameter("pulse_id"),
    user_id=parameter("user_id"),
    as_admin=parameter("as_admin", sa.Boolean),
    created_at=parameter("now"),
)
_SET_AS_ADMIN = (
    sa.update(pulse_subscribers)
    .where(_THE_SUBSCRIPTION)
    .values(as_admin=parameter("as_admin", sa.Boolean))
)
_UNSUBSCRIBE = sa.delete(pulse_subscribers).where(_THE_SUBSCRIPTION)


class NewPulse(msgspec.Struct, frozen=True):
    group: Group
    creator_id: int | None
    name: str
    values: dict[str, object]
    parent_id: int | None


async def create_pulse(
    work: Work,
    board_id: int,
    *,
    creator_id: int | None,
    name: str,
    group_id: str | None = None,
    at_bottom: bool = False,
    parent_id: int | None = None,
) -> Pulse:
    """On top of the group, of the board's first group where none is named. The creator subscribes to it.

    `parent_id`: of a pulse on the board whose subitems this one holds, found already.
    """
    board = await board_to_edit(work, board_id)
    if (board.parent_board_id is None) != (parent_id is None):
        raise Invalid(f"Board {board.id} holds subitems: they are made under an item.")
    group = await group_for_new(work, board, group_id)
    new = NewPulse(group, creator_id, name, {}, parent_id)
    pulse = await add_pulse(work, new, at_bottom)
    work.record(
        PulseCreated(
            board_id=board.id,
            pulse_id=pulse.id,
            group_id=group.id,
            name=name,
            parent_id=parent_id,
        )
    )
    return pulse


async def rename_pulse(work: Work, pulse_id: int, name: str) -> Pulse:
    pulse = await pulse_to_edit(work, pulse_id)
    await work.run(_RENAME, pulse_id=pulse.id, name=name)
    work.record(PulseRenamed(board_id=pulse.board_id, pulse_id=pulse.id, old=pulse.name, new=name))
    return await pulse_to_read(work, pulse.id)


async def archive_pulse(work: Work, pulse_id: int) -> Pulse:
    pulse = await pulse_to_edit(work, pulse_id)
    await work.run(_SET_STATE, pulse_id=pulse.id, state=ARCHIVED)
    await work.run(_PUT_SUBITEMS_AWAY, pulse_id=pulse.id, state=ARCHIVED_ABOVE)
    work.record(PulseArchived(board_id=pulse.board_id, pulse_id=pulse.id))
    return await pulse_to_read(work, pulse.id)


async def delete_pulse(work: Work, pulse_id: int) -> Pulse:
    """Out of everybody's sight; gives the pulse as it was."""
    pulse = await pulse_to_delete(work, pulse_id)
    # It may be archived by its group or its board alone.
    before = {"state": await work.one(_OWN_STATE, str, pulse_id=pulse.id)}
    await work.run(_SET_STATE, pulse_id=pulse.id, state=DELETED)
    await work.run(_PUT_SUBITEMS_AWAY, pulse_id=pulse.id, state=DELETED_ABOVE)
    work.record(PulseDeleted(board_id=pulse.board_id, pulse_id=pulse.id, before=before))
    return pulse


async def restore_pulse(work: Work, pulse_id: int) -> Pulse:
    """Where it was, with its values and what was said about it."""
    pulse = await pulse_to_restore(work, pulse_id)
    await work.run(_SET_STATE, pulse_id=pulse.id, state=ACTIVE)
    await work.run(_BRING_SUBITEMS_BACK, pulse_id=pulse.id)
    before = {"state": pulse.state}
    work.record(PulseRestored(board_id=pulse.board_id, pulse_id=pulse.id, before=before))
    return await pulse_to_read(work, pulse.id)


async def subscribe_to_pulse(
    work: Work, pulse_id: int, user_id: int, as_admin: bool | None = None
) -> User:
    """Only who sees the pulse can subscribe to it. Subscribing again sets `as_admin`, if it is given."""
    pulse = await pulse_to_discuss(work, pulse_id)
    board = await board_to_read(work, pulse.board_id)
    user = await active_user(work, user_id)
    check_guest_fits(board, user)
    if not await user_sees_board(work, board, user):
        raise Invalid(f"User {user.id} does not see the board of pulse {pulse.id}.")
    current = await work.first(_SUBSCRIPTION, bool, pulse_id=pulse.id, user_id=user.id)
    owner = bool(current) if as_admin is None else as_admin
    statement = _SUBSCRIBE if current is None else _SET_AS_ADMIN
    await work.run(statement, pulse_id=pulse.id, user_id=user.id, as_admin=owner)
    work.record(
        PulseSubscribed(board_id=board.id, pulse_id=pulse.id, user_id=user.id, as_admin=owner)
    )
    return user


async def unsubscribe_from_pulse(work: Work, pulse_id: int, user_id: int) -> User:
    pulse = await pulse_to_discuss(work, pulse_id)
    user = await user_to_name(work, user_id)
    if not await work.run(_UNSUBSCRIBE, pulse_id=pulse.id, user_id=user.id):
        raise NotFound(f"User {user.id} does not subscribe to pulse {pulse.id}.")
    work.record(PulseUnsubscribed(board_id=pulse.board_id, pulse_id=pulse.id, user_id=user.id))
    return user


async def places_on_top(work: Work, group: Group, count: int) -> list[str]:
    """Free positions above all pulses of the group, in order."""
    await lock_group(work, group)
    top = await work.one(_TOP, _or_none, board_id=group.board_id, group_id=group.id)
    return several_between(None, top, count)


async def lock_group(work: Work, group: Group) -> None:
    """Two at once must not take the same place."""
    await work.lock(_LOCK_GROUP, board_id=group.board_id, group_id=group.id)


async def _place_at_bottom(work: Work, group: Group) -> str:
    await lock_group(work, group)
    bottom = await work.one(_BOTTOM, _or_none, board_id=group.board_id, group_id=group.id)
    return between(bottom, None)


async def group_for_new(work: Work, board: Board, group_id: str | None) -> Group:
    if group_id is None:
        return await first_group(work, board)
    return await group_to_edit(work, board, group_id)


async def add_pulse(work: Work, new: NewPulse, at_bottom: bool) -> Pulse:
    """On top of its group or at the bottom; its creator subscribes."""
    group = new.group
    if at_bottom:
        position = await _place_at_bottom(work, group)
    else:
        (position,) = await places_on_top(work, group, 1)
    pulse_id = await work.new_id("pulse")
    values = as_json(new.values)
    number = await work.one(
        _ADD,
        int,
        id=pulse_id,
        board_id=group.board_id,
        group_id=group.id,
        position=position,
        parent_id=new.parent_id,
        name=new.name,
        values=values,
        creator_id=new.creator_id,
    )
    if new.creator_id is not None:
        await work.run(_SUBSCRIBE, pulse_id=pulse_id, user_id=new.creator_id, as_admin=True)
    return Pulse(
        id=pulse_id,
        board_id=group.board_id,
        group_id=group.id,
        parent_id=new.parent_id,
        position=position,
        name=new.name,
        number=number,
        values_text=values,
        state=ACTIVE,
        creator_id=new.creator_id,
        updates_count=0,
        last_update_at=None,
        created_at=work.now,
        updated_at=work.now,
    )


def _or_none(value: str | None) -> str | None:
    return value
