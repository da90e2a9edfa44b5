"""Word of what was written, from other processes to the server that is alone on a PostgreSQL, and its answer."""

import asyncio
import secrets
from typing import Any

from lundi.core.advisory import SERVING
from lundi.core.changes import Changes

TELL = "NOTIFY lundi_changes"
"""To be said with a commit."""
# Seconds.
TO_BE_HEARD = 2.0

_NEWS, _HEARD = "lundi_changes", "lundi_heard"
_NOTIFY = "SELECT pg_notify($1, $2)"
_IS_SERVED_ALONE = """
SELECT EXISTS (
  SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = database AND datname = current_database()
  WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND granted AND classid = $1::bigint::oid
)
"""


class Hearing:
    """By a connection on which one talks at a time: whoever holds `talking`."""

    def __init__(self, connection: Any, talking: asyncio.Lock, changes: Changes) -> None:
        self._connection = connection
        self._talking = talking
        self._changes = changes
        self._answers: set[asyncio.Task[None]] = set()

    async def begin(self) -> None:
        self._connection.add_termination_listener(self._miss)
        await self._connection.add_listener(_NEWS, self._hear)
        # What was written before is known to nobody here.
        self._changes.note_everywhere()
        self._changes.all_are_heard = True

    def _miss(self, _: Any) -> None:
        self._changes.all_are_heard = False

    def _hear(self, _: Any, __: int, ___: str, asked: str) -> None:
        self._changes.note_everywhere()
        if asked:
            answer = asyncio.create_task(self._answer(asked))
            self._answers.add(answer)
            answer.add_done_callback(self._answers.discard)

    async def _answer(self, asked: str) -> None:
        async with self._talking:
            await self._connection.execute(_NOTIFY, _HEARD, asked)


async def until_heard(connection: Any) -> None:
    """Whoever is told next that the change was made finds it there, by that server too. One that hangs isn't waited for long."""
    if not await connection.fetchval(_IS_SERVED_ALONE, SERVING):
        return
    question, answered = secrets.token_hex(8), asyncio.Event()

    def hear(_: Any, __: int, ___: str, answer: str) -> None:
        if answer == question:
            answered.set()

    await connection.add_listener(_HEARD, hear)
    try:
        await connection.execute(_NOTIFY, _NEWS, question)
        async with asyncio.timeout(TO_BE_HEARD):
            await answered.wait()
    except TimeoutError:
        """It hears of it once it goes on."""
    finally:
        await connection.remove_listener(_HEARD, hear)
