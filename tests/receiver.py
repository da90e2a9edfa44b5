"""A real HTTP server on 127.0.0.1 that webhooks can call, and what it was sent."""

import atexit
import json
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import msgspec


class Received(msgspec.Struct, frozen=True):
    """`headers` by their names in small letters."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def event(self) -> dict[str, Any]:
        return dict(json.loads(self.body)["event"])


class Receiver:
    """Takes the handshake unless it is not `willing`. `answers` are given one after the other, then 200; `slow`: seconds."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{port}/hook"
        self.calls: list[Received] = []
        self.challenges: list[Received] = []
        self.answers: list[int] = []
        self.willing = True
        self.slow = 0.0
        self.says = "thanks"
        self.location: str | None = None
        self.most_at_once = 0
        self.at_once = 0
        self.lock = threading.Lock()

    @property
    def events(self) -> list[dict[str, Any]]:
        return [call.event for call in self.calls]

    def answer(self, received: Received) -> tuple[int, str]:
        content = json.loads(received.body)
        if "challenge" in content:
            self.challenges.append(received)
            return 200, json.dumps(content if self.willing else {"challenge": "other"})
        self.calls.append(received)
        return (self.answers.pop(0) if self.answers else 200), self.says


@contextmanager
def receiver() -> Iterator[Receiver]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            with running.lock:
                running.at_once += 1
                running.most_at_once = max(running.most_at_once, running.at_once)
            body = self.rfile.read(int(self.headers["Content-Length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            time.sleep(running.slow)
            status, text = running.answer(Received(self.path, headers, body))
            with running.lock:
                running.at_once -= 1
            self.send_response(status)
            if running.location:
                self.send_header("Location", running.location)
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Nothing."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    running = Receiver(listening.server_address[1])
    thread = threading.Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    try:
        yield running
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()


@cache
def lasting_receiver() -> Receiver:
    """One for all the tests of this process."""
    lasting = ExitStack()
    atexit.register(lasting.close)
    return lasting.enter_context(receiver())
