"""One secret key for a database: what one key has sealed no other opens, so nobody goes on with another one."""

import sqlalchemy as sa

from lundi.core.errors import Refusal
from lundi.core.schema import metadata, parameter
from lundi.core.secrets import Vault
from lundi.core.work import Work

installation = sa.Table(
    "installation",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
_NAME = "key_fingerprint"
_KNOWN = sa.select(installation.c.value).where(installation.c.name == parameter("name", sa.Text))
_KEEP = sa.insert(installation).values(
    name=parameter("name", sa.Text), value=parameter("value", sa.Text)
)
_REPLACE = (
    sa.update(installation)
    .where(installation.c.name == parameter("name", sa.Text))
    .values(value=parameter("value", sa.Text))
)


async def is_known(work: Work, vault: Vault) -> bool:
    """False where the database knows no key yet. Raises Refusal where it knows another one."""
    known = await work.first(_KNOWN, str, name=_NAME)
    if known not in (None, vault.fingerprint):
        raise Refusal(
            "This database was set up with another secret key: give LUNDI_SECRET_KEY, or the file secret.key in the data"
            " folder, as the other nodes have it. If it is lost, run `lundi key adopt`."
        )
    return known is not None


async def adopt(work: Work, vault: Vault) -> None:
    """What was sealed with another key is lost then: tokens have to be rotated."""
    given = {"name": _NAME, "value": vault.fingerprint}
    if not await work.run(_REPLACE, **given):
        await work.run(_KEEP, **given)
