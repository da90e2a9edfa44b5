"""Who is asking: the token, in every place that a client may put it."""

from lundi.core.work import COMPANY, PERSONAL, Actor, Via, Work
from lundi.domains.accounts.queries import token_owner
from lundi.domains.accounts.schemas import TokenOwner
from lundi.entrypoints.shared.body import Tree
from lundi.entrypoints.shared.headers import Headers

LONGEST_TOKEN = 512
LONGEST_CLIENT = 100


def token_in(query: Tree, body: Tree, headers: Headers) -> str | None:
    """The first of: `api_key` of the query, of the body, the Authorization header with or without Bearer."""
    for tree in (query, body):
        given = tree.get("api_key")
        if given not in (None, ""):
            return str(given)
    header = headers.get("authorization", "").strip()
    scheme, _, rest = header.partition(" ")
    token = rest.strip() if scheme.lower() == "bearer" else header
    return token or None


async def owner_of(work: Work, token: str | None) -> TokenOwner | None:
    if token is None or len(token) > LONGEST_TOKEN:
        return None
    return await token_owner(work, token)


def actor_of(owner: TokenOwner, headers: Headers, version: str) -> Actor:
    """`version`: of the API that is asked."""
    token = PERSONAL if owner.user_id else COMPANY
    via = Via(token, _client_in(headers), version)
    return Actor(owner.account_id, owner.user_id or None, owner.role, via)


def _client_in(headers: Headers) -> str | None:
    """How the program calls itself."""
    name = headers.get("user-agent", "")[:LONGEST_CLIENT].strip()
    return name if name.isprintable() and name else None
