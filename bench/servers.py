"""Processes that are measured, and the load on them."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import msgspec

from bench.floor import Floor
from bench.load import Job, Result
from bench.places import Place
from bench.played import Recorded
from bench.recording import Wanted

LUNDI = str(Path(sys.executable).parent / "lundi")
# High enough that no measurement meets them.
ENVIRONMENT = {**os.environ, "LUNDI_PLAN_LIMITS": "enterprise=100000000/1000000000"}
ACCOUNT = (
    *("--name", "Bench", "--plan", "enterprise"),
    *("--admin-name", "Ada", "--admin-email", "ada@example.com", "--json"),
)


class Server:
    """One that has told its address on standard error."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stderr is not None
        line = process.stderr.readline()
        address = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        assert address, line + process.communicate()[1]
        self.port = int(address[1])
        self._process = process

    @property
    def megabytes(self) -> float:
        """What of it is in memory."""
        return self._told("VmRSS") / 1024

    @property
    def most_megabytes(self) -> float:
        """What of it was in memory at the most so far."""
        return self._told("VmHWM") / 1024

    def _told(self, what: str) -> int:
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        found = re.search(rf"{what}:\s+(\d+)", status)
        assert found
        return int(found[1])

    def load(self, requests: list[bytes], clients: int, seconds: float, rate: float = 0) -> Result:
        return self.begin_load(requests, clients, seconds, rate).result()

    def begin_load(
        self, requests: list[bytes], clients: int, seconds: float, rate: float = 0
    ) -> "Load":
        """It goes on by itself."""
        return Load(Job(self.port, requests, clients, seconds, rate))


class Load:
    def __init__(self, job: Job) -> None:
        self._process = subprocess.Popen(
            module("bench.load"), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self._process.stdin is not None
        self._process.stdin.write(msgspec.json.encode(job))
        self._process.stdin.close()
        self._process.stdin = None

    def result(self) -> Result:
        out, _ = self._process.communicate()
        assert self._process.returncode == 0
        result = msgspec.json.decode(out, type=Result)
        assert all(status < "400" for status in result.statuses), result.statuses
        return result


@contextmanager
def started(command: Sequence[str], **environment: str) -> Iterator[Server]:
    process = subprocess.Popen(
        command,
        env={**ENVIRONMENT, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield Server(process)
    finally:
        process.terminate()
        process.communicate()


@contextmanager
def lundi(place: Place, *flags: str, **environment: str) -> Iterator[Server]:
    command = [LUNDI, "serve", "--port", "0", *place.flags, *flags]
    with started(command, **environment) as server:
        yield server


@contextmanager
def bare(size: int) -> Iterator[Server]:
    """Answers that many bytes."""
    with started(module("bench.bare", str(size))) as server:
        yield server


@contextmanager
def floor(place: Place, size: int, recorded: list[Recorded]) -> Iterator[Server]:
    """Runs what was recorded, and answers that many bytes."""
    with NamedTemporaryFile() as file:
        told = Floor(place, size, [request.transactions for request in recorded])
        Path(file.name).write_bytes(msgspec.msgpack.encode(told))
        with started(module("bench.floor", file.name)) as server:
            yield server


def record(place: Place, requests: list[bytes]) -> list[Recorded]:
    """The SQL that Lundi runs for each from nothing; it is run there."""
    with NamedTemporaryFile() as file:
        subprocess.run(
            module("bench.recording", file.name),
            env=ENVIRONMENT,
            input=msgspec.msgpack.encode(Wanted(place, requests)),
            stdout=subprocess.DEVNULL,
            check=True,
        )
        return msgspec.msgpack.decode(Path(file.name).read_bytes(), type=list[Recorded])


def new_account(place: Place, name: str = "Bench") -> dict[str, Any]:
    """With the schema first, where there is none yet: the ids and tokens that `lundi account create` tells."""
    subprocess.run([LUNDI, "migrate", *place.flags], check=True, stderr=subprocess.DEVNULL)
    made = subprocess.run(
        [LUNDI, "account", "create", *ACCOUNT, *place.flags, "--name", name],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=True,
    )
    return dict(json.loads(made.stdout))


def module(name: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", name, *arguments]
