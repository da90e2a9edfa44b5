"""Refusals -> the errors that clients of API v2 know: one table of codes, messages and statuses."""

from collections.abc import Callable
from typing import Any, TypeAlias

import msgspec
import structlog
from graphql import GraphQLError

from lundi.core import errors
from lundi.domains.accounts.kept_answers import KeyReused
from lundi.domains.docs.actions import CellFull
from lundi.domains.pulses.group_state_actions import LastGroup
from lundi.domains.pulses.input_actions import NameRefused, ValueRefused
from lundi.domains.pulses.move_actions import UnfitMapping, WouldLoseValues
from lundi.domains.pulses.querying.cursors import CursorExpired
from lundi.entrypoints.graphql_v2.bounds import TooBroad, TooDeep, TooMuch
from lundi.entrypoints.graphql_v2.complexity import BudgetSpent, TooDear
from lundi.entrypoints.graphql_v2.multipart import NoFile
from lundi.entrypoints.graphql_v2.versions import UnknownVersion
from lundi.entrypoints.shared.errors import BadKey, LimitReached, TooLarge, UnknownBody

_log = structlog.get_logger()
_GROUP_MISSING = "store.monday.automation.error.missing_group"
_COLUMN_MISSING = "store.monday.automation.error.missing_column"
_NO_LABEL = (
    "invalid value - label does not exist in column. Please check our API documentation for the correct"
    " data structure for this column."
)
UNAUTHORIZED = "USER_UNAUTHORIZED"
BUDGET_SPENT = "COMPLEXITY_BUDGET_EXHAUSTED"
BROKEN = "INTERNAL_SERVER_ERROR"
_BROKEN = "Internal server error"


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """`status` is what the error says; the answer itself has 200, but for `http` (and, in old versions, `status`)."""

    code: str
    message: str
    status: int = 200
    data: Any = {}
    reason: str | None = None
    """Our own sentence, where `message` is the one that clients compare with."""
    retry_after: int | None = None
    http: int = 200
    more: dict[str, Any] = {}
    """Stands beside `code` too."""


class NotDone(errors.Refusal):
    """The schema names it, and this server doesn't do it yet."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} isn't supported by this server yet.")


class NotJson(errors.Invalid):
    """What should be JSON is none."""


class Unable(errors.Refusal):
    """An id that can't be one."""


def told(error: Exception, operation: str = "") -> Told:
    """`operation`: the field of Mutation that it happened in; some tell what is missing in their own way."""
    if isinstance(error, errors.NotFound):
        return _missing(error, operation)
    for kind in type(error).__mro__:
        form = _FORMS.get(kind)
        if form is not None:
            return form(error)
    if isinstance(error, GraphQLError):
        return Told(code="InvalidArgumentException", message=error.message)
    _log.error("field failed", operation=operation, exc_info=error)
    return Told(code=BROKEN, message=_BROKEN, status=500, http=200)


_Form: TypeAlias = Callable[[Any], Told]


def _plain(code: str, status: int = 200, http: int = 200) -> _Form:
    return lambda error: Told(code=code, message=str(error), status=status, http=http)


def _forbidden(error: errors.Forbidden) -> Told:
    return Told(
        code=UNAUTHORIZED,
        message="User unauthorized to perform action",
        status=403,
        reason=str(error),
    )


def _refused_value(error: ValueRefused) -> Told:
    return Told(
        code="ColumnValueException",
        message=_NO_LABEL if error.is_label else str(error),
        data={"column_type": error.column_type},
        reason=str(error) if error.is_label else None,
    )


def _unfit_mapping(error: UnfitMapping) -> Told:
    return Told(
        code="InvalidArgumentException",
        message=f"Columns mapping is not in the expected format: {error}",
    )


def _would_lose(error: WouldLoseValues) -> Told:
    return _unfit_mapping(
        UnfitMapping(
            f"Board {error.board_id} has no column for the values of {', '.join(error.columns)}; "
            "with columns_mapping, in which they have no target, they are dropped."
        )
    )


def _limit(error: LimitReached) -> Told:
    code = "DAILY_LIMIT_EXCEEDED" if error.span == "day" else "RateLimitExceeded"
    return Told(code=code, message=str(error), status=429, retry_after=error.seconds, http=429)


def _spent(error: BudgetSpent) -> Told:
    return Told(
        code=BUDGET_SPENT,
        message="Complexity budget exhausted",
        status=429,
        reason=str(error),
        retry_after=error.seconds,
        http=429,
        more={
            "complexity": error.cost,
            "complexity_budget_left": error.left,
            "complexity_budget_limit": error.limit,
        },
    )


def _unavailable(error: errors.Unavailable) -> Told:
    return Told(
        code="API_TEMPORARILY_BLOCKED",
        message=str(error),
        status=503,
        retry_after=error.SECONDS,
        http=503,
    )


