"""What is kept is never stale: whoever asks a server that keeps answers and rows hears what one hears that keeps nothing."""

import asyncio
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lundi.core.news import TO_BE_HEARD
from lundi.domains.accounts.user_actions import change_user
from tests.company import Client, Company, make_company
from tests.entrypoints.status.figures import figures
from tests.process import Installation, new_database
from tests.server import Server

GIVEN_AGAIN = "lundi_answers_given_again_total"


class Board:
    """A private board that the member has made, with a group and some pulses."""

    def __init__(self, company: Company) -> None:
        self.company = company
        made = company.board("private")
        self.id, self.group = made["id"], made["groups"][0]["id"]
        self.status = company.column(self.id, "status", "Status")
        self.pulses = [company.pulse(self.id, f"Pulse {number}") for number in range(3)]

    def paths(self) -> list[str]:
        return [
            *("boards.json", "pulses.json?order_by_latest=true", "users.json", "updates.json"),
            *(f"boards/{self.id}{rest}.json" for rest in ("", "/pulses", "/columns", "/groups")),
            f"boards/{self.id}/subscribers.json",
            *(f"pulses/{pulse}.json" for pulse in self.pulses),
            f"pulses/{self.pulses[0]}/updates.json",
            f"pulses/{self.pulses[0]}/subscribers.json",
        ]

    def other(self) -> int:
        return self.company.ids["other_member"]


Change = Callable[[Client, Board], object]
CHANGES: dict[str, Change] = {
    "a pulse": lambda by, board: by.post(
        f"boards/{board.id}/pulses.json", pulse={"name": "New"}, group_id=board.group
    ),
    "its name": lambda by, board: by.put(f"pulses/{board.pulses[0]}.json", name="Other"),
    "a value": lambda by, board: by.put(
        f"boards/{board.id}/columns/{board.status}/status.json",
        pulse_id=board.pulses[1],
        color_index=1,
    ),
    "a column": lambda by, board: by.post(
        f"boards/{board.id}/columns.json", title="More", type="text"
    ),
    "a group": lambda by, board: by.post(f"boards/{board.id}/groups.json", title="More"),
    "an archived pulse": lambda by, board: by.delete(
        f"pulses/{board.pulses[2]}.json", archive=True
    ),
    "an update": lambda by, board: by.post(
        "updates.json", user=board.company.ids["member"], pulse=board.pulses[0], update_text="Hi"
    ),
    "a subscriber": lambda by, board: by.put(
        f"boards/{board.id}/subscribers.json", user_id=board.other()
    ),
    "no subscriber": lambda by, board: by.delete(
        f"boards/{board.id}/subscribers/{board.other()}.json"
    ),
    "a follower": lambda by, board: by.put(
        f"pulses/{board.pulses[0]}/subscribers.json", user_id=board.other()
    ),
    "a user's name": lambda by, board: board.company.write(
        "admin", lambda work: change_user(work, board.other(), name=f"Bob {time.time_ns()}")
    ),
    "a user's role": lambda by, board: board.company.write(
        "admin", lambda work: change_user(work, board.other(), role="viewer")
    ),
}


@pytest.fixture(scope="module")
def beside(server: Server) -> Iterator[Server]:
    """Another server of the same database, which keeps nothing."""
    with Server(
        server.settings.data_folder, server.settings.database_url, answers_megabytes=0
    ) as other:
        other.database.changes.all_are_heard = False
        yield other


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(sorted(CHANGES)), min_size=3, max_size=8))
def test_nobody_hears_what_was(server: Server, beside: Server, changes: list[str]) -> None:
    company = make_company(server)
    board = Board(company)
    askers = [company[name] for name in ("member", "other_member", "viewer", "company")]
    for change in changes:
        CHANGES[change](company["member"], board)
        for asker in askers:
            for path in board.paths():
                fresh = Client(beside, asker.token).request("GET", path)
                for _ in range(2):
                    again = asker.request("GET", path)
                    assert (again.status_code, again.text) == (fresh.status_code, fresh.text), path


