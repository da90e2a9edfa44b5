"""`lundi demo`: a whole company at once, the same on every fresh database, and all of it can be read."""

import io
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import apsw
import pytest

from lundi import demo
from lundi.core.errors import Refusal
from lundi.demo.company import SLUG
from tests.company import Client
from tests.server import Server

SECRET_TABLES = ("tokens", "installation", "sqlite_stat1", "alembic_version")
SECRET_COLUMNS = ("password_hash",)
TYPES = {"person", "color", "text", "date", "numeric", "timerange", "tag"}


class Demo:
    """What `lundi demo --json` said, and a client for everyone in it."""

    def __init__(self, server: Server, answer: dict[str, Any]) -> None:
        self.server = server
        self.answer = answer
        self.clients = [Client(server, user["personal_token"]) for user in answer["users"]]
        self.company = Client(server, answer["company_token"])
        self.maggie = self.clients[0]

    def boards(self) -> list[dict[str, Any]]:
        return list(self.maggie.get("boards.json", per_page=500).json())

    def pulses(self, board_id: int) -> list[dict[str, Any]]:
        return list(self.maggie.get(f"boards/{board_id}/pulses.json", per_page=500).json())

    def all_pulses(self) -> list[dict[str, Any]]:
        return [pulse for board in self.boards() for pulse in self.pulses(board["id"])]

    def all_updates(self) -> list[dict[str, Any]]:
        return list(self.maggie.get("updates.json", per_page=500).json())


@pytest.fixture(scope="module")
def company(server: Server) -> Demo:
    """Added while the server runs; a database holds it once."""
    with redirect_stdout(io.StringIO()) as said:
        server.run(demo.add_demo(server.settings, as_json=True))
    return Demo(server, json.loads(said.getvalue()))


def test_demo_has_twelve_people_of_every_role(company: Demo) -> None:
    users = company.answer["users"]
    assert len(users) == len({user["user_id"] for user in users}) == 12
    assert {user["role"] for user in users} == {"admin", "member", "viewer", "guest"}
    assert len(company.maggie.get("users.json", per_page=500).json()) == 12


def test_demo_has_nine_boards_of_all_kinds_and_400_pulses(company: Demo) -> None:
    boards = company.boards()
    assert len(boards) == len(company.answer["boards"]) == 9
    assert {board["board_kind"] for board in boards} == {"public", "share", "private"}
    assert len(company.all_pulses()) == 400


def test_pulses_of_a_board_have_different_names(company: Demo) -> None:
    for board in company.boards():
        names = [pulse["pulse"]["name"] for pulse in company.pulses(board["id"])]
        assert len(set(names)) == len(names)


def test_every_column_has_filled_and_empty_cells(company: Demo) -> None:
    for board in company.boards():
        cells = Counter(
            (value["cid"], value["value"] not in (None, ""))
            for pulse in company.pulses(board["id"])
            for value in pulse["column_values"]
            if value["cid"] != "name"
        )
        columns = [column for column in board["columns"] if column["type"] in TYPES]
        assert {column["type"] for column in columns} == TYPES
        for column in columns:
            assert cells[column["id"], True], (board["name"], column)
        assert any(cells[column["id"], False] for column in columns)


def test_people_talk_answer_and_like(company: Demo) -> None:
    updates = company.all_updates()
    assert len(updates) > 100
    assert sum(bool(update["replies"]) for update in updates) > 20
    assert sum(bool(update["liked_by"]) for update in updates) > 50
    assert any("<strong>" in update["body"] for update in updates)


def test_notes_and_tags_are_there(company: Demo) -> None:
    pulses = company.all_pulses()
    notes = [
        note
        for pulse in pulses
        for note in company.maggie.get(f"pulses/{pulse['pulse']['id']}/notes.json").json()
    ]
    assert {note["permissions"] for note in notes} == {"owners", "everyone"}
    tagged = {
        tag_id
        for pulse in pulses
        for value in pulse["column_values"]
        if isinstance(value.get("value"), dict)
        for tag_id in value["value"].get("tag_ids", ())
    }
    assert len(tagged) > 20
    for tag_id in tagged:
        assert company.maggie.get(f"tags/{tag_id}.json").status_code == 200


