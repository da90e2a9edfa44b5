"""One secret key for a database: what one key has sealed no other opens, so nobody goes on with another one."""

from lundi.core.errors import Refusal
from lundi.core.installation import fact, keep_fact
from lundi.core.secrets import Vault
from lundi.core.work import Work

_NAME = "key_fingerprint"


async def is_known(work: Work, vault: Vault) -> bool:
    """False where the database knows no key yet. Raises Refusal where it knows another one."""
    known = await fact(work, _NAME)
    if known not in (None, vault.fingerprint):
        raise Refusal(
            "This database was set up with another secret key: give LUNDI_SECRET_KEY, or the file secret.key in the data"
            " folder, as the other nodes have it. If it is lost, run `lundi key adopt`."
        )
    return known is not None


async def adopt(work: Work, vault: Vault) -> None:
    """What was sealed with another key is lost then: tokens have to be rotated."""
    await keep_fact(work, _NAME, vault.fingerprint)
