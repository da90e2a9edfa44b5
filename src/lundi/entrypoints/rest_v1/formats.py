"""How times and addresses are written in REST API v1."""

from functools import lru_cache

from lundi.core import clock
from lundi.core.work import Work


@lru_cache(50_000)
def when(microseconds: int) -> str:
    return clock.as_datetime(microseconds).strftime("%Y-%m-%dT%H:%M:%SZ")


def photo_url(work: Work, user_id: int) -> str:
    return f"{work.site}/photos/{user_id}.png"
