"""Webhooks as the product knows them. Times in microseconds."""

from typing import Any

import msgspec

EVENTS = (
    "change_column_value",
    "change_name",
    "change_specific_column_value",
    "change_status_column_value",
    "change_subitem_column_value",
    "change_subitem_name",
    "create_column",
    "create_item",
    "create_subitem",
    "create_subitem_update",
    "create_update",
    "delete_update",
    "edit_update",
    "item_archived",
    "item_deleted",
    "item_moved_to_any_group",
    "item_moved_to_specific_group",
    "item_restored",
    "move_subitem",
    "subitem_archived",
    "subitem_deleted",
)
NOT_LEASED = 0
WAITING, DELIVERED, FAILED = "waiting", "delivered", "failed"
"""A delivery that failed was given up."""


class Webhook(msgspec.Struct, frozen=True):
    """`config`: what of the event it is about: {"columnId"}, {"columnValue"}, {"groupId"}. `created_by` None: the company token.

    `sealed`: the secret that signs what it delivers.
    """

    id: int
    board_id: int
    event: str
    config: dict[str, Any] | None
    url: str
    sealed: bytes
    created_by: int | None
    created_at: int


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """`status` and `answer`, its start, where there was an answer; else `error` says why not."""

    at: int
    milliseconds: int
    status: int | None = None
    answer: str = ""
    error: str = ""

    @property
    def succeeded(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


class Delivery(msgspec.Struct, frozen=True):
    """`next_at`: when it is tried next. `request_id`: of the request that caused it."""

    id: int
    webhook_id: int
    payload: str
    state: str
    tries: int
    next_at: int | None
    attempts: list[dict[str, Any]]
    created_at: int
    request_id: str | None

    @property
    def past_attempts(self) -> list[Attempt]:
        return msgspec.convert(self.attempts, list[Attempt])
