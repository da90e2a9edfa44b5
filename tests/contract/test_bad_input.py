"""Bad input is a normal case: the right status, a sentence that names what is wrong, nothing half done."""

from typing import Any

import pytest

from tests.company import Company
from tests.contract.scene import Scene, make_scene

HUGE = "9" * 30


@pytest.fixture(scope="module")
def scene(company: Company) -> Scene:
    return make_scene(company, "public")


def error(answer: Any, status: int) -> str:
    assert answer.status_code == status, answer.text
    return str(answer.json()["error"])


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({}, "'name' is missing"),
        ({"name": ""}, "'name' must not be empty"),
        ({"name": "   "}, "'name' must not be empty"),
        ({"name": None}, "'name' must not be empty"),
        ({"name": "x" * 256}, "255"),
        ({"name": "x" * 1_000_000}, "255"),
        ({"name": 5}, "'name' must be a text"),
        ({"name": ["x"]}, "'name' must be a text"),
        ({"name": {"x": "y"}}, "'name' must be a text"),
        ({"name": "a\0b"}, "NUL"),
        (
            {"name": "x", "board_kind": "secret"},
            "'board_kind' must be one of public, share, private",
        ),
        ({"name": "x", "user_id": "me"}, "'user_id' must be a whole number"),
        ({"name": "x", "user_id": 1.5}, "'user_id' must be a whole number"),
        ({"name": "x", "user_id": True}, "'user_id' must be a whole number"),
        ({"name": "x", "user_id": HUGE}, "'user_id' must be from"),
        ({"name": "x", "user_id": -1}, "'user_id' must be from"),
        ({"name": "x", "description": "é" * 33_000}, "'description' must not be longer"),
    ],
)
def test_a_board_needs_what_it_needs(company: Company, given: dict[str, Any], named: str) -> None:
    count = len(company["member"].get("boards.json", per_page=500).json())
    assert named in error(company["member"].post("boards.json", **given), 400)
    assert len(company["member"].get("boards.json", per_page=500).json()) == count


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"per_page": -1}, "'per_page'"),
        ({"per_page": 501}, "'per_page'"),
        ({"per_page": "many"}, "'per_page'"),
        ({"page": -1}, "'page'"),
        ({"page": HUGE}, "'page'"),
        ({"offset": -5}, "'offset'"),
        ({"only_globals": "maybe"}, "'only_globals' must be true or false"),
    ],
)
def test_pages_are_of_a_size(company: Company, query: dict[str, Any], named: str) -> None:
    assert named in error(company["member"].get("boards.json", **query), 400)


@pytest.mark.parametrize("query", [{"page": 0}, {"per_page": ""}, {"unknown": "x"}, {"page": "1"}])
def test_what_can_be_understood_is(company: Company, query: dict[str, Any]) -> None:
    assert company["member"].get("boards.json", **query).status_code == 200


def test_of_a_repeated_parameter_the_last_stands(company: Company) -> None:
    answer = company["member"].request("GET", "users.json?per_page=x&per_page=1")
    assert len(answer.json()) == 1


@pytest.mark.parametrize(
    ("column", "action", "given", "named"),
    [
        ("date", "date", {"date_str": "2017-02-30"}, "'date_str'"),
        ("date", "date", {"date_str": "tomorrow"}, "'date_str'"),
        ("date", "date", {}, "'date_str' is missing"),
        ("timeline", "timeline", {"from": "2017-02-02", "to": "2017-02-01"}, "'from'"),
        ("timeline", "timeline", {"from": "2017-02-02", "to": ""}, "'from' and 'to'"),
        ("status", "status", {"color_index": 11}, "'color_index'"),
        ("status", "status", {"label": "Unheard of"}, "Unheard of"),
        ("numeric", "numeric", {"value": "a lot"}, "a lot"),
        ("tags", "tags", {"tags": ["x" * 256]}, "'tags'"),
        ("text", "text", {"text": "x" * 65_537}, "'text'"),
        ("text", "date", {"date_str": "2017-02-01"}, "is of type text"),
    ],
)
def test_values_must_fit(
    company: Company, scene: Scene, column: str, action: str, given: dict[str, Any], named: str
) -> None:
    path = f"boards/{scene.board_id}/columns/{column}/{action}.json"
    assert named in error(company["member"].put(path, pulse_id=scene.pulse_id, **given), 400)


@pytest.mark.parametrize("pulse_id", [HUGE, "0", "-1", "999999999", "0%1F"])
def test_ids_that_nothing_has(company: Company, pulse_id: str) -> None:
    assert company["member"].get(f"pulses/{pulse_id}.json").status_code == 404


