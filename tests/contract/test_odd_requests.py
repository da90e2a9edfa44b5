"""Odd bodies, odd tokens, sizes at the limit and spans that end before they start, each with its status."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.company import Company
from tests.contract.scene import Scene, make_scene

JSON = {"content-type": "application/json"}
FORM = {"content-type": "application/x-www-form-urlencoded"}
# httpx drops the query of an address where parameters are given beside it.
PAGE: dict[str, dict[str, str]] = {"boards.json?page=x": {"page": "x"}}


@pytest.fixture(scope="module")
def scene(company: Company) -> Scene:
    return make_scene(company, "public")


def error(answer: Any, status: int) -> str:
    assert answer.status_code == status, answer.text
    return str(answer.json()["error"])


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
    # In this order: letters of a token may be a word.
    tokens = {"bad": "f" * 32, "good": company.tokens["member"]}
    bad, good = tokens.values()

    def real(word: str | None) -> str | None:
        for name, token in tokens.items():
            word = word and word.replace(name, token)
        return word

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


@pytest.mark.parametrize("given", ["../x", "a;b", "\xe9", "a\tb", "a\r\nb: c"])
def test_no_header_is_made_of_a_request_id(company: Company, given: str) -> None:
    headers = {"X-Request-Id": given.encode("latin-1")}
    answer = company["member"].request("GET", "users.json", headers=headers)
    assert answer.headers["x-request-id"].isalnum()
    assert "b" not in answer.headers
