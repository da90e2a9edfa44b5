"""Work: one request's transaction, who does it, when, and what happened in it."""

from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Iterable,
    Mapping,
    Sequence,
)
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa

from lundi.core import clock
from lundi.core.database import Database, Session, T
from lundi.core.schema import Id, Json, Microseconds, metadata, parameter
from lundi.core.statements import Compiled, Statement

Row = TypeVar("Row")

events = sa.Table(
    "events",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("happened_at", Microseconds, nullable=False),
    sa.Column("actor_id", Id),
    sa.Column("board_id", Id),
    sa.Column("pulse_id", Id),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("data", Json, nullable=False),
    # What taking it back needs besides; told to nobody.
    sa.Column("before", Json),
    # The first event of the same Work: what one request changed is taken back as one.
    sa.Column("change_id", Id),
    # The event that this one has taken back.
    sa.Column("undoes", Id),
    # By what the actor asked: a Via.
    sa.Column("via", Json),
    sa.Index(None, "account_id", "board_id", "id"),
    sa.Index(None, "account_id", "change_id", "id"),
    sa.Index(
        None,
        "account_id",
        "pulse_id",
        "id",
        sqlite_where=sa.text("pulse_id IS NOT NULL"),
        postgresql_where=sa.text("pulse_id IS NOT NULL"),
    ),
    sa.Index(
        None,
        "account_id",
        "actor_id",
        "id",
        sqlite_where=sa.text("actor_id IS NOT NULL"),
        postgresql_where=sa.text("actor_id IS NOT NULL"),
    ),
)
_SINCE = (
    sa.select(events.c.id, events.c.actor_id, events.c.board_id, events.c.pulse_id, events.c.kind)
    .where(
        events.c.account_id == parameter("account_id"),
        events.c.id > parameter("after_id"),
        events.c.id <= parameter("up_to_id"),
    )
    .order_by(events.c.id)
    .limit(parameter("take"))
)
_LAST = sa.select(sa.func.max(events.c.id)).where(events.c.account_id == parameter("account_id"))
_RECORD = sa.insert(events).values(
    account_id=parameter("account_id"),
    id=parameter("id"),
    happened_at=parameter("now"),
    actor_id=parameter("actor_id"),
    board_id=parameter("board_id"),
    pulse_id=parameter("pulse_id"),
    kind=parameter("kind", sa.Text),
    data=parameter("data", Json),
    before=parameter("before", Json),
    change_id=parameter("change_id"),
    undoes=parameter("undoes"),
    via=parameter("via", Json),
)
PERSONAL, COMPANY, SESSION = "personal", "company", "session"


class Via(msgspec.Struct, frozen=True, omit_defaults=True):
    """By what one asks: PERSONAL or COMPANY for a token of theirs, SESSION for the web app.

    `client`: how the program calls itself. `version`: that of the API.
    """

    token: str
    client: str | None = None
    version: str | None = None