def test_what_another_process_writes_to_sqlite_is_heard(tmp_path: Path) -> None:
    with Server(tmp_path, None) as server, Server(tmp_path, None) as other:
        company = make_company(server)
        path = f"pulses/{Board(company).pulses[0]}.json"
        elsewhere = Client(other, company.tokens["member"])
        for number in range(20):
            company["member"].get(path)
            elsewhere.put(path, name=f"By another {number}")
            assert company["member"].get(path).json()["name"] == f"By another {number}"
            company["member"].put(path, name="By this one")
            assert company["member"].get(path).json()["name"] == "By this one"


def test_an_answer_is_given_again_with_limits_of_its_own(company: Company) -> None:
    member, path = company["member"], f"boards/{company.board()['id']}.json"
    member.get(path)
    before = figures(company.server).of(GIVEN_AGAIN)
    first, second = member.get(path), member.get(path)
    assert figures(company.server).of(GIVEN_AGAIN) - before == 2
    assert first.content == second.content
    assert first.headers["etag"] == second.headers["etag"]
    left = [int(one.headers["x-ratelimit-remaining"]) for one in (first, second)]
    assert left[0] - left[1] == 1
    assert first.headers["x-request-id"] != second.headers["x-request-id"]


def test_who_has_it_already_hears_so(company: Company) -> None:
    board_id = company.board()["id"]
    member, path = company["member"], f"boards/{board_id}.json"
    tag = member.get(path).headers["etag"]
    answer = member.request("GET", path, headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content) == (304, b"")
    company.column(board_id, "text", "More")
    assert member.request("GET", path, headers={"If-None-Match": tag}).status_code == 200


def test_writes_at_the_same_time_leave_nothing_old(server: Server) -> None:
    company = make_company(server)
    board = Board(company)
    path = f"/v1/pulses/{board.pulses[0]}.json"
    headers = {"Authorization": company.tokens["member"]}

    async def rename_and_read(number: int) -> None:
        name = f"Name {number}"
        for _ in range(10):
            written = await server.arequest("PUT", path, headers=headers, json={"name": name})
            assert written.status_code == 200
            read = await server.arequest("GET", path, headers=headers)
            seen.append((number, read.json()["name"]))

    async def all_at_once() -> None:
        await asyncio.gather(*(rename_and_read(number) for number in range(8)))

    seen: list[tuple[int, str]] = []
    server.run(all_at_once())
    last = company["member"].get(f"pulses/{board.pulses[0]}.json").json()["name"]
    fresh = server.run(_last_name(server, board.pulses[0]))
    assert last == fresh
    assert len(seen) == 80


async def _last_name(server: Server, pulse_id: int) -> str:
    ((name,),) = await server.database.read(
        lambda session: session.rows(f"SELECT name FROM pulses WHERE id = {pulse_id}", ())
    )
    return str(name)


def test_the_command_line_is_heard_by_a_server_that_runs(installation: Installation) -> None:
    made = installation.prepared().account()
    token = made["company_token"]
    with installation.served() as server:
        for _ in range(3):
            assert server.get("/v1/users.json", token).status_code == 200
        rotated = installation.done("token", "rotate", "--account", "acme")
        assert server.get("/v1/users.json", token).status_code == 401
        assert server.get("/v1/users.json", rotated).status_code == 200


def test_a_server_that_hangs_is_waited_for_a_while_and_hears_later(
    postgres_url: str, tmp_path: Path
) -> None:
    installation = Installation(tmp_path / "data", new_database(postgres_url)).prepared()
    token = installation.account()["company_token"]
    with installation.served() as server:
        assert server.get("/v1/users.json", token).status_code == 200
        server.process.send_signal(signal.SIGSTOP)
        try:
            began = time.monotonic()
            installation.done("token", "rotate", "--account", "acme")
            assert time.monotonic() - began > TO_BE_HEARD
        finally:
            server.process.send_signal(signal.SIGCONT)
        assert server.get("/v1/users.json", token).status_code == 401
