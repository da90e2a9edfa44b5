"""Files in the web app: put into cells and on updates, listed, taken away."""

from typing import Any

import pytest

from tests.app_client import AppClient, signed_in
from tests.company import Company, make_company
from tests.entrypoints.graphql_v2.test_items import board_with
from tests.server import Server
from tests.uploads import picture

People = dict[str, AppClient]


@pytest.fixture(scope="module")
def board(company: Company) -> int:
    return board_with(company, files="file", text="text")


@pytest.fixture
def pulse(company: Company, board: int) -> int:
    return company.pulse(board)


def add(client: AppClient, board: int, pulse: int, name: str, content: bytes = b"x") -> Any:
    path = f"boards/{board}/pulses/{pulse}/files/files"
    return client.request("POST", path, params={"name": name}, content=content)


def test_files_of_a_cell(people: People, board: int, pulse: int) -> None:
    member = people["member"]
    first = add(member, board, pulse, "Sea & sun.png", picture()).json()
    assert first["value"]["files"][0]["name"] == "Sea & sun.png"
    second = add(member, board, pulse, "b.txt").json()
    assert [one["name"] for one in second["value"]["files"]] == ["Sea & sun.png", "b.txt"]
    listed = people["viewer"].get(f"pulses/{pulse}/files").json()
    assert [one["name"] for one in listed] == ["Sea & sun.png", "b.txt"]
    assert listed[0]["size"] == len(picture())
    for url in (listed[0]["url"], listed[0]["small_url"]):
        cookie = {"Cookie": f"lundi_session={people['viewer'].secret}"}
        assert member.server.request("GET", url, headers=cookie).status_code == 200
    path = f"boards/{board}/pulses/{pulse}/files/files/{listed[0]['id']}"
    assert [one["name"] for one in member.delete(path).json()["value"]["files"]] == ["b.txt"]
    assert member.delete(path).status_code == 404
    rows = member.get(f"boards/{board}").json()["rows"]
    row = next(one for one in rows if one["id"] == pulse)
    assert [one["name"] for one in row["values"]["files"]["files"]] == ["b.txt"]


def test_a_cell_is_set_to_fewer_files_and_back(people: People, board: int, pulse: int) -> None:
    member = people["member"]
    files = [add(member, board, pulse, name).json()["file"] for name in ("a", "b")]
    path = f"boards/{board}/pulses/{pulse}/values/files"

    def left(*wanted: Any) -> list[str]:
        given = [
            {"name": one["name"], "asset_id": one.get("id"), "url": one.get("link")}
            for one in wanted
        ]
        value = member.put(path, type="files", files=given).json()["value"]
        assert member.get(f"boards/{board}").status_code == 200
        return [one["name"] for one in value["files"]] if value else []

    assert left(files[1], {"name": "Plan", "link": "https://x.example"}) == ["b", "Plan"]
    assert [one["name"] for one in member.get(f"pulses/{pulse}/files").json()] == ["b"]
    assert left(*files) == ["a", "b"]
    assert len(member.get(f"pulses/{pulse}/files").json()) == 2
    assert member.put(path, type="value", value=None).json() == {"value": None}
    assert member.get(f"pulses/{pulse}/files").json() == []
    assert member.put(path, type="files", files=[{"name": "x"}]).status_code == 400
    bad = {"name": "x", "url": "javascript:alert(1)"}
    assert member.put(path, type="files", files=[bad]).status_code == 400


def test_files_of_an_update(people: People, pulse: int) -> None:
    member = people["member"]
    update = member.post(f"pulses/{pulse}/updates", html="<p>Look</p>").json()
    assert update["files"] == []
    reply = member.post(f"updates/{update['id']}/replies", html="<p>Yes</p>").json()["replies"][0]
    added = [
        member.request("POST", f"updates/{one['id']}/files?name=a.pdf", content=b"%PDF").json()
        for one in (update, reply)
    ]
    (shown,) = people["viewer"].get(f"pulses/{pulse}/updates").json()
    assert [one["id"] for one in shown["files"]] == [added[0]["id"]]
    assert [one["id"] for one in shown["replies"][0]["files"]] == [added[1]["id"]]
    path = f"updates/{update['id']}/files/{added[0]['id']}"
    assert people["other_member"].delete(path).status_code == 403
    assert member.delete(f"updates/{reply['id']}/files/{added[0]['id']}").status_code == 404
    assert member.delete(path).status_code == 200
    assert len(people["viewer"].get(f"pulses/{pulse}/files").json()) == 1


def test_a_cell_of_another_type_or_board_takes_no_file(
    company: Company, people: People, board: int, pulse: int
) -> None:
    member, other = people["member"], company.board()["id"]
    for path, status in (
        (f"boards/{board}/pulses/{pulse}/files/text", 400),
        (f"boards/{board}/pulses/{pulse}/files/nothing", 404),
        (f"boards/{other}/pulses/{pulse}/files/files", 404),
    ):
        assert member.request("POST", path, content=b"x").status_code == status


def test_large_files_and_other_types_are_refused(own_server: Server) -> None:
    company = make_company(own_server)
    board = board_with(company, files="file")
    pulse = company.pulse(board)
    with Server(
        own_server.settings.data_folder,
        own_server.settings.database_url,
        file_size=3,
        file_types_refused="exe",
    ) as small:
        member = AppClient(small, signed_in(company, "member").secret)
        assert add(member, board, pulse, "a", bytes(3_000_000)).status_code == 200
        large = add(member, board, pulse, "a", bytes(3_000_001))
        assert (large.status_code, large.json()["error"]) == (413, "A file may have at most 3 MB.")
        refused = add(member, board, pulse, "a.EXE")
        assert (refused.status_code, "can't be uploaded" in refused.text) == (400, True)


def test_a_large_body_is_for_files_alone(people: People, pulse: int) -> None:
    answer = people["member"].request("POST", f"pulses/{pulse}/updates", content=bytes(3_000_000))
    assert answer.status_code == 413
