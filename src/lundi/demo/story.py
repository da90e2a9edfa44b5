"""The demo company's history as steps: each somebody's, at a moment; all of them in one transaction."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

import msgspec

from lundi.core.database import Database, Session
from lundi.core.work import Actor, Work
from lundi.domains.accounts.actions import NewAccount, NewUser
from lundi.domains.accounts.queries import NOBODY

OPERATOR = ""


class Made(msgspec.Struct):
    """What the steps so far have made, by what the plan calls it."""

    account: NewAccount = NewAccount(0, "", "")
    actors: dict[str, Actor] = msgspec.field(default_factory=lambda: {OPERATOR: NOBODY})
    people: dict[str, NewUser] = msgspec.field(default_factory=dict)
    boards: dict[str, int] = msgspec.field(default_factory=dict)
    groups: dict[tuple[str, str], str] = msgspec.field(default_factory=dict)
    columns: dict[tuple[str, str], str] = msgspec.field(default_factory=dict)
    pulses: dict[tuple[str, str], int] = msgspec.field(default_factory=dict)
    updates: dict[tuple[str, str, int], int] = msgspec.field(default_factory=dict)
    """By board, pulse and moment."""


Act: TypeAlias = Callable[[Work, Made], Awaitable[None]]


class Step(msgspec.Struct, frozen=True):
    """`who`: a key of the plan's people, or OPERATOR."""

    moment: int
    who: str
    act: Act


async def play(database: Database, steps: list[Step], tell: Callable[[int], None]) -> Made:
    """All steps in the order of their moments, or nothing at all. `tell` hears how many are done."""
    in_order = sorted(steps, key=lambda step: step.moment)

    async def whole(session: Session) -> Made:
        made = Made()
        for number, step in enumerate(in_order):
            work = Work(database, session, made.actors[step.who], "", step.moment)
            await step.act(work, made)
            await work.keep_events()
            tell(number + 1)
        return made

    return await database.write(whole)
