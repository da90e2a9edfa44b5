"""Everything that is logged, as JSON lines on standard output, with the id of the request that it is about."""

import logging
import sys

import msgspec
import structlog
from structlog.typing import EventDict

from lundi.core.cause import request_id
from lundi.core.errors import Failing
from lundi.core.metrics import Counter

_LINES = Counter(
    "lundi_log_lines_total",
    "Warnings and errors that were logged; an error is worth a look each.",
    ("level",),
    known=[("warning",), ("error",)],
)


def set_up_logs() -> None:
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            *_COMMON,
            structlog.processors.JSONRenderer(serializer=_encoded),
        ],
        logger_factory=structlog.BytesLoggerFactory(file=sys.stdout.buffer),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
            foreign_pre_chain=[structlog.stdlib.add_log_level, *_COMMON],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)


def _in_short(_logger: object, _method: str, line: EventDict) -> EventDict:
    """Where a part that the server stands on is away, its sentence says all; a traceback leads nowhere."""
    given = line.get("exc_info")
    error = sys.exc_info()[1] if given is True else given
    if isinstance(error, Failing):
        del line["exc_info"]
        line["error"] = str(error)
    return line


def _with_request(logger: object, method: str, line: EventDict) -> EventDict:
    current = request_id.get()
    if current is not None:
        line.setdefault("request_id", current)
    return line


def _counted(logger: object, method: str, line: EventDict) -> EventDict:
    if line["level"] in ("warning", "error", "critical"):
        _LINES.add("warning" if line["level"] == "warning" else "error")
    return line


_COMMON = (
    _with_request,
    _counted,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _in_short,
    structlog.processors.format_exc_info,
)


def _encoded(line: object, **_: object) -> bytes:
    return msgspec.json.encode(line, enc_hook=str)
