"""How times and addresses are written in REST API v1."""

from functools import lru_cache

from lundi.core import clock
from lundi.core.work import Work
from lundi.domains.pulses.schemas import Pulse


def when(microseconds: int) -> str:
    return _second(microseconds // clock.SECOND)


@lru_cache(50_000)
def _second(number: int) -> str:
    return clock.as_datetime(number * clock.SECOND).strftime("%Y-%m-%dT%H:%M:%SZ")


def photo_url(work: Work, user_id: int) -> str:
    return f"{work.site}/photos/{user_id}.png"


def pulse_url(site: str, pulse: Pulse) -> str:
    return f"{site}/boards/{pulse.board_id}/pulses/{pulse.id}"
