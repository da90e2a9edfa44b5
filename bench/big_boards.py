"""Queries boards of 1,000 and of 100,000 pulses (with --million, one more) over HTTP, one at a time, and writes what each took into docs/performance.md.

By copies in memory, and by SQL alone (LUNDI_COPIES_MEGABYTES=0), on both engines.
"""

import argparse
import asyncio
import json
import random
import re
import time
from collections.abc import Callable
from functools import partial
from http.client import HTTPConnection
from statistics import median
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

import msgspec
import sqlalchemy as sa

from bench import report
from bench.machine import described
from bench.places import POSTGRES, Place, places
from bench.servers import Server, lundi, new_account
from lundi.app import open_from
from lundi.core import clock
from lundi.core.schema import parameter
from lundi.core.work import Actor, Work, write
from lundi.domains.pulses.tables import pulses
from lundi.settings import load_settings

SMALL, LARGE, HUGE = 1000, 100_000, 1_000_000
AT_ONCE = 20_000
TRIES = 15
MARKS = {LARGE: 25, HUGE: 150}
DEEPEST_PAGE = 1.3
MEGABYTES = 200
SECONDS_TO_BUILD = 120
COLUMNS = {
    "status": "status",
    "owner": "person",
    "text": "text",
    "due_date": "date",
    "hours": "numeric",
    "timeline": "timeline",
    "notes": "text",
    "price": "numeric",
}
WORDS = ("silver", "pet", "rock", "harbour", "ask", "Ada", "later", "ready", "blue", "draft")
_ADD = sa.insert(pulses).values({one.name: parameter(one.name, one.type) for one in pulses.c})
FILTERED = """query ($board: ID!, $boards: [ID!], $query: ItemsQuery!) {
 boards(ids: $boards) {items_page(limit: 100, query_params: $query) {cursor items {id name}}}
 aggregate(query: {from: {type: TABLE, id: $board}, query: $query, select: [{type: FUNCTION, as: "n", function: {function: COUNT_ITEMS}}]})
 {results {entries {alias value {... on AggregateBasicAggregationResult {result}}}}}}"""
SUMMED = """query ($board: ID!) {aggregate(query: {from: {type: TABLE, id: $board}, group_by: [{column_id: "status"}], select: [
 {type: COLUMN, as: "status", column: {column_id: "status"}},
 {type: FUNCTION, as: "n", function: {function: COUNT_ITEMS}},
 {type: FUNCTION, as: "hours", function: {function: SUM, params: [{type: COLUMN, as: "h", column: {column_id: "hours"}}]}},
 {type: FUNCTION, as: "price", function: {function: SUM, params: [{type: COLUMN, as: "p", column: {column_id: "price"}}]}}]})
 {results {entries {alias value {... on AggregateBasicAggregationResult {result}}}}}}"""
FIRST = "query ($boards: [ID!]) {boards(ids: $boards) {items_page(limit: 100) {cursor items {id name}}}}"
QUERY = {
    "rules": [{"column_id": "status", "compare_value": [1, 2], "operator": "any_of"}],
    "order_by": [{"column_id": "hours", "direction": "desc"}],
}


def fill(client: "Client", place: Place, size: int) -> int:
    """A board of that many pulses, past the API; gives its id."""
    board = int(client.v1("boards.json", name=f"Board of {size:,}")["id"])
    for column, type_name in COLUMNS.items():
        client.v1(f"boards/{board}/columns.json", title=column, type=type_name)
    groups = [one["id"] for one in client.v1(f"boards/{board}/groups.json")]
    (user,) = client.v1("users.json")
    asyncio.run(_fill(place, board, groups, int(user["id"]), size))
    return board


