"""What the server does by itself: keeps what it has counted, and forgets what is too old."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog

from lundi.core import clock
from lundi.core.blobs import Blobs
from lundi.core.database import Database
from lundi.core.installation import LEASE, begin_turn, is_due, move_turn
from lundi.core.metrics import Counter, Gauge
from lundi.core.work import Actor, Work, read, write
from lundi.domains.accounts.client_usage import forget_old_clients
from lundi.domains.accounts.invitations import forget_expired_invitations
from lundi.domains.accounts.kept_answers import forget_old_answers
from lundi.domains.accounts.mails import Outbox
from lundi.domains.accounts.queries import NOBODY, account_ids
from lundi.domains.accounts.resets import forget_expired_resets
from lundi.domains.accounts.session_actions import forget_old_sessions
from lundi.domains.accounts.usage import Usage, forget_old_minutes
from lundi.domains.feeds.notifications import forget_old_notifications
from lundi.domains.feeds.recycling import MOST_AT_ONCE, purge
from lundi.domains.files.sweeping import MOST_AT_ONCE as MOST_FILES_AT_ONCE
from lundi.domains.files.sweeping import purge_files, sweep
from lundi.domains.pulses.querying.pages import forget_old_snapshots
from lundi.domains.webhooks.actions import forget_old_deliveries

SECONDS_TO_KEEP_COUNTS = 10
SECONDS_TO_LOOK = 60
SECONDS_TO_SEND = 15
TIDIED_EVERY = 60 * clock.MINUTE
TIDYING = "tidying"

COUNTS, TIDY, MAILS = "counts", "tidy", "mails"
_LAST_RUN = Gauge(
    "lundi_housekeeping_last_run_timestamp_seconds",
    "When housekeeping last came to its end: counts (kept every 10 seconds), tidy (looked for every minute), mails.",
    ("task",),
)
_FAILURES = Counter(
    "lundi_housekeeping_failures_total",
    "Runs of housekeeping that broke off; the reason is in the log.",
    ("task",),
    known=[(COUNTS,), (TIDY,), (MAILS,)],
)
_log = structlog.get_logger()


@asynccontextmanager
async def housekeeping(
    database: Database, usage: Usage, blobs: Blobs, outbox: Outbox | None = None
) -> AsyncIterator[None]:
    """Goes on beside what is inside; the last counts are kept when that ends."""
    tasks = [
        asyncio.create_task(_every(COUNTS, SECONDS_TO_KEEP_COUNTS, lambda: usage.flush(database))),
        asyncio.create_task(_every(TIDY, SECONDS_TO_LOOK, lambda: tidy_in_turn(database, blobs))),
    ]
    if outbox is not None:
        tasks.append(asyncio.create_task(_every(MAILS, SECONDS_TO_SEND, outbox.send_due)))
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await usage.flush(database)


async def tidy_in_turn(database: Database, blobs: Blobs) -> None:
    """Where it is due and no other process does it. One that dies in the middle has its turn taken over."""
    if not await read(database, NOBODY, lambda work: is_due(work, TIDYING)):
        return
    began = clock.now()
    turn = await write(database, NOBODY, lambda work: begin_turn(work, TIDYING))
    for account_id in await read(database, NOBODY, account_ids):
        if turn is None:
            return
        await _tidy_account(database, blobs, account_id)
        turn = await _move_turn(database, turn, clock.now() + LEASE)
    if turn is not None:
        await _move_turn(database, turn, began + TIDIED_EVERY)


async def _move_turn(database: Database, turn: int, until: int) -> int | None:
    return await write(database, NOBODY, lambda work: move_turn(work, TIDYING, turn, until))


async def tidy(database: Database, blobs: Blobs) -> None:
    """Removes for good what is past its time, account by account."""
    await database.tidy()
    for account_id in await read(database, NOBODY, account_ids):
        await _tidy_account(database, blobs, account_id)


async def _tidy_account(database: Database, blobs: Blobs, account_id: int) -> None:
    nobody = Actor(account_id, None, "company")
    while await write(database, nobody, purge) >= MOST_AT_ONCE:
        """Others may write in between."""
    while await write(database, nobody, purge_files) == MOST_FILES_AT_ONCE:
        """As above."""
    await sweep(database, nobody, blobs)
    await write(database, nobody, _forget)


async def _forget(work: Work) -> None:
    await forget_old_sessions(work)
    await forget_expired_invitations(work)
    await forget_expired_resets(work)
    await forget_old_minutes(work)
    await forget_old_clients(work)
    await forget_old_answers(work)
    await forget_old_snapshots(work)
    await forget_old_deliveries(work)
    await forget_old_notifications(work)


async def _every(task: str, seconds: int, act: Callable[[], Awaitable[None]]) -> None:
    while True:
        await _attempt(task, act)
        await asyncio.sleep(seconds)


async def _attempt(task: str, act: Callable[[], Awaitable[None]]) -> None:
    try:
        await act()
    except Exception:
        _FAILURES.add(task)
        _log.exception("housekeeping failed", task=task)
    else:
        _LAST_RUN.set(time.time(), task)
