"""How the limits are told in an answer's headers, and in words."""

from functools import lru_cache
from math import ceil

from lundi.core.metrics import Counter
from lundi.core.rate_limit import DAY, MINUTE, Allowance, Verdict
from lundi.entrypoints.shared.errors import LimitReached

REJECTIONS = Counter(
    "lundi_limit_rejections_total",
    "Requests that were refused by a limit: of the plan or address (minute, day), of guesses (tries), of complexity.",
    ("limit",),
    known=[("minute",), ("day",), ("tries",), ("complexity",)],
)


def limit_headers(verdict: Verdict, minute: str = "minute") -> list[tuple[bytes, bytes]]:
    """`RateLimit-*` by the IETF draft, `X-RateLimit-*` with the reset in Unix seconds. `minute`: how that limit is called."""
    name = minute if verdict.name == "minute" else verdict.name
    state = f'"{name}";r={verdict.remaining};t={verdict.seconds_left}'
    headers = [
        (b"ratelimit-policy", _policy(verdict.allowance, minute)),
        (b"ratelimit", state.encode()),
        (b"x-ratelimit-limit", str(verdict.limit).encode()),
        (b"x-ratelimit-remaining", str(verdict.remaining).encode()),
        (b"x-ratelimit-reset", str(ceil(verdict.resets_at)).encode()),
    ]
    if not verdict.passed:
        headers.append((b"retry-after", str(verdict.seconds_left).encode()))
    return headers


@lru_cache
def _policy(allowance: Allowance, minute: str) -> bytes:
    policy = f'"{minute}";q={allowance.minute};w={MINUTE}'
    if allowance.day is not None:
        policy += f', "day";q={allowance.day};w={DAY}'
    return policy.encode()


def check_passed(verdict: Verdict) -> None:
    """Raises LimitReached."""
    if not verdict.passed:
        REJECTIONS.add(verdict.name)
        sentence = (
            f"The limit of {verdict.limit:,} requests a {verdict.name} is used up; "
            f"try again in {verdict.seconds_left} seconds."
        )
        raise LimitReached(sentence, verdict.name, verdict.seconds_left)
