"""Answers that are given again for as long as nothing was written in their account. No right is looked up then: a change of rights is
written in the account as well.
"""

from typing import Any, TypeAlias

import msgspec

from lundi.core.changes import Changes
from lundi.core.metrics import Counter
from lundi.domains.accounts.schemas import TokenOwner
from lundi.entrypoints.rest_v1.encoded import Encoded

Question: TypeAlias = tuple[str, ...]
"""All of a request that its answer depends on, besides what is in the database."""
LARGEST = 1 << 20
# What is kept beside the body, about.
_OVERHEAD = 1500

GIVEN_AGAIN = Counter(
    "lundi_answers_given_again_total",
    "Answers of REST API v1 that were known, as nothing was written in the account since.",
    known=[()],
)


class Known(msgspec.Struct, frozen=True):
    """`moment`: of the changes, taken before it was read."""

    moment: int
    owner: TokenOwner
    action: str
    answer: Encoded[Any]


class Answers:
    """Those that were asked for last, in so many bytes."""

    def __init__(self, changes: Changes, most_bytes: int) -> None:
        self._changes = changes
        self._room = most_bytes
        self._known: dict[Question, Known] = {}

    def find(self, question: Question) -> Known | None:
        known = self._known.pop(question, None)
        if known is None:
            return None
        if not self._changes.is_as_at(known.moment, known.owner.account_id):
            self._room += _size(known)
            return None
        # A dict is in the order in which it was filled.
        self._known[question] = known
        GIVEN_AGAIN.add()
        return known

    def keep(self, question: Question, known: Known) -> None:
        if _size(known) > LARGEST or not self._changes.all_are_heard:
            return
        self._forget(question)
        self._known[question] = known
        self._room -= _size(known)
        while self._room < 0:
            self._forget(next(iter(self._known)))

    def _forget(self, question: Question) -> None:
        known = self._known.pop(question, None)
        if known is not None:
            self._room += _size(known)


def _size(known: Known) -> int:
    return len(known.answer.body) + _OVERHEAD
