"""Single connections to PostgreSQL."""

import asyncio
import time
from typing import Any

import asyncpg

from lundi.core import postgres, postgres_session
from lundi.core.errors import Refusal
from lundi.core.opening import REVISION


async def dial(url: str, wait: float = 0, **given: Any) -> Any:
    """A connection to PostgreSQL; `given` is what asyncpg takes besides. Raises Refusal where there is none to be had within
    so many seconds.
    """
    ends_at = time.monotonic() + wait
    while True:
        try:
            return await asyncpg.connect(url, **given)
        except (ValueError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
            is_coming = isinstance(error, postgres_session.LOST) and not isinstance(
                error, ValueError
            )
            if not is_coming or time.monotonic() > ends_at:
                raise Refusal(f"PostgreSQL can't be reached: {error}.") from None
            await asyncio.sleep(postgres.LONGEST_PAUSE)


async def current_revision(url: str, wait: float) -> str | None:
    connection = await dial(url, wait)
    try:
        if not await connection.fetchval("SELECT to_regclass('alembic_version')"):
            return None
        return str(await connection.fetchval(REVISION))
    finally:
        await connection.close()
