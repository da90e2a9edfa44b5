"""One declaration of what the web app may ask for: from it come its route, its decoding, its OpenAPI document and the app's types."""

import inspect
import re
from collections.abc import Awaitable, Callable
from types import NoneType
from typing import Any, TypeAlias, cast, get_args, get_type_hints

import msgspec

from lundi.core.attempts import Attempts
from lundi.core.database import Database
from lundi.core.outbound import Caller
from lundi.core.rate_limit import Allowance
from lundi.core.secrets import Vault
from lundi.core.work import Actor, Work
from lundi.domains.accounts.mails import Outbox
from lundi.domains.accounts.queries import NOBODY
from lundi.domains.accounts.usage import Usage
from lundi.domains.files.storing import Store

_IN_PATH = re.compile(r"{(\w+)}")
_ELSEWHERE = {"work", "visit", "given", "body"}

Handler: TypeAlias = Callable[..., Awaitable[Any]]
AddExample: TypeAlias = Callable[[Work], Awaitable[None]]


class Visit(msgspec.Struct):
    """What an action may need besides its Work. `cookie`: the session's secret to give to the browser, "" to take it away.

    `afterwards` runs once the answer is sent: how long it takes tells nobody anything.
    """

    database: Database
    vault: Vault
    caller: Caller
    attempts: Attempts
    outbox: Outbox | None
    plans: dict[str, Allowance]
    usage: Usage
    add_example: AddExample
    store: Store
    site: str
    address: str
    browser: str
    secret: str | None
    actor: Actor = NOBODY
    session_id: int = 0
    cookie: str | None = None
    afterwards: list[Callable[[], Awaitable[None]]] = []


class Operation(msgspec.Struct, frozen=True):
    """`path` is below /app. `given` is the body's type, where it is JSON. `takes`: what the handler wants, by name; `in_path`,
    and `in_query` with its type: where that is not the body.

    One that is `public` is for who isn't signed in. It, and any other that takes no Work, opens its own by its Visit.
    """

    method: str
    path: str
    name: str
    summary: str
    given: Any
    answer: Any
    handler: Handler
    takes: dict[str, Any]
    in_path: tuple[str, ...]
    in_query: dict[str, type]
    public: bool

    @property
    def writes(self) -> bool:
        return self.method != "GET"

    @property
    def takes_file(self) -> bool:
        """Its `body` is a file, which it reads itself, once it knows that it may be brought."""
        return "body" in self.takes

    @property
    def in_work(self) -> bool:
        return "work" in self.takes

    @property
    def for_admins(self) -> bool:
        return self.path.startswith("/admin/")


OPERATIONS: list[Operation] = []


def get(path: str, *, public: bool = False) -> Callable[[Handler], Handler]:
    return _declare("GET", path, public)


def put(path: str) -> Callable[[Handler], Handler]:
    return _declare("PUT", path, False)


def post(path: str, *, public: bool = False) -> Callable[[Handler], Handler]:
    return _declare("POST", path, public)


def delete(path: str) -> Callable[[Handler], Handler]:
    return _declare("DELETE", path, False)


def _declare(method: str, path: str, public: bool) -> Callable[[Handler], Handler]:
    def declare(handler: Handler) -> Handler:
        hints = get_type_hints(handler)
        answer = hints.pop("return")
        in_path = tuple(_IN_PATH.findall(path))
        in_query = hints.keys() - _ELSEWHERE - set(in_path)
        OPERATIONS.append(
            Operation(
                method=method,
                path=path,
                name=handler.__name__,
                summary=inspect.cleandoc(handler.__doc__ or ""),
                given=hints.get("given"),
                answer=answer,
                handler=handler,
                takes=hints,
                in_path=in_path,
                in_query={name: _sole(hints[name]) for name in hints if name in in_query},
                public=public,
            )
        )
        return handler

    return declare


def _sole(kind: Any) -> type:
    """`int | None` is an int that need not be there."""
    (sole,) = (one for one in get_args(kind) or (kind,) if one is not NoneType)
    if sole not in (int, str, bool):
        raise TypeError(f"A query can't hold {kind}.")
    return cast(type, sole)
