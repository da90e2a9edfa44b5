"""The answer's form in each version: what stands beside `data`, and how errors are told."""

from typing import Any

import msgspec
from graphql import GraphQLError
from starlette.types import Scope

from lundi.entrypoints.graphql_v2.documents import Unfit
from lundi.entrypoints.graphql_v2.errors import BROKEN, BUDGET_SPENT, UNAUTHORIZED, Told
from lundi.entrypoints.graphql_v2.old_words import in_old_words
from lundi.entrypoints.graphql_v2.versions import Version

_encode = msgspec.json.Encoder().encode
_OLD_STATUSES = {"ResourceNotFoundException": 404, UNAUTHORIZED: 403, "INTERNAL_SERVER_ERROR": 500}
_OLD_CODES = {
    UNAUTHORIZED: "UserUnauthorizedException",
    BUDGET_SPENT: "ComplexityException",
}


class Answer(msgspec.Struct):
    status: int
    body: bytes
    headers: list[tuple[bytes, bytes]] = []
    names_version: bool = True


class Envelope(msgspec.Struct):
    """What all answers to one request have in common. `account_id` 0 while it isn't known; `action`: as it is counted."""

    version: Version
    request_id: str
    account_id: int = 0
    is_file: bool = False
    action: str | None = None

    def data(self, data: Any, errors: list[GraphQLError]) -> Answer:
        """What was run, all of it or in part."""
        found: list[Told] = [error.extensions["told"] for error in errors if error.extensions]
        broken = next((one for one in found if one.code == BROKEN and one.http == 500), None)
        if broken is not None:
            return _broken(broken)
        body: dict[str, Any] = {"data": data}
        if not errors:
            return Answer(200, _encode({**body, **self._around()}))
        if not self.version.has("errors_as_objects"):
            body = body if _has_any(data) else {}
        else:
            body["errors"] = [
                _as_object(one, error) for one, error in zip(found, errors, strict=True)
            ]
        status = max(one.http for one in found)
        if not self.version.has("errors_only_as_objects"):
            body.update(_as_keys(found[0]))
            status = _OLD_STATUSES.get(found[0].code, status)
        return Answer(status, _encode({**body, **self._around()}), _retry(found[0]))

    def refusal(self, told: Told) -> Answer:
        """Nothing of it was run."""
        if told.http == 401:
            return self._not_authenticated()
        if told.code == BROKEN and told.http == 500:
            return _broken(told)
        body: dict[str, Any] = {}
        if self.version.has("errors_as_objects"):
            body["errors"] = [_as_object(told, None)]
        status = told.http
        if not self.version.has("errors_only_as_objects"):
            body = {**_as_keys(told), **body}
            status = _OLD_STATUSES.get(told.code, status)
        return Answer(status, _encode({**body, **self._around()}), _retry(told))

    def unfit(self, unfit: Unfit) -> Answer:
        """The document can't be run at all."""
        shown = [
            {"message": error.message, "locations": _places(error)}
            if self.version.has("errors_as_objects")
            else {"locations": _places(error), **in_old_words(error, unfit.ast)}
            for error in unfit.errors
        ]
        return Answer(200, _encode({"errors": shown, **self._around()}), names_version=False)

    def _not_authenticated(self) -> Answer:
        error: Any = {"message": "Not authenticated", "extensions": {"code": "NOT_AUTHENTICATED"}}
        if not self.version.has("errors_only_as_objects"):
            error = "Not Authenticated"
        return Answer(401, _encode({"errors": [error]}), names_version=False)

    def _around(self) -> dict[str, Any]:
        around: dict[str, Any] = {}
        if self.version.has("request_id"):
            around["extensions"] = {"request_id": self.request_id}
        if self.account_id and (self.is_file or not self.version.has("request_id")):
            around["account_id"] = self.account_id
        return around


def request_id_of(scope: Scope) -> str:
    return str(scope.get("state", {}).get("request_id", ""))


def _as_object(told: Told, error: GraphQLError | None) -> dict[str, Any]:
    shown: dict[str, Any] = {"message": told.message}
    if error is not None:
        shown["locations"] = _places(error)
        shown["path"] = error.path or []
    extensions = {"code": told.code, "status_code": told.status, "error_data": told.data}
    extensions |= told.more
    if told.reason is not None:
        extensions["reason"] = told.reason
    if told.retry_after is not None:
        extensions["retry_in_seconds"] = told.retry_after
    shown["extensions"] = extensions
    return shown


def _as_keys(told: Told) -> dict[str, Any]:
    sentence = told.message if told.retry_after is None else told.reason or told.message
    return {
        "error_message": sentence,
        "error_code": _OLD_CODES.get(told.code, told.code),
        "error_data": told.data,
        "status_code": told.status,
        **({"errors": [sentence]} if told.code == BUDGET_SPENT else {}),
    }


def _broken(told: Told) -> Answer:
    """In no version's form: uploads have their own."""
    extensions = {"status_code": told.status, "error_code": told.code, "reason": told.reason}
    body = {
        "status_code": told.status,
        "error_message": told.message,
        "error_code": told.code,
        "errors": [{"message": told.message, "extensions": extensions}],
    }
    return Answer(told.http, _encode(body), names_version=False)


def _retry(told: Told) -> list[tuple[bytes, bytes]]:
    return [] if told.retry_after is None else [(b"retry-after", str(told.retry_after).encode())]


def _places(error: GraphQLError) -> list[dict[str, int]]:
    return [{"line": place.line, "column": place.column} for place in error.locations or ()]


def _has_any(data: dict[str, Any] | None) -> bool:
    return any(value is not None for value in (data or {}).values())
