"""Lundi as processes of its own: the command line, and servers that a test can kill."""

import asyncio
import itertools
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import httpx

LUNDI = Path(sys.executable).parent / "lundi"
SECONDS = 60
_numbers = itertools.count(1)


class RunningServer:
    """A `lundi serve` that has told its address; what it logs is read all the time."""

    def __init__(self, process: "subprocess.Popen[str]", greeting: str) -> None:
        self.process = process
        self.pid = process.pid
        address = re.search(r"http://\S+:\d+", greeting)
        assert address, greeting + process.communicate()[1]
        self.url = address[0]
        self._client = httpx.Client(base_url=self.url)
        self._lines: list[str] = []
        self._readers = [
            threading.Thread(target=self._keep, args=(stream,), daemon=True)
            for stream in (process.stdout, process.stderr)
        ]
        for reader in self._readers:
            reader.start()

    @property
    def address(self) -> tuple[str, int]:
        url = httpx.URL(self.url)
        return url.host, url.port or 0

    def stop(self, by: signal.Signals = signal.SIGTERM) -> int:
        """Its exit code."""
        self._client.close()
        self.process.send_signal(by)
        code = self.process.wait(SECONDS)
        for reader in self._readers:
            reader.join(SECONDS)
        return code

    def output(self) -> str:
        """All that it has printed; whole once it has stopped."""
        return "".join(self._lines)

    def log(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self._lines if line.startswith("{")]

    def memory(self) -> float:
        """Resident megabytes."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        resident = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert resident
        return int(resident[1]) / 1024

    def get(self, path: str, token: str = "") -> httpx.Response:
        return self._client.get(path, headers={"Authorization": token})

    def post(self, path: str, token: str = "", **given: Any) -> httpx.Response:
        return self._client.post(path, headers={"Authorization": token}, **given)

    def _keep(self, stream: Any) -> None:
        with stream:
            self._lines.extend(stream)


class Installation:
    """One data folder and database, and the program `lundi` for them."""

    def __init__(self, folder: Path, database_url: str | None, program: Path = LUNDI) -> None:
        self.folder = folder
        self.database_url = database_url
        self.where = ["--data", str(folder)]
        if database_url:
            self.where += ["--database-url", database_url]
        self._program = str(program)

    def lundi(
        self, *arguments: str, password: str | None = None, **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        """`password` comes on standard input."""
        return subprocess.run(
            [self._program, *arguments, *self.where],
            check=False,
            input="" if password is None else f"{password}\n",
            capture_output=True,
            text=True,
            timeout=SECONDS,
            env=_environment(environment),
        )

    def done(self, *arguments: str, **given: str) -> str:
        """What it printed; it has to succeed."""
        finished = self.lundi(*arguments, **given)
        assert finished.returncode == 0, finished.stderr
        return finished.stdout.strip()

    def account(self, name: str = "Acme", **given: str) -> dict[str, Any]:
        return dict(
            json.loads(
                self.done(
                    *("account", "create", "--json", "--name", name),
                    *("--admin-name", "Ada Lovelace", "--admin-email", "ada@example.com"),
                    *(part for option, value in given.items() for part in (f"--{option}", value)),
                )
            )
        )

    def prepared(self) -> "Installation":
        """With its schema: what SQLite does by itself."""
        if self.database_url:
            self.done("migrate")
        return self

    @contextmanager
    def served(self, **environment: str) -> Iterator[RunningServer]:
        process = subprocess.Popen(
            [self._program, "serve", *self.where],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=_environment({"LUNDI_PORT": "0", **environment}),
            cwd=self.folder.parent,
        )
        assert process.stderr is not None
        running = RunningServer(process, process.stderr.readline())
        try:
            yield running
        finally:
            running.stop(signal.SIGKILL)


def check_refusal(finished: "subprocess.CompletedProcess[str]", sentence: str) -> None:
    """One line on standard error, and exit code 1."""
    assert finished.returncode == 1, finished
    assert finished.stdout == ""
    assert finished.stderr.count("\n") == 1, finished.stderr
    assert finished.stderr.rstrip().endswith("."), finished.stderr
    assert sentence in finished.stderr


@contextmanager
def at_terminal(command: list[str]) -> Iterator[tuple[int, "subprocess.Popen[str]"]]:
    """What asks and is answered there, by the end of a terminal that a person sees; what it prints goes elsewhere."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
        start_new_session=True,
        text=True,
    )
    try:
        os.close(theirs)
        yield ours, process
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def shown_until(terminal: int, end: str) -> str:
    """What stands on the terminal so far, at the most until `end` appears or nothing more does."""
    shown = ""
    waits_until = time.monotonic() + 20
    while end not in shown and time.monotonic() < waits_until:
        if not select.select([terminal], [], [], 0.2 if end == "\0" else 20)[0]:
            break
        try:
            shown += os.read(terminal, 1000).decode()
        except OSError:  # the other end is closed
            break
    return shown


def new_database(server_url: str) -> str:
    """The address of a new, empty database on that PostgreSQL."""
    name = f"own_{os.getpid()}_{next(_numbers)}"

    async def create() -> None:
        connection = await asyncpg.connect(server_url)
        try:
            await connection.execute(f"CREATE DATABASE {name}")
        finally:
            await connection.close()

    asyncio.run(create())
    return urlunsplit(urlsplit(server_url)._replace(path=f"/{name}"))


def _environment(changes: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LUNDI_")}
    return {**kept, **changes}
