"""OpenTelemetry traces, where OTEL_EXPORTER_OTLP_ENDPOINT says where they go. Loaded only then: it takes 4 MB.

A span for each request, below it one for each read and write of the database. The OTEL_* variables of the SDK hold.
"""

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import msgspec

ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT"
SECONDS_TO_SEND = 5
"""How long the end of the server waits for the last spans to be taken."""


class _State(msgspec.Struct):
    tracer: Any = None


_state = _State()


class Begun(msgspec.Struct, frozen=True):
    """A span that is going on; what is done meanwhile stands below it."""

    span: Any
    token: Any


def is_on() -> bool:
    return _state.tracer is not None


@contextmanager
def exported(version: str, say: Callable[[str], None]) -> Iterator[None]:
    """As long as what is inside goes on. Where the packages aren't there, `say` is told, and there are none."""
    provider = _provider(version, say) if os.environ.get(ENDPOINT) else None
    if provider is None:
        yield
        return
    _state.tracer = provider.get_tracer("lundi", version)
    try:
        yield
    finally:
        _state.tracer = None
        # Where nobody takes them the exporter would try for longer than anybody waits for a server to end.
        ending = threading.Thread(target=provider.shutdown, daemon=True)
        ending.start()
        ending.join(SECONDS_TO_SEND)


def _provider(version: str, say: Callable[[str], None]) -> Any:
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415
            OTLPSpanExporter,
        )
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415
    except ImportError:
        say(
            f"{ENDPOINT} is set, but what sends traces isn't installed: `pip install 'lundi[otel]'`."
        )
        return None
    named = Resource.create({"service.version": version})
    if str(named.attributes["service.name"]).startswith("unknown_service"):
        named = named.merge(Resource({"service.name": "lundi"}))
    provider = TracerProvider(resource=named, shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return provider


def begin(headers: Iterable[tuple[bytes, bytes]]) -> Begun:
    """A request's span, below the one that its `traceparent` names."""
    from opentelemetry import context, trace  # noqa: PLC0415
    from opentelemetry.trace.propagation import tracecontext  # noqa: PLC0415

    wanted = (b"traceparent", b"tracestate")
    given = {name.decode(): value.decode("latin-1") for name, value in headers if name in wanted}
    parent = tracecontext.TraceContextTextMapPropagator().extract(given)
    span = _state.tracer.start_span("request", context=parent, kind=trace.SpanKind.SERVER)
    return Begun(span, context.attach(trace.set_span_in_context(span, parent)))


def end(begun: Begun, name: str, attributes: Mapping[str, str | int], *, failed: bool) -> None:
    from opentelemetry import context, trace  # noqa: PLC0415

    begun.span.update_name(name)
    begun.span.set_attributes(attributes)
    if failed:
        begun.span.set_status(trace.StatusCode.ERROR)
    begun.span.end()
    context.detach(begun.token)


def add_span(name: str, seconds: float) -> None:
    """Of something that has just ended, where it was within a request."""
    from opentelemetry import trace  # noqa: PLC0415

    if trace.get_current_span().is_recording():
        now = time.time_ns()
        span = _state.tracer.start_span(name, start_time=now - int(seconds * 1e9))
        span.end(now)