def _unauthenticated(error: errors.Unauthenticated) -> Told:
    return Told(code="NOT_AUTHENTICATED", message="Not authenticated", status=401, http=401)


def _broken(error: errors.Refusal) -> Told:
    """As clients know it of uploads; `reason` says more."""
    return Told(code=BROKEN, message=_BROKEN, status=500, reason=str(error), http=500)


_FORMS: dict[type, _Form] = {
    NoFile: _broken,
    NotDone: _plain("UNSUPPORTED_OPERATION", 501),
    NotJson: _plain("JsonParseException", 400),
    Unable: _plain("InvalidArgumentException"),
    LastGroup: _plain("DeleteLastGroupException", 409),
    CellFull: _plain("CellLimitExceededException"),
    CursorExpired: _plain("CursorExpiredError"),
    ValueRefused: _refused_value,
    NameRefused: _plain("ItemNameTooLongException"),
    WouldLoseValues: _would_lose,
    UnfitMapping: _unfit_mapping,
    UnknownVersion: _plain("InvalidVersionException"),
    TooDeep: _plain("maxDepthExceeded", 400),
    TooBroad: _plain("maxComplexityExceeded", 400),
    TooMuch: _plain("maxComplexityExceeded", 400),
    TooDear: _plain("maxComplexityExceeded", 400),
    BudgetSpent: _spent,
    LimitReached: _limit,
    TooLarge: _plain("BadRequest", 413, 413),
    UnknownBody: _plain("BadRequest", 415, 415),
    BadKey: _plain("BadRequest", 400, 400),
    KeyReused: _plain("IDEMPOTENCY_CONFLICT", 409, 409),
    errors.Unavailable: _unavailable,
    errors.StorageFull: _plain("INSUFFICIENT_STORAGE", 507, 507),
    errors.Unauthenticated: _unauthenticated,
    errors.Forbidden: _forbidden,
    errors.Conflict: _plain("RecordInvalidException", 422),
    errors.Invalid: _plain("InvalidArgumentException"),
}


_MISSING_IN_UPLOADS = {"add_file_to_column": "pulse_id", "add_file_to_update": "update_id"}


def told_of_upload(error: Exception, operation: str) -> Told:
    """In answers of /v2/file: what the file was meant for isn't there, or the file isn't."""
    if isinstance(error, errors.NotFound):
        missing = _MISSING_IN_UPLOADS.get(operation)
        if missing is not None and missing in error.asked:
            return _broken(error)
    return told(error, operation)


def _missing(error: errors.NotFound, operation: str) -> Told:
    asked = error.asked
    what = next(iter(asked), "")
    if what in _UNAUTHORIZED_INSTEAD.get(operation, ()):
        return _forbidden(errors.Forbidden(str(error)))
    if what == "pulse_id" and operation == "duplicate_item":
        return Told(code="InvalidItemIdException", message="Item not found", data=asked[what])
    if what == "board_id" and operation in _NO_BOARD:
        return Told(code="InvalidArgumentException", message="Board not found", data=asked)
    form = _MISSING.get(what)
    if form is None:
        return Told(code="ResourceNotFoundException", message=str(error), status=404, data=asked)
    return form(asked, str(error))


# Recorded from the original: there it can't be told from what one may not do.
_UNAUTHORIZED_INSTEAD = {
    "archive_board": ("board_id",),
    "archive_group": ("group_id",),
    "delete_group": ("group_id",),
}
_NO_BOARD = ("create_webhook", "webhooks")
_MISSING: dict[str, Callable[[dict[str, Any], str], Told]] = {
    "board_id": lambda asked, sentence: Told(
        code="InvalidBoardIdException",
        message="The board does not exist. Please check your board ID and try again",
        data={"board_id": asked["board_id"]},
    ),
    "pulse_id": lambda asked, sentence: Told(
        code="InvalidItemIdException",
        message="Item not found",
        data={"item_id": asked["pulse_id"]},
    ),
    "group_id": lambda asked, sentence: Told(
        code="ResourceNotFoundException",
        message="Group not found",
        status=404,
        data={"resource_type": "group", **asked, "error_reason": _GROUP_MISSING},
    ),
    "column_id": lambda asked, sentence: Told(
        code="InvalidColumnIdException",
        message="This column ID doesn't exist for the board",
        data={**asked, "error_reason": _COLUMN_MISSING},
    ),
    "update_id": lambda asked, sentence: Told(
        code="ResourceNotFoundException",
        message="Update not found",
        status=404,
        data={"resource_type": "update", **asked},
    ),
    "folder_id": lambda asked, sentence: Told(
        code="InvalidFolderIdException", message=sentence, data=asked
    ),
    "workspace_id": lambda asked, sentence: Told(
        code="InvalidWorkspaceIdException",
        message="The workspace does not exist. Please check your workspace ID and try again",
        data=asked,
    ),
    "user_id": lambda asked, sentence: Told(
        code="InvalidUserIdException", message=sentence, data=asked
    ),
}
