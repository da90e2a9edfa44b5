"""One declaration of an action: from it come its route, its decoding, its documentation and its tests."""

import inspect
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

import msgspec

from lundi.core.work import Work
from lundi.entrypoints.rest_v1.encoded import Encoded
from lundi.entrypoints.rest_v1.parameters import Params

Handler: TypeAlias = Callable[[Work, Any], Awaitable[Any]]


class Operation(msgspec.Struct, frozen=True):
    """`path` is below /v1 and ends with .json; `errors` are the statuses of refusals beside those every action knows.

    `may_be_late`: what it reads may be a second old. `lasts`: its answer stays the same until something is written.
    """

    method: str
    path: str
    tag: str
    name: str
    summary: str
    params: type[Params]
    answer: Any
    status: int
    example: Any
    errors: tuple[int, ...]
    handler: Handler
    may_be_late: bool
    lasts: bool

    @property
    def writes(self) -> bool:
        return self.method != "GET"

    @property
    def takes_key(self) -> bool:
        """It may be sent again under an Idempotency-Key; the others change nothing more the second time."""
        return self.method == "POST"


OPERATIONS: list[Operation] = []


def get(
    path: str, *, tag: str, example: Any, may_be_late: bool = False, lasts: bool = False
) -> Callable[[Handler], Handler]:
    return _declare("GET", path, tag, 200, example, may_be_late, lasts)


def put(path: str, *, tag: str, example: Any) -> Callable[[Handler], Handler]:
    return _declare("PUT", path, tag, 200, example)


def delete(path: str, *, tag: str, example: Any) -> Callable[[Handler], Handler]:
    return _declare("DELETE", path, tag, 200, example)


def post(path: str, *, tag: str, example: Any) -> Callable[[Handler], Handler]:
    return _declare("POST", path, tag, 201, example)


def _declare(
    method: str,
    path: str,
    tag: str,
    status: int,
    example: Any,
    may_be_late: bool = False,
    lasts: bool = False,
) -> Callable[[Handler], Handler]:
    def declare(handler: Handler) -> Handler:
        hints = get_type_hints(handler, include_extras=True)
        OPERATIONS.append(
            Operation(
                method=method,
                path=path,
                tag=tag,
                name=handler.__name__,
                summary=inspect.cleandoc(handler.__doc__ or ""),
                params=hints["params"],
                answer=_answer_type(hints["return"]),
                status=status,
                example=example,
                errors=_errors(method, hints["params"]),
                handler=handler,
                may_be_late=may_be_late,
                lasts=lasts,
            )
        )
        return handler

    return declare


def _errors(method: str, params: type[Params]) -> tuple[int, ...]:
    statuses = {401, 413, 415, 429, 503}
    if params.declared:
        statuses |= {400, 404}
    if method != "GET":
        statuses |= {400, 403, 409, 507}
    if method == "POST":
        statuses.add(422)
    return tuple(sorted(statuses))


def _answer_type(returned: Any) -> Any:
    return get_args(returned)[0] if get_origin(returned) is Encoded else returned