async def _fill(place: Place, board: int, groups: list[str], user_id: int, size: int) -> None:
    database = await open_from(load_settings({}, **place.settings))
    maker = random.Random(size)

    async def add(work: Work, numbers: range) -> None:
        ids = await work.new_ids("pulse", len(numbers))
        rows = []
        for number, pulse_id in zip(numbers, ids, strict=True):
            place = {"account_id": work.account_id, "id": pulse_id, "board_id": board}
            group = {"group_id": groups[number * len(groups) // size]}
            row = place | group | _row(maker, number, user_id)
            rows.append([row[column.name] for column in pulses.c])
        await work.run_many(_ADD, rows)

    try:
        for start in range(0, size, AT_ONCE):
            numbers = range(start, min(start + AT_ONCE, size))
            await write(database, Actor(1, None, "company"), partial(add, numbers=numbers))
    finally:
        await database.close()


def _row(maker: random.Random, number: int, user_id: int) -> dict[str, Any]:
    day = f"20{maker.randrange(20, 28)}-{maker.randrange(1, 13):02}-{maker.randrange(1, 29):02}"
    values = {
        "status": {"index": maker.randrange(8)},
        "owner": {"people": [{"kind": "person", "id": user_id}]},
        "text": " ".join(maker.choices(WORDS, k=4)),
        "due_date": {"date": day},
        "hours": f"{maker.randrange(2_000_000) / 100:.2f}",
        "timeline": {"from": day, "to": day},
        "notes": f"Ask about {maker.randrange(1000)}",
        "price": str(maker.randrange(500)),
    }
    left_out = maker.choice(list(values))
    return {
        "parent_id": None,
        "position": f"a{number:08}",
        "name": f"{maker.choice(WORDS)} {number}",
        "number": number + 1,
        "values": json.dumps({key: one for key, one in values.items() if key != left_out}),
        "state": "active",
        "creator_id": user_id,
        "updates_count": 0,
        "last_update_at": None,
        "created_at": clock.now(),
        "updated_at": clock.now(),
    }


class Client:
    """One connection, asked one thing at a time."""

    def __init__(self, server: Server, token: str) -> None:
        self._connection = HTTPConnection("127.0.0.1", server.port, timeout=120)
        self._token = token

    def v2(self, document: str, **variables: Any) -> Any:
        body = msgspec.json.encode({"query": document, "variables": variables})
        answer = self._ask("POST", "/v2", body, "application/json")
        assert "errors" not in answer, answer
        return answer["data"]

    def v1(self, path: str, **form: str) -> Any:
        """With a form it is a POST."""
        kind = "application/x-www-form-urlencoded"
        return self._ask("POST" if form else "GET", f"/v1/{path}", urlencode(form).encode(), kind)

    def used(self) -> float:
        """How often a copy was used so far."""
        with urlopen(f"http://127.0.0.1:{self._connection.port}/metrics") as answer:
            (count,) = re.findall(
                r'lundi_board_copies_total{what="used"} (\S+)', answer.read().decode()
            )
        return float(count)

    def _ask(self, method: str, path: str, body: bytes, kind: str) -> Any:
        headers = {"Authorization": self._token, "Content-Type": kind}
        self._connection.request(method, path, body or None, headers)
        answer = self._connection.getresponse()
        told = answer.read()
        assert answer.status in (200, 201), told
        return msgspec.json.decode(told)


def asked(client: Client, board: int, size: int) -> dict[str, Callable[[], Any]]:
    """What is measured, by its name."""
    last = size // 25
    return {
        "filter by status, sort by a number: 100 rows and the count": lambda: client.v2(
            FILTERED, board=board, boards=[board], query=QUERY
        ),
        "group by status, with two sums": lambda: client.v2(SUMMED, board=board),
        "first page of all, 100 rows": lambda: client.v2(FIRST, boards=[board]),
        "last page of 25 of v1": lambda: client.v1(
            f"boards/{board}/pulses.json?page={last}&per_page=25"
        ),
    }


def milliseconds(client: Client, ask: Callable[[], Any], *, by_copy: bool) -> float:
    """Once it is warm; the copy is waited for."""
    ask()
    began = time.monotonic()
    while by_copy and not _uses_copy(client, ask):
        assert time.monotonic() - began < SECONDS_TO_BUILD, "The copy isn't used."
        time.sleep(0.2)
    return median(_one(ask) for _ in range(TRIES))


def _uses_copy(client: Client, ask: Callable[[], Any]) -> bool:
    before = client.used()
    ask()
    return client.used() > before


def _one(ask: Callable[[], Any]) -> float:
    began = time.perf_counter()
    ask()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--million", action="store_true", help="a board of 1,000,000 too")
    given = parser.parse_args()
    sizes = [SMALL, LARGE, *([HUGE] if given.million else [])]
    with places() as where:
        lines = [
            f"{described(where[POSTGRES])}; one request at a time, the median of {TRIES}, with HTTP.",
            "",
            "| what | pulses | engine | SQL, ms | copy, ms | mark | |",
            "| --- | ---: | --- | ---: | ---: | ---: | --- |",
        ]
        for place in where.values():
            lines += _measured(place.another("big_boards"), sizes)
    report.write("queries", "\n".join(lines))


def _measured(place: Place, sizes: list[int]) -> list[str]:
    token = new_account(place)["personal_token"]
    with lundi(place) as server:
        boards = {size: fill(Client(server, token), place, size) for size in sizes}
    place.settle()
    found: dict[str, dict[tuple[str, int], float]] = {}
    megabytes = {}
    for how, copies in (("SQL", "0"), ("copy", "256")):
        off = {"LUNDI_COPIES_MEGABYTES": copies, "LUNDI_ANSWERS_MEGABYTES": "0"}
        with lundi(place, **off) as server:
            client = Client(server, token)
            found[how] = {}
            for size, board in boards.items():
                for name, ask in asked(client, board, size).items():
                    by_copy = how == "copy" and size > SMALL
                    found[how][name, size] = milliseconds(client, ask, by_copy=by_copy)
                megabytes[how, size] = server.megabytes
    rows = [_row_of(place.engine, name, size, found) for name, size in found["copy"]]
    for size in sizes:
        taken = [f"{megabytes[how, size]:.0f} MB" for how in ("SQL", "copy")]
        met = "met" if megabytes["copy", size] <= MEGABYTES else "**missed**"
        mark = (f"{MEGABYTES} MB", met) if size == LARGE else ("", "")
        cells = ("memory then", f"{size:,}", place.engine, *taken, *mark)
        rows.append(f"| {' | '.join(cells)} |")
    return rows


def _row_of(
    engine: str, name: str, size: int, found: dict[str, dict[tuple[str, int], float]]
) -> str:
    by_sql, by_copy = found["SQL"][name, size], found["copy"][name, size]
    mark: float | None = MARKS.get(size)
    if "v1" in name:
        mark = DEEPEST_PAGE * found["copy"][name, SMALL] if size == LARGE else None
    elif "first page" in name:
        mark = None
    met = "" if mark is None else "met" if by_copy <= mark else "**missed**"
    shown = "" if mark is None else f"{mark:.1f}"
    return f"| {name} | {size:,} | {engine} | {by_sql:.1f} | {by_copy:.1f} | {shown} | {met} |"


if __name__ == "__main__":
    main()