class Actor(msgspec.Struct, frozen=True):
    """Who asks. `user_id` is None for the account itself: the company token, or the server's operator."""

    account_id: int
    user_id: int | None
    role: str
    via: Via | None = None

    @property
    def is_company(self) -> bool:
        return self.user_id is None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened, named in the past tense; kept in the same transaction as the change itself.

    `before`: what taking it back needs besides its details; told to nobody.
    """

    board_id: int | None = None
    pulse_id: int | None = None
    before: dict[str, Any] | None = None


class Happened(msgspec.Struct, frozen=True):
    """An event that was kept, without its details."""

    id: int
    actor_id: int | None
    board_id: int | None
    pulse_id: int | None
    kind: str


class Work:
    """Runs statements for one actor. Each gets `account_id`, `viewer_id`, `sees_main` and `now` by itself."""

    def __init__(
        self,
        database: Database,
        session: Session,
        actor: Actor,
        site: str,
        now: int,
        *,
        is_newest: bool = False,
    ) -> None:
        """`is_newest`: it reads what is there now, and writes nothing."""
        self.memory: Mapping[type, Any] = database.memory if is_newest else {}
        """What domains hold in memory. A Work that writes sees what isn't kept yet, and an older one what is over: neither has it."""
        self.site = site
        """The address people reach this server by, for links: `https://host`."""
        self.now = now
        self._compiled = database.compiled
        self._kept = database.kept_rows
        self._has_one_writer = database.has_one_writer
        self._session = session
        self.undoes: int | None = None
        """The event that is being taken back."""
        self._events: list[Event] = []
        self._undoes: list[int | None] = []
        self._change_id: int | None = None
        self.enter(actor)

    def enter(self, actor: Actor) -> None:
        """Go on as this actor. For who begins as nobody: a token's owner, or the server's operator."""
        self.actor = actor
        self.account_id = actor.account_id
        self.acting_id = actor.user_id
        """The user in whose name a change is made; the company token may name one."""
        self._given: dict[str, Any] = {
            "account_id": actor.account_id,
            "viewer_id": actor.user_id or 0,
            "sees_main": actor.role != "guest",
            "now": self.now,
        }

    async def all(
        self, statement: Statement, row_type: Callable[..., Row], **parameters: Any
    ) -> list[Row]:
        compiled = self._compiled(statement)
        arguments = compiled.arguments(self._given, parameters)
        if compiled.reads:
            return await self._kept_or_read(compiled, arguments, row_type)
        self._note(compiled)
        return compiled.rows(await self._session.rows(compiled.sql, arguments), row_type)

    async def _kept_or_read(
        self, compiled: Compiled, arguments: Sequence[Any], row_type: Callable[..., Row]
    ) -> list[Row]:
        session = self._session
        for _, tables in session.written:
            if not compiled.reads.isdisjoint(tables):
                return compiled.rows(await session.rows(compiled.sql, arguments), row_type)
        key = (compiled, row_type, arguments)
        found = self._kept.find(self.account_id, key)
        if found is None:
            found = compiled.rows(await session.rows(compiled.sql, arguments), row_type)
            self._kept.keep(session.moment, key, found)
        return found

    def _note(self, compiled: Compiled) -> None:
        if compiled.writes:
            self._session.written.add((self.account_id, compiled.writes))

    async def all_once(
        self, statement: Statement, row_type: Callable[..., Row], **parameters: Any
    ) -> list[Row]:
        """As `all`, of a statement that was put together for this request."""
        compiled = self._compiled.once(statement)
        self._note(compiled)
        rows = await self._session.rows(compiled.sql, compiled.arguments(self._given, parameters))
        return compiled.rows(rows, row_type)

    async def first(
        self, statement: Statement, row_type: Callable[..., Row], **parameters: Any
    ) -> Row | None:
        rows = await self.all(statement, row_type, **parameters)
        return rows[0] if rows else None

    async def one(
        self, statement: Statement, row_type: Callable[..., Row], **parameters: Any
    ) -> Row:
        (row,) = await self.all(statement, row_type, **parameters)
        return row

    async def pages(
        self, statement: Statement, row_type: Callable[..., Row], **parameters: Any
    ) -> AsyncGenerator[list[Row]]:
        """As `all_once`, some rows at a time. In a snapshot, or in a Work that writes."""
        compiled = self._compiled.once(statement)
        arguments = compiled.arguments(self._given, parameters)
        async for rows in self._session.pages(compiled.sql, arguments):
            yield compiled.rows(rows, row_type)

    async def run_many(self, statement: Statement, many: Iterable[Sequence[Any]]) -> None:
        """Once with each of these, a statement of this request; their values in the order of the statement's parameters."""
        compiled = self._compiled.once(statement)
        self._note(compiled)
        await self._session.run_many(compiled.sql, many)

    async def run(self, statement: Statement, **parameters: Any) -> int:
        """How many rows it changed."""
        compiled = self._compiled(statement)
        self._note(compiled)
        return await self._session.run(compiled.sql, compiled.arguments(self._given, parameters))

    async def lock(self, statement: Statement, **parameters: Any) -> None:
        """By a statement that locks rows: nobody else changes them before the end of this transaction."""
        if not self._has_one_writer:
            await self.run(statement, **parameters)

    async def new_id(self, kind: str) -> int:
        return await self._session.new_id(kind)

    async def new_ids(self, kind: str, count: int) -> Sequence[int]:
        return await self._session.new_ids(kind, count)

    async def last_ids(self) -> dict[str, int]:
        return await self._session.last_ids()

    async def skip_ids(self, kind: str, last: int) -> None:
        await self._session.skip_ids(kind, last)

    def record(self, event: Event) -> None:
        self._events.append(event)
        self._undoes.append(self.undoes)

    async def change_id(self) -> int:
        """Of all that happens in this Work: the id of the first event. To be asked for at the end of an action: until the
        commit others wait for it who read what happened.
        """
        if self._change_id is None:
            (self._change_id,) = await self._session.event_ids(self.account_id, 1)
        return self._change_id

    @property
    def recorded(self) -> Sequence[Event]:
        """What happened in this transaction so far; it is kept at the end."""
        return self._events

    async def keep_events(self) -> None:
        if not self._events:
            return
        via = self.actor.via and as_json(self.actor.via)
        for event_id, event, undoes in zip(
            await self._event_ids(), self._events, self._undoes, strict=True
        ):
            await self.run(
                _RECORD,
                id=event_id,
                actor_id=self.acting_id,
                board_id=event.board_id,
                pulse_id=event.pulse_id,
                kind=type(event).__name__,
                data=as_json(_details(event)),
                before=None if event.before is None else as_json(event.before),
                change_id=self._change_id,
                undoes=undoes,
                via=via,
            )

    async def _event_ids(self) -> Sequence[int]:
        """Taken last of all, so that they rise in the order in which others see them."""
        given = [] if self._change_id is None else [self._change_id]
        more = len(self._events) - len(given)
        ids = [*given, *(await self._session.event_ids(self.account_id, more) if more else ())]
        self._change_id = ids[0]
        return ids

    async def settle(self, event_id: int) -> None:
        """Waits until no event of the account with a lower id than that one, which was seen, can still come."""
        await self._session.settle(self.account_id, event_id)


