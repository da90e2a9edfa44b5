"""Bad input is a normal case: the right status, a sentence that names what is wrong, nothing half done."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from lundi.entrypoints.rest_v1.operation import Operation
from lundi.entrypoints.rest_v1.parameters import Parameter
from lundi.entrypoints.rest_v1.resources import OPERATIONS
from tests.company import Client, Company
from tests.contract.scene import Scene, look, make_scene
from tests.contract.test_access_table import TABLE

HUGE = "9" * 30
JSON = {"content-type": "application/json"}
FORM = {"content-type": "application/x-www-form-urlencoded"}
each_operation = pytest.mark.parametrize(
    "operation", OPERATIONS, ids=lambda operation: operation.name
)
# By the type that the document gives a parameter: what is never one.
NO_TEXT: list[Any] = [["x"], {"x": "y"}, 5, True, "a\0b"]
NEVER: dict[str, list[Any]] = {
    "integer": ["x", "1.5", 1.5, HUGE, -1, True, [1], {"a": 1}, "1e3", "0x10", "\u0661", " ", "\0"],
    "boolean": ["maybe", "2", 2, 1.5, [True], {"a": True}, " ", "\0"],
    "string": [*NO_TEXT, "x" * 1_000_000],
    "array": [
        5.5,
        True,
        {"a": 1},
        "[1",
        "[" * 2000,
        [{"a": 1}],
        [[1]],
        [None],
        ["a\0b"],
        ["x" * 256],
    ],
    "object": [
        5,
        True,
        "x",
        "[",
        "{",
        "null",
        "[" * 2000,
        {"0": 5},
        {"11": "x"},
        {"x": "y"},
        {"": ""},
    ],
}
# httpx drops the query of an address where parameters are given beside it.
PAGE: dict[str, dict[str, str]] = {"boards.json?page=x": {"page": "x"}}
NEVER_A_DAY = [
    "2017-02-30",
    "2017-13-01",
    "0000-00-00",
    "tomorrow",
    "2017-2-3",
    "20170203",
    20170203,
]
NEVER_A_TIME = ["2017-02-30", "soon", HUGE, -1, 1.5, True, ["2017-01-01"], {"a": 1}, "9" * 5000]


@pytest.fixture(scope="module")
def scene(company: Company) -> Scene:
    return make_scene(company, "public")


def error(answer: Any, status: int) -> str:
    assert answer.status_code == status, answer.text
    return str(answer.json()["error"])


def ask(
    client: Client, operation: Operation, scene: Scene, changed: dict[tuple[str, ...], Any]
) -> Any:
    """A request that would be right, but for what is changed: a value by its way into the body, or None to leave it out."""
    case = TABLE[operation.name]
    body: dict[str, Any] = {
        name: dict(value) if isinstance(value, dict) else value
        for name, value in case.body(scene).items()
    }
    for (*outer, last), value in changed.items():
        place = body
        for step in outer:
            place = place.setdefault(step, {})
        if value is None:
            place.pop(last, None)
        else:
            place[last] = value
    path = operation.path.lstrip("/").format(**case.path(scene))
    return client.request(operation.method, path, json=body)


def never(parameter: Parameter) -> list[Any]:
    """What must be refused wherever that parameter is."""
    schema = parameter.kind.schema
    if schema.get("format") == "date":
        return [*NO_TEXT, *NEVER_A_DAY]
    if parameter.name in ("since", "until", "updated_since", "updated_until"):
        return NEVER_A_TIME
    if parameter.name == "value":
        return ["a lot", "1e5", "nan", "9" * 41, "x" * 1_000_000, [1], {"a": 1}, True, 1e300]
    if parameter.kind.schema["type"] == "array" and parameter.name == "tags":
        return [value for value in NEVER["array"] if value != "[1"]
    return NEVER[schema["type"]]


@each_operation
def test_each_parameter_is_refused_by_its_name(
    company: Company, scene: Scene, operation: Operation
) -> None:
    before = look(company, scene) if operation.writes else None
    for parameter in operation.params.declared:
        if parameter.declared.place == "path":
            continue
        for value in never(parameter):
            answer = ask(company["member"], operation, scene, {parameter.steps: value})
            sentence = error(answer, 400)
            assert f"'{parameter.name}'" in sentence, value if len(str(value)) < 99 else "long"
            assert len(sentence) < 300
    if before is not None:
        assert look(company, scene) == before


@each_operation
def test_what_is_required_must_be_there(
    company: Company, scene: Scene, operation: Operation
) -> None:
    before = look(company, scene) if operation.writes else None
    for parameter in operation.params.declared:
        if parameter.declared.place == "path" or not parameter.required:
            continue
        answer = ask(company["member"], operation, scene, {parameter.steps: None})
        assert f"'{parameter.name}' is missing" in error(answer, 400)
        if not parameter.declared.clears:
            answer = ask(company["member"], operation, scene, {parameter.steps: ""})
            assert f"'{parameter.name}' must not be empty" in error(answer, 400)
    if before is not None:
        assert look(company, scene) == before


@each_operation
def test_what_is_optional_may_be_empty(company: Company, operation: Operation) -> None:
    """Some clients send every parameter, the empty ones too."""
    scene = make_scene(company, "public")
    empty = {
        parameter.steps: ""
        for parameter in operation.params.declared
        if parameter.declared.place != "path" and not parameter.required
        if parameter.name not in TABLE[operation.name].body(scene)
    }
    answer = ask(company["member"], operation, scene, empty)
    assert answer.status_code == operation.status, answer.text


@each_operation
def test_each_id_of_a_path(company: Company, scene: Scene, operation: Operation) -> None:
    case = TABLE[operation.name]
    for name, right in case.path(scene).items():
        if not isinstance(right, int):
            continue
        for wrong, status in (("x", 400), ("1.5", 400), ("%00", 400), ("-1", 404), ("0", 404)):
            path = operation.path.lstrip("/").format(**{**case.path(scene), name: wrong})
            answer = company["member"].request(operation.method, path, json=case.body(scene))
            sentence = error(answer, status)
            assert f"'{name}'" in sentence or status == 404
        path = operation.path.lstrip("/").format(**{**case.path(scene), name: HUGE})
        assert name in error(
            company["member"].request(operation.method, path, json=case.body(scene)), 404
        )


@pytest.mark.parametrize("path", sorted({operation.path for operation in OPERATIONS}))
def test_each_path_says_which_methods_it_knows(company: Company, scene: Scene, path: str) -> None:
    known = sorted(operation.method for operation in OPERATIONS if operation.path == path)
    for method in (
        "PATCH",
        "TRACE",
        "OPTIONS",
        "BREW",
        *{"GET", "PUT", "POST", "DELETE"} - {*known},
    ):
        answer = company["member"].request(method, path.lstrip("/"))
        assert method in error(answer, 405)
        assert answer.headers["allow"] == ", ".join(known)


@pytest.mark.parametrize(
    "operation", [op for op in OPERATIONS if not op.writes], ids=lambda operation: operation.name
)
def test_suffix_and_head_of_each_reading_action(
    company: Company, scene: Scene, operation: Operation
) -> None:
    case = TABLE[operation.name]
    path = operation.path.lstrip("/").format(**case.path(scene))
    sent = {"params": case.body(scene)}
    whole = company["member"].request("GET", path, **sent)
    plain = company["member"].request("GET", path.removesuffix(".json"), **sent)
    head = company["member"].request("HEAD", path, **sent)
    assert (
        (whole.status_code, whole.content)
        == (plain.status_code, plain.content)
        == (200, plain.content)
    )
    assert (head.status_code, head.content) == (200, b"")
    for name in ("etag", "content-length", "content-type"):
        assert head.headers[name] == whole.headers[name]
    known = {"If-None-Match": whole.headers["etag"]}
    assert company["member"].request("HEAD", path, **sent, headers=known).status_code == 304


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
        ("numeric", "numeric", {"value": "a lot"}, "'value' must be a number"),
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


@pytest.mark.parametrize(
    "index", ["11", "-1", "0" * 9 + "99", "0" * 5000 + "99", "1" * 5000, "\u0663"]
)
def test_labels_are_of_eleven_colours(company: Company, scene: Scene, index: str) -> None:
    for method, path, more in (
        ("POST", "columns.json", {"title": "x", "type": "status"}),
        ("PUT", "columns/status.json", {}),
    ):
        answer = company["member"].request(
            method, f"boards/{scene.board_id}/{path}", json={"labels": {index: "x"}, **more}
        )
        assert "'labels'" in error(answer, 400)


@pytest.mark.parametrize("depth", [200, 500, 800, 900, 990, 5000, 100_000])
def test_deep_bodies(company: Company, depth: int) -> None:
    """As a parameter, as the token, and as what nobody asks for."""
    deep = b"[" * depth + b"]" * depth
    for name, statuses in ((b"page", {400}), (b"api_key", {400, 401}), (b"other", {200, 400})):
        given = {"content": b'{"%s":%s}' % (name, deep), "headers": JSON}
        assert company["member"].request("GET", "boards.json", **given).status_code in statuses
    nested = "a" + "[b]" * depth
    if depth < 10_000:
        given = {"content": f"{nested}=1&per_page=1".encode(), "headers": FORM}
        assert company["member"].request("GET", "boards.json", **given).status_code == 200


@pytest.mark.parametrize(
    "charset", ["utf-7", "unicode_escape", "utf-16", "base64", "idna", "\xff", ""]
)
def test_odd_charsets_of_multipart(company: Company, charset: str) -> None:
    """Some make lone surrogates of plain bytes."""
    kind = f"multipart/form-data; boundary=a; charset={charset}".encode("latin-1")
    for value in (b"+2AA-", b"\\ud800", b"\xff"):
        for name, statuses in ((b"name", {400}), (b"api_key", {400, 401})):
            part = b'Content-Disposition: form-data; name="%s"\r\n\r\n%s' % (name, value)
            body = b"--a\r\n" + part + b"\r\n--a--\r\n"
            answer = company.server.request(
                "POST",
                "/v1/boards.json",
                content=body,
                headers={
                    "content-type": kind,
                    **({} if name == b"api_key" else {"Authorization": company.tokens["viewer"]}),
                },
            )
            # As it is where the charset doesn't change it: a viewer makes no boards.
            assert answer.status_code in statuses | {403}, answer.text


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        ("application/json; charset=latin-1", b'{"name": "\xe9"}', 400),
        ("APPLICATION/JSON", b"{", 400),
        ("application/json", b'{"name": 1e400}', 400),
        ("application/json", b'{"name": ' + b"9" * 5000 + b"}", 400),
        ("application/json", b'{"name": NaN}', 400),
        ("application/json", b'\xef\xbb\xbf{"name": "x"}', 400),
        ("application/json", b'"name"', 400),
        ("application/json", b'{"name": "x"} x', 400),
        ("application/x-www-form-urlencoded", b"name=%ED%A0%80", 400),
        ("application/x-www-form-urlencoded", b"name[=x", 400),
        ("application/x-www-form-urlencoded", b"name[]=x", 400),
        ("application/x-www-form-urlencoded", b"name[a][b][c][d][e]=x", 400),
        ("multipart/form-data; boundary=", b"x", 400),
        ("multipart/form-data; boundary=a", b"--a\r\n\r\n\r\n--a--", 400),
        ("multipart/form-data; boundary=a", b"--a--\r\n", 400),
        ("multipart/mixed; boundary=a", b"--a--\r\n", 415),
        ("application/json-patch+json", b"{}", 415),
        ("json", b"{}", 415),
        ("\xff", b"{}", 415),
    ],
)
def test_more_broken_bodies(company: Company, content_type: str, body: bytes, status: int) -> None:
    given = {"content": body, "headers": {"content-type": content_type.encode("latin-1")}}
    before = len(company["member"].get("boards.json", per_page=500).json())
    for method in ("POST", "GET") if status == 415 else ("POST",):
        error(company["member"].request(method, "boards.json", **given), status)
    assert len(company["member"].get("boards.json", per_page=500).json()) == before


def test_a_body_of_unknown_length_is_limited_too(company: Company) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(300):
            yield b"x" * 10_000

    given = {"content": endless(), "headers": {"Authorization": company.tokens["member"], **FORM}}
    assert "2,097,152" in error(company.server.request("POST", "/v1/boards.json", **given), 413)


@pytest.mark.parametrize(("size", "status"), [(255, 201), (256, 400)])
def test_titles_are_counted_in_characters(company: Company, size: int, status: int) -> None:
    answer = company["member"].post("boards.json", name="\N{BICYCLE}" * size)
    assert answer.status_code == status


@pytest.mark.parametrize(("size", "status"), [(65_536, 201), (65_537, 400)])
def test_texts_are_counted_in_bytes(company: Company, scene: Scene, size: int, status: int) -> None:
    text = "\N{LATIN SMALL LETTER E WITH ACUTE}" * (size // 2) + "x" * (size % 2)
    answer = company["member"].post("updates.json", pulse=scene.pulse_id, update_text=text)
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("path", "first", "second"),
    [
        ("pulses.json", "since", "until"),
        ("updates.json", "since", "until"),
        ("updates.json", "updated_since", "updated_until"),
    ],
)
def test_no_span_ends_before_it_starts(
    company: Company, path: str, first: str, second: str
) -> None:
    given = {first: "2017-01-02", second: "2017-01-01"}
    sentence = error(company["member"].get(path, **given), 400)
    assert f"'{first}'" in sentence
    assert f"'{second}'" in sentence
    given = {first: "2017-01-02", second: "2017-01-02"}
    assert company["member"].get(path, **given).status_code == 200


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


@pytest.mark.parametrize(
    ("query", "body", "header", "status"),
    [
        ("good", "bad", "bad", 200),
        ("", "good", "bad", 200),
        ("", "", "good", 200),
        (None, None, "good", 200),
        ("bad", "good", "good", 401),
        (None, "bad", "good", 401),
        (None, None, "bad", 401),
        (None, None, "Basic good", 401),
        (None, None, "Bearer", 401),
        (None, None, "Bearer bad", 401),
        (None, None, "BEARER  good", 200),
        ("good" * 200, None, "good", 401),
        ("\0", None, "good", 401),
        ("\N{BICYCLE}", None, "good", 401),
    ],
)
def test_which_token_counts_and_none_is_repeated(
    company: Company, query: str | None, body: str | None, header: str, status: int
) -> None:
    good, bad = company.tokens["member"], "f" * 32

    def real(word: str | None) -> str | None:
        return None if word is None else word.replace("good", good).replace("bad", bad)

    for path in ("boards.json", "boards.json?page=x", "pulses/1/nothing", "boards/x.json"):
        answer = company.server.request(
            "GET",
            f"/v1/{path}",
            params=None if query is None else {"api_key": real(query), **PAGE.get(path, {})},
            json=None if body is None else {"api_key": real(body)},
            headers={"Authorization": str(real(header))},
        )
        assert answer.status_code == status if path == "boards.json" else answer.status_code >= 400
        assert good not in answer.text
        assert bad not in answer.text


@pytest.mark.parametrize("token", [True, 5, 0, 1.5, ["x"], {"a": "b"}, [[]], "x" * 100_000])
def test_odd_tokens(company: Company, token: Any) -> None:
    answer = company.server.request("GET", "/v1/boards.json", json={"api_key": token})
    assert "token" in error(answer, 401)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "nothing", 404),
        ("GET", "boards.json?page=x", 400),
        ("PATCH", "boards.json", 405),
        ("GET", "boards.json?api_key=x", 401),
    ],
)
def test_errors_carry_the_request_id(company: Company, method: str, path: str, status: int) -> None:
    answer = company["member"].request(method, path, headers={"X-Request-Id": "mine-1"})
    assert (answer.status_code, answer.headers["x-request-id"]) == (status, "mine-1")


@pytest.mark.parametrize("given", ["abc-1.2_3", "a" * 64])
def test_a_sane_request_id_comes_back(company: Company, given: str) -> None:
    answer = company["member"].request("GET", "users.json", headers={"X-Request-Id": given})
    assert answer.headers["x-request-id"] == given


@pytest.mark.parametrize(
    "given", ["", "a" * 65, "a b", '"x"', "<script>", "../x", "a;b", "\xe9", "a\tb", "a\r\nb: c"]
)
def test_an_odd_request_id_does_not(company: Company, given: str) -> None:
    headers = {"X-Request-Id": given.encode("latin-1")}
    answer = company["member"].request("GET", "users.json", headers=headers)
    assert answer.headers["x-request-id"] not in ("", given)
    assert answer.headers["x-request-id"].isalnum()
    assert "b" not in answer.headers


def test_a_head_is_a_get_without_its_body(company: Company) -> None:
    answer = company["member"].request("HEAD", "users.json")
    assert (answer.status_code, answer.content) == (200, b"")
    assert int(answer.headers["content-length"]) > 100


@pytest.mark.parametrize("host", ["evil.example/x", "a b", "<script>", "x" * 300])
def test_an_odd_host_is_not_repeated(company: Company, host: str) -> None:
    answer = company["member"].request("GET", "users.json", headers={"Host": host})
    assert host not in answer.text
