"""Every line that is logged in a request has its id, and what breaks is logged once, with where it broke."""

import asyncio
import json
import re
from collections.abc import Callable
from typing import Any

import apsw
import asyncpg
import httpx
import pytest

from lundi.core.cause import request_id
from lundi.core.database import Session
from lundi.core.opening import FILE
from tests.process import Installation, RunningServer
from tests.receiver import receiver
from tests.server import Server

Lines = list[dict[str, Any]]


def change(installation: Installation, sql: str) -> None:
    async def on_postgres(url: str) -> None:
        connection = await asyncpg.connect(url)
        await connection.execute(sql)
        await connection.close()

    if installation.database_url:
        asyncio.run(on_postgres(installation.database_url))
    else:
        connection = apsw.Connection(str(installation.folder / FILE))
        connection.set_busy_timeout(10_000)
        connection.execute(sql)
        connection.close()


def test_what_breaks_is_logged_once_with_the_request(installation: Installation) -> None:
    token = installation.prepared().account()["personal_token"]
    query = {"query": "{boards {id}}"}
    form = {"email": "ada@example.com", "password": "wrong"}
    asked: dict[str, Callable[[RunningServer], httpx.Response]] = {
        "of-v1": lambda server: httpx.get(f"{server.url}/v1/boards.json", headers=named("of-v1")),
        "of-v2": lambda server: httpx.post(f"{server.url}/v2", json=query, headers=named("of-v2")),
        "of-app": lambda server: httpx.post(
            f"{server.url}/app/sign-in",
            json=form,
            headers={"Origin": server.url, **named("of-app")},
        ),
        "of-files": lambda server: httpx.get(
            f"{server.url}/protected_static/1/resources/1/a.png", headers=named("of-files")
        ),
    }

    def named(name: str) -> dict[str, str]:
        return {"X-Request-Id": name, "Authorization": token}

    with installation.served() as server:
        for table in ("boards", "users"):
            change(installation, f"ALTER TABLE {table} RENAME TO {table}_gone")
        statuses = {name: ask(server).status_code for name, ask in asked.items()}
        counted = server.get("/metrics").text
        server.stop()
    assert statuses["of-v1"] == statuses["of-app"] == statuses["of-files"] == 500
    errors = [line for line in server.log() if line["level"] == "error"]
    assert sorted(line["request_id"] for line in errors) == sorted(asked)
    assert f'lundi_log_lines_total{{level="error"}} {len(asked)}.0' in counted
    for line in errors:
        assert "Traceback" in line["exception"]
        assert re.search("gone|boards|users", line["exception"])
        assert token not in str(line)
    # Nothing of it is on a line of its own.
    assert not re.search(r"^(?!{).*Traceback", server.output(), flags=re.M)


def test_each_write_of_a_shared_commit_knows_its_own_request(own_server: Server) -> None:
    found: dict[str, str | None] = {}

    async def write(name: str) -> None:
        request_id.set(name)

        async def task(session: Session) -> None:
            found[name] = request_id.get()

        await own_server.database.write(task)

    async def all_at_once() -> None:
        await asyncio.gather(*(write(f"request-{number}") for number in range(20)))

    own_server.run(all_at_once())
    assert found == {name: name for name in found}
    assert len(found) == 20


def test_a_delivery_names_the_request_that_caused_it(installation: Installation) -> None:
    token = installation.prepared().account()["personal_token"]
    with (
        receiver() as there,
        installation.served(LUNDI_WEBHOOKS_PRIVATE_ADDRESSES="true") as server,
    ):

        def v2(name: str, query: str) -> Any:
            headers = {"Authorization": token, "X-Request-Id": name}
            answer = httpx.post(f"{server.url}/v2", json={"query": query}, headers=headers).json()
            assert "errors" not in answer, answer
            return answer["data"]

        board = v2("a", 'mutation {create_board(board_name: "B", board_kind: public) {id}}')
        board_id = board["create_board"]["id"]
        url = json.dumps(there.url)
        v2(
            "b",
            f"mutation {{create_webhook(board_id: {board_id}, url: {url}, event: create_item) {{id}}}}",
        )
        v2("the-cause", f'mutation {{create_item(board_id: {board_id}, item_name: "I") {{id}}}}')
        lines = _until(server, "webhook delivered")
        assert [line["request_id"] for line in lines] == ["the-cause"]
        server.stop()


def _until(server: RunningServer, event: str) -> Lines:
    async def look() -> Lines:
        async with asyncio.timeout(20):
            while True:
                found = [line for line in server.log() if line["event"] == event]
                if found:
                    return found
                await asyncio.sleep(0.05)

    return asyncio.run(look())


def test_what_belongs_to_no_request_has_no_id(tmp_path: Any) -> None:
    installation = Installation(tmp_path / "data", None)
    installation.account()
    change(installation, "ALTER TABLE invitations RENAME TO gone")
    with installation.served() as server:
        (line,) = _until(server, "housekeeping failed")
        server.stop()
    assert "request_id" not in line
    assert line["task"] == "tidy"
    assert "Traceback" in line["exception"]


@pytest.mark.parametrize(
    "written", ["0123456789abcdef" * 2, "0123456789ABCDEF" * 4, "x-" + "af09" * 8]
)
def test_an_id_that_looks_like_a_token_is_not_taken(
    written: str, server: Server, capfd: Any
) -> None:
    headers = {"X-Request-Id": written}
    answer = server.request("GET", "/v1/boards.json", headers=headers)
    assert re.fullmatch(r"[0-9a-f]{16}", answer.headers["x-request-id"])
    answer = server.request("POST", "/v2", headers=headers)
    assert written not in answer.text
    assert written not in capfd.readouterr().out
