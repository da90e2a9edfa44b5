"""What may be tried some times only."""

from lundi.entrypoints.app_api.operation import Visit
from lundi.entrypoints.shared.errors import LimitReached


def check_unlocked(visit: Visit, *keys: str) -> None:
    """Raises LimitReached while one of them has been tried too often."""
    seconds = visit.attempts.seconds_locked(*keys)
    if seconds:
        raise LimitReached(f"That was tried too often; try again in {seconds} seconds.")