def test_something_is_written_down(company: Demo) -> None:
    (doc,) = company.maggie.data("{docs {name blocks(limit: 100) {type}}}")["docs"]
    assert {"medium_title", "check_list", "numbered_list", "quote", "table"} <= {
        block["type"] for block in doc["blocks"]
    }
    query = "{boards {items_page(limit: 500) {items {name description {blocks {type}}}}}}"
    items = [
        item
        for board in company.maggie.data(query)["boards"]
        for item in board["items_page"]["items"]
    ]
    described = [item["name"] for item in items if item["description"]]
    assert described == ["Alarm: ignore a passing lorry"]


def test_something_was_archived(company: Demo) -> None:
    archived = [
        group
        for board in company.boards()
        for group in company.maggie.get(
            f"boards/{board['id']}/groups.json", show_archived=True
        ).json()
        if group.get("archived")
    ]
    assert archived


def test_everyone_has_read_some_and_not_all(company: Demo) -> None:
    for user, client in zip(company.answer["users"], company.clients, strict=True):
        path = f"users/{user['user_id']}"
        feed = client.get(f"{path}/newsfeed.json", per_page=500).json()
        unread = client.get(f"{path}/unread_feed.json", per_page=500).json()
        assert 0 < len(unread) < len(feed), user["name"]


def test_every_list_of_every_board_can_be_read_with_every_token(company: Demo) -> None:
    for client in (company.company, *company.clients):
        boards = client.get("boards.json", per_page=500).json()
        assert boards
        for board in boards:
            for part in ("", "/groups", "/columns", "/pulses", "/subscribers"):
                answer = client.get(f"boards/{board['id']}{part}.json", per_page=500)
                assert answer.status_code == 200, answer.text


def test_guests_see_the_one_board_that_is_shared_with_them(company: Demo) -> None:
    for client in company.clients[-2:]:
        (board,) = client.get("boards.json").json()
        assert board["board_kind"] == "share"


def test_demo_comes_once_only(company: Demo, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Refusal, match=f"here already: its account is '{SLUG}'"):
        company.server.run(demo.add_demo(company.server.settings, as_json=True))
    assert capsys.readouterr().out == ""
    assert len(company.all_pulses()) == 400


def test_demo_is_the_same_on_every_fresh_database(tmp_path: Path) -> None:
    for name in ("one", "other"):
        ended = _run_demo(tmp_path / name)
        assert ended.returncode == 0, ended.stderr
        assert SLUG in ended.stdout
        assert "Larkspur" in ended.stderr
    for one, other in zip(_rows(tmp_path / "one"), _rows(tmp_path / "other"), strict=True):
        assert one == other


def test_second_run_ends_with_one_sentence(tmp_path: Path) -> None:
    _run_demo(tmp_path)
    ended = _run_demo(tmp_path)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr == f"The demo company is here already: its account is '{SLUG}'.\n"


def _run_demo(folder: Path) -> subprocess.CompletedProcess[str]:
    program = "from lundi.cli import main; main()"
    command = [sys.executable, "-c", program, "demo", "--data", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _rows(folder: Path) -> Iterator[tuple[Any, ...]]:
    """Every row of every table, without what is secret."""
    database = apsw.Connection(str(folder / "lundi.sqlite3"))
    tables = [
        name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    for table in sorted(set(tables) - set(SECRET_TABLES)):
        names = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")')]
        kept = ", ".join(f'"{name}"' for name in names if name not in SECRET_COLUMNS)
        rows = database.execute(f'SELECT {kept} FROM "{table}"').fetchall()
        yield from ((table, *row) for row in sorted(rows, key=repr))
