"""Which request is being answered: its id, for what is logged and told on the way."""

from contextvars import ContextVar

request_id: ContextVar[str | None] = ContextVar("request_id", default=None)
