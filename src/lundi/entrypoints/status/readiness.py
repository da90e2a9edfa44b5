"""Whether this process can do its work: named checks. Others are added to the list in `app.py`."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence

import msgspec
import structlog

from lundi.core.errors import Refusal
from lundi.core.metrics import Gauge

OK = "ok"
SECONDS_KEPT = 1.0
"""However often it is asked, it is looked once in that time."""
SECONDS_TO_ANSWER = 3.0

_READY = Gauge(
    "lundi_ready", "Whether each of what /readyz looks at is in order (1) or not (0).", ("check",)
)
_log = structlog.get_logger()


class Check(msgspec.Struct, frozen=True):
    """`look` raises Refusal with a sentence that anybody may read; any other error is logged, not shown.

    `good_for`: for how many seconds it need not look again after all was well.
    """

    name: str
    look: Callable[[], Awaitable[None]]
    good_for: float = SECONDS_KEPT


class _Found(msgspec.Struct, frozen=True):
    answer: str
    until: float


class Readiness:
    def __init__(self, checks: Sequence[Check]) -> None:
        self._checks = checks
        self._found: dict[str, _Found] = {}
        self._looking = asyncio.Lock()

    async def look(self) -> dict[str, str]:
        """Each check with OK, or with what is wrong."""
        async with self._looking:
            answers = await asyncio.gather(*(self._look(check) for check in self._checks))
        return {check.name: answer for check, answer in zip(self._checks, answers, strict=True)}

    async def _look(self, check: Check) -> str:
        before = self._found.get(check.name)
        if before is not None and time.monotonic() < before.until:
            return before.answer
        answer = await _answer(check)
        kept = check.good_for if answer == OK else SECONDS_KEPT
        self._found[check.name] = _Found(answer, time.monotonic() + kept)
        _READY.set(answer == OK, check.name)
        if answer != (OK if before is None else before.answer):
            tell = _log.info if answer == OK else _log.warning
            tell("check changed", check=check.name, answer=answer)
        return answer


async def _answer(check: Check) -> str:
    try:
        async with asyncio.timeout(SECONDS_TO_ANSWER):
            await check.look()
    except Refusal as refusal:
        return str(refusal)
    except TimeoutError:
        return f"There was no answer within {SECONDS_TO_ANSWER:.0f} seconds."
    except Exception as error:
        # Its text may name addresses and users.
        _log.info("check failed", check=check.name, error=repr(error))
        return "It failed; the log says why."
    return OK
