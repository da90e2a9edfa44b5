"""What is known of the installation as a whole, by name: which secret key it has, and when what is due next."""

import sqlalchemy as sa

from lundi.core import clock
from lundi.core.schema import LOOKED_UP_FIRST, metadata, parameter
from lundi.core.work import Work

installation = sa.Table(
    "installation",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
    info=LOOKED_UP_FIRST,
)
LEASE = 5 * clock.MINUTE
"""How long a turn lasts of which nobody hears any more."""

_VALUE = sa.select(installation.c.value).where(installation.c.name == parameter("name", sa.Text))
_KEEP = sa.insert(installation).values(
    name=parameter("name", sa.Text), value=parameter("value", sa.Text)
)
_THE_FACT = installation.c.name == parameter("name", sa.Text)
_REPLACE = sa.update(installation).where(_THE_FACT).values(value=parameter("value", sa.Text))
_REPLACE_KNOWN = (
    sa.update(installation)
    .where(_THE_FACT, installation.c.value == parameter("known", sa.Text))
    .values(value=parameter("value", sa.Text))
)


async def fact(work: Work, name: str) -> str | None:
    return await work.first(_VALUE, str, name=name)


async def keep_fact(work: Work, name: str, value: str) -> None:
    if not await work.run(_REPLACE, name=name, value=value):
        await work.run(_KEEP, name=name, value=value)


async def is_due(work: Work, name: str) -> bool:
    """Of what is done by one process at a time: nobody does it, and its time has come."""
    known = await fact(work, name)
    return known is None or int(known) <= work.now


async def begin_turn(work: Work, name: str) -> int | None:
    """The turn; None where another process was faster. Who has it moves it on from time to time, and to the next time at the end."""
    known = await fact(work, name)
    until = work.now + LEASE
    if known is None:
        await work.run(_KEEP, name=name, value=str(until))
        return until
    return await move_turn(work, name, int(known), until) if int(known) <= work.now else None


async def move_turn(work: Work, name: str, held: int, until: int) -> int | None:
    """None where it was lost."""
    moved = await work.run(_REPLACE_KNOWN, name=name, known=str(held), value=str(until))
    return until if moved else None