@pytest.mark.parametrize("pulse_id", ["x", "1.5", "%00", "1e3", "0%1Fx"])
def test_ids_that_are_none(company: Company, pulse_id: str) -> None:
    assert "'id'" in error(company["member"].get(f"pulses/{pulse_id}.json"), 400)


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        ("application/json", b"{", 400),
        ("application/json", b"[1]", 400),
        ("application/json", b"null", 400),
        ("application/json", b'{"name": "\\ud800"}', 400),
        ("application/json", b'{"name": "\xff"}', 400),
        ("application/json", b"[" * 100_000, 400),
        ("application/json", b'{"name": "a\\u0000b"}', 400),
        ("application/x-www-form-urlencoded", b"name=%FF", 400),
        ("application/x-www-form-urlencoded", b"name=a%00b", 400),
        ("application/x-www-form-urlencoded", b"name=" + b"&x=1" * 2000, 400),
        ("multipart/form-data", b"x", 400),
        ("multipart/form-data; boundary=a", b"--a\r\nbroken", 400),
        ("text/plain", b"name=x", 415),
        ("application/xml", b"<x/>", 415),
        ("application/json", b'{"name": "' + b"x" * 2_097_152 + b'"}', 413),
    ],
)
def test_broken_bodies(company: Company, content_type: str, body: bytes, status: int) -> None:
    given = {"content": body, "headers": {"content-type": content_type}}
    assert len(error(company["member"].request("POST", "boards.json", **given), status)) > 10


def test_a_file_is_not_a_text(company: Company) -> None:
    answer = company["member"].request("POST", "boards.json", files={"name": ("a.txt", b"x")})
    assert "'name' is missing" in error(answer, 400)


def test_wrong_methods_say_which_are_right(company: Company) -> None:
    answer = company["member"].request("PATCH", "boards.json")
    assert error(answer, 405)
    assert answer.headers["allow"] == "GET, POST"


@pytest.mark.parametrize("path", ["nothing.json", "boards/1/nothing", "pulses/1/2/3", "//", "%0A"])
def test_paths_that_lead_nowhere(company: Company, path: str) -> None:
    assert company["member"].get(path).status_code == 404


def test_pulses_move_in_circles(company: Company, scene: Scene) -> None:
    there, back = scene.board_id, scene.other_board_id
    pulse_id = company.pulse(there)
    for _ in range(3):
        for source, target in ((there, back), (back, there), (there, there)):
            answer = company["member"].post(
                f"boards/{source}/pulses/move.json",
                pulse_ids=[pulse_id, pulse_id],
                group_id="topics",
                dest_board_id=target,
            )
            assert answer.status_code == 201, answer.text
    answer = company["member"].post(f"boards/{there}/groups/topics/move.json", dest_board_id=there)
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "pulse_ids", ["", [], "x", "1,x", "[1", {"a": 1}, [[1]], list(range(1, 502))]
)
def test_lists_of_ids(company: Company, scene: Scene, pulse_ids: Any) -> None:
    answer = company["member"].post(
        f"boards/{scene.board_id}/pulses/move.json", group_id="topics", pulse_ids=pulse_ids
    )
    assert "'pulse_ids'" in error(answer, 400)


def test_all_move_or_none(company: Company, scene: Scene) -> None:
    first = company.pulse(scene.board_id)
    company.pulse(scene.board_id)
    before = company["member"].get(f"boards/{scene.board_id}/pulses.json").json()
    answer = company["member"].post(
        f"boards/{scene.board_id}/pulses/move.json",
        group_id="topics",
        pulse_ids=[first, 999999999],
    )
    assert "999999999" in error(answer, 404)
    assert company["member"].get(f"boards/{scene.board_id}/pulses.json").json() == before


@pytest.mark.parametrize("place", ["query", "form", "json", "header", "bearer"])
def test_the_token_in_every_place(company: Company, place: str) -> None:
    token = company.tokens["member"]
    sent: dict[str, dict[str, Any]] = {
        "query": {"params": {"api_key": token}},
        "form": {"data": {"api_key": token}},
        "json": {"json": {"api_key": token}},
        "header": {"headers": {"Authorization": token}},
        "bearer": {"headers": {"authorization": f"bearer {token}"}},
    }
    answer = company.server.request("GET", "/v1/boards", **sent[place])
    assert answer.status_code == 200


def test_of_two_tokens_the_first_place_counts(company: Company) -> None:
    good, bad = company.tokens["member"], "f" * 32
    first = company["member"].request("GET", "boards.json", params={"api_key": bad})
    assert first.status_code == 401
    assert bad not in first.text
    body = company.server.request(
        "GET",
        "/v1/boards.json",
        json={"api_key": good},
        headers={"Authorization": bad},
    )
    assert body.status_code == 200


@pytest.mark.parametrize("given", ["abc-1.2_3", "z" * 64])
def test_a_sane_request_id_comes_back(company: Company, given: str) -> None:
    answer = company["member"].request("GET", "users.json", headers={"X-Request-Id": given})
    assert answer.headers["x-request-id"] == given


@pytest.mark.parametrize("given", ["", "a" * 65, "a b", '"x"', "<script>"])
def test_an_odd_request_id_does_not(company: Company, given: str) -> None:
    answer = company["member"].request("GET", "users.json", headers={"X-Request-Id": given})
    assert answer.headers["x-request-id"] not in ("", given)


def test_a_head_is_a_get_without_its_body(company: Company) -> None:
    answer = company["member"].request("HEAD", "users.json")
    assert (answer.status_code, answer.content) == (200, b"")
    assert int(answer.headers["content-length"]) > 100


@pytest.mark.parametrize("host", ["evil.example/x", "a b", "<script>", "x" * 300])
def test_an_odd_host_is_not_repeated(company: Company, host: str) -> None:
    answer = company["member"].request("GET", "users.json", headers={"Host": host})
    assert host not in answer.text