async def events_after(
    work: Work, event_id: int, take: int, up_to_id: int = 2**63 - 1
) -> list[Happened]:
    """What happened in the account since, oldest first; up to `last_event_id` nothing is missing."""
    return await work.all(_SINCE, Happened, after_id=event_id, up_to_id=up_to_id, take=take)


async def last_event_id(work: Work) -> int:
    """All that happened up to it is seen by what is read afterwards, and nothing of it is still to come."""
    last = await work.one(_LAST, lambda last: last or 0)
    await work.settle(last)
    return last


def as_json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def id_list(ids: Iterable[int]) -> str:
    """Ids as `schema.one_of` takes them."""
    return as_json(sorted(set(ids)))


def _details(event: Event) -> dict[str, Any]:
    own = event.__struct_fields__
    return {name: getattr(event, name) for name in own if name not in Event.__struct_fields__}


async def read(
    database: Database, actor: Actor, action: Callable[[Work], Awaitable[T]], *, site: str = ""
) -> T:
    return await database.read(
        lambda session: action(Work(database, session, actor, site, clock.now(), is_newest=True))
    )


@asynccontextmanager
async def snapshot(database: Database, actor: Actor) -> AsyncIterator[Work]:
    """Reads what was there at one moment, for as long as it takes."""
    async with database.snapshot() as session:
        yield Work(database, session, actor, "", clock.now())


async def read_late(
    database: Database, actor: Actor, action: Callable[[Work], Awaitable[T]], *, site: str = ""
) -> T:
    """As `read`, of what may be a second old, but never older than what this user changed."""
    is_newest = not database.reads_late
    return await database.read_late(
        lambda session: action(
            Work(database, session, actor, site, clock.now(), is_newest=is_newest)
        ),
        actor.account_id,
        actor.user_id or 0,
    )


async def write(
    database: Database,
    actor: Actor,
    action: Callable[[Work], Awaitable[T]],
    *,
    site: str = "",
    now: int | None = None,
) -> T:
    """One transaction, its events included. `now` moves the clock (microseconds), for importing what happened earlier."""

    async def whole(session: Session) -> tuple[T, Work]:
        work = Work(database, session, actor, site, now or clock.now())
        result = await action(work)
        if work.recorded:
            for listener in database.listeners:
                await listener(work)
            await work.keep_events()
        return result, work

    result, work = await database.write(whole)
    for follow in database.committed:
        await follow(work)
    if work.recorded:
        database.broker.publish(work.account_id)
    return result
