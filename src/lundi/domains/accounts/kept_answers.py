"""A request that its client gave a key is done once: its answer is kept in the transaction of its change, for who sends it again."""

import msgspec
import sqlalchemy as sa

from lundi.core.clock import DAY
from lundi.core.errors import Refusal
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.accounts.tables import kept_answers

LIFETIME = DAY

_THE_ANSWER = sa.and_(
    kept_answers.c.account_id == parameter("account_id"),
    kept_answers.c.user_id == parameter("viewer_id"),
    kept_answers.c.key == parameter("key", sa.Text),
    kept_answers.c.part == parameter("part", sa.Text),
)
_FIND = sa.select(kept_answers.c.digest, kept_answers.c.answer).where(_THE_ANSWER)
_TAKE = sa.insert(kept_answers).values(
    account_id=parameter("account_id"),
    user_id=parameter("viewer_id"),
    key=parameter("key", sa.Text),
    part=parameter("part", sa.Text),
    digest=parameter("digest", sa.LargeBinary),
    answer=b"",
    created_at=parameter("now"),
)
_KEEP = (
    sa.update(kept_answers).where(_THE_ANSWER).values(answer=parameter("answer", sa.LargeBinary))
)
_FORGET = sa.delete(kept_answers).where(
    kept_answers.c.account_id == parameter("account_id"),
    kept_answers.c.created_at < parameter("before"),
)


class KeyReused(Refusal):
    """The key is another request's."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"The Idempotency-Key '{key}' was sent with another request: give each request its own."
        )


class Key(msgspec.Struct, frozen=True):
    """`name` is the client's; the same `digest` is the same request."""

    name: str
    digest: bytes


class _Kept(msgspec.Struct, frozen=True):
    digest: bytes
    answer: bytes


async def kept_answer(work: Work, key: Key, part: str = "") -> bytes | None:
    """None where it isn't done yet. Raises KeyReused."""
    kept = await work.first(_FIND, _Kept, key=key.name, part=part)
    if kept is None:
        return None
    if kept.digest != key.digest:
        raise KeyReused(key.name)
    return kept.answer


async def take_key(work: Work, key: Key, part: str = "") -> bytes | None:
    """As `kept_answer`; where that is None, who takes it at the same moment waits for the end of this transaction."""
    answer = await kept_answer(work, key, part)
    if answer is None:
        await work.run(_TAKE, key=key.name, part=part, digest=key.digest)
    return answer


async def keep_answer(work: Work, key: Key, answer: bytes, part: str = "") -> None:
    """Of a key that was taken in the same transaction."""
    await work.run(_KEEP, key=key.name, part=part, answer=answer)


async def forget_old_answers(work: Work) -> None:
    await work.run(_FORGET, before=work.now - LIFETIME)
