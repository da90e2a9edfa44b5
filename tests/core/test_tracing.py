"""Traces: a span for each request, below it its reads and writes, sent to a real receiver."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import httpx
import pytest

from lundi.core.opening import FILE
from tests.collector import Collector, collector
from tests.process import Installation

SERVER_SPAN = 2
PARENT, CALLER = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
TOKEN = "0123456789abcdef" * 2


@pytest.fixture
def there() -> Iterator[Collector]:
    with collector() as running:
        yield running


def test_a_request_is_a_span_with_its_transactions_below(
    installation: Installation, there: Collector
) -> None:
    account = installation.prepared().account()
    token, path = account["personal_token"], f"/v1/boards.json?api_key={TOKEN}"
    with installation.served(OTEL_EXPORTER_OTLP_ENDPOINT=there.url) as server:
        headers = {"Authorization": token, "X-Request-Id": "mine-1"}
        made = httpx.post(f"{server.url}/v1/boards.json", data={"name": "B"}, headers=headers)
        headers = {"traceparent": f"00-{PARENT}-{CALLER}-01"}
        httpx.get(f"{server.url}{path}", headers=headers)
        query = {"query": "{boards {id}}"}
        httpx.post(f"{server.url}/v2", json=query, headers={"Authorization": token})
        httpx.get(f"{server.url}/{TOKEN}")
        assert server.stop() == 0
    assert made.status_code == 201

    (create,) = there.named("v1 create_board")
    assert (create.kind, create.parent, create.service, create.failed) == (
        *(SERVER_SPAN, "", "lundi", False),
    )
    assert create.attributes == {
        "http.request.method": "POST",
        "http.response.status_code": 201,
        "url.path": "/v1/boards.json",
        "lundi.request_id": "mine-1",
        "lundi.account": account["account_id"],
    }
    below = there.below(create)
    assert sorted(span.name for span in below) == ["database read", "database write"]
    for span in below:
        assert create.start - 1_000_000 <= span.start <= span.end <= create.end + 1_000_000

    (read,) = there.named("v1 get_boards")
    assert (read.trace, read.parent) == (PARENT, CALLER)
    assert read.attributes["http.response.status_code"] == 401
    assert [span.name for span in there.below(read)] == ["database read"]

    (query_span,) = there.named("v2 boards")
    assert [span.name for span in there.below(query_span)] == ["database read"]
    (page,) = there.named("pages show_nothing")
    assert page.attributes["url.path"] == "/***"
    # What the server does by itself is nobody's request.
    roots = [span for span in there.spans if not span.parent]
    assert all(span.kind == SERVER_SPAN for span in roots)
    assert TOKEN not in str(there.spans)


def test_a_request_that_breaks_is_a_failed_span(tmp_path: Path, there: Collector) -> None:
    installation = Installation(tmp_path / "data", None)
    token = installation.account()["personal_token"]
    named = {"OTEL_SERVICE_NAME": "board-1", "OTEL_EXPORTER_OTLP_ENDPOINT": there.url}
    with installation.served(**named) as server:
        assert server.get("/v1/pulses/1.json", token).status_code == 404
        with closing(apsw.Connection(str(installation.folder / FILE))) as other:
            other.set_busy_timeout(10_000)
            other.execute("ALTER TABLE pulses RENAME TO gone")
        assert server.get("/v1/pulses/1.json", token).status_code == 500
        server.stop()
    found = there.named("v1 get_pulse")
    assert [(span.failed, span.service) for span in found] == [
        (False, "board-1"),
        (True, "board-1"),
    ]


def test_what_is_not_sampled_is_not_sent(tmp_path: Path, there: Collector) -> None:
    installation = Installation(tmp_path / "data", None)
    with installation.served(OTEL_EXPORTER_OTLP_ENDPOINT=there.url) as server:
        for flag in ("00", "01"):
            headers = {"traceparent": f"00-{PARENT}-{CALLER}-{flag}"}
            httpx.get(f"{server.url}/v1/boards.json", headers=headers)
        httpx.get(f"{server.url}/v1/boards.json", headers={"traceparent": "00-x-y-01"})
        server.stop()
    assert [span.trace == PARENT for span in there.named("v1 get_boards")] == [True, False]


def test_a_receiver_that_is_gone_holds_nothing_up(tmp_path: Path) -> None:
    installation = Installation(tmp_path / "data", None)
    with installation.served(OTEL_EXPORTER_OTLP_ENDPOINT="http://127.0.0.1:9") as server:
        assert server.get("/v1/boards.json").status_code == 401
        began = time.monotonic()
        assert server.stop() == 0
    assert time.monotonic() - began < 15
    assert all(line["event"] for line in server.log())


def test_without_the_packages_it_says_so_and_serves(tmp_path: Path) -> None:
    """As where `lundi` is installed without them: a name that stands for nothing hides them here."""
    (tmp_path / "hiding").mkdir()
    (tmp_path / "hiding" / "opentelemetry.py").touch()
    installation = Installation(tmp_path / "data", None)
    hidden = {"PYTHONPATH": f"{tmp_path / 'hiding'}:{os.environ.get('PYTHONPATH', '')}"}
    away = "http://127.0.0.1:9"
    with installation.served(OTEL_EXPORTER_OTLP_ENDPOINT=away, **hidden) as server:
        assert server.get("/v1/boards.json").status_code == 401
        server.stop()
    (line,) = [line for line in server.output().splitlines() if "OTEL_" in line]
    assert line == (
        "OTEL_EXPORTER_OTLP_ENDPOINT is set, but what sends traces isn't installed: `pip install 'lundi[otel]'`."
    )


def test_what_nobody_asks_for_is_not_loaded() -> None:
    heavy = "('opentelemetry', 'google', 'prometheus_client', 'graphql', 'obstore', 'asyncpg')"
    look = f"import sys, lundi.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
