"""What the access log writes of a path, and the ids of requests."""

import asyncio
import json
import re
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Receive, Scope, Send

from lundi.entrypoints.shared.access_log import AccessLog, masked

TOKEN = "0123456789abcdef0123456789abcdef"
NAMES = ("api_key", "API_KEY", "api_key[]", "token", "user[password]", "secret", "session", "auth")


@pytest.mark.parametrize(
    ("path", "query", "shown"),
    [
        ("/v1/users.json", "", "/v1/users.json"),
        ("/v1/users.json", "page=2&order=a", "/v1/users.json?page=2&order=a"),
        ("/v1/users.json", f"api_key={TOKEN}&page=2", "/v1/users.json?api_key=***&page=2"),
        ("/v1/users.json", "api_key=short", "/v1/users.json?api_key=***"),
        ("/v1/users.json", f"x={TOKEN}", "/v1/users.json?x=***"),
        ("/v1/users.json", TOKEN, "/v1/users.json?***="),
        ("/v1/users.json", f"a=1;api_key={TOKEN}", "/v1/users.json?a=1%3Bapi_key%3D***"),
        (f"/v1/users/{TOKEN}.json", "", "/v1/users/***.json"),
        ("/v1/users/303448.json", "since=1484954704", "/v1/users/303448.json?since=1484954704"),
    ],
)
def test_secrets_are_masked_and_the_rest_is_not(path: str, query: str, shown: str) -> None:
    assert masked(path, query.encode()) == shown


@given(
    st.sampled_from(NAMES),
    st.text(min_size=1),
    st.lists(st.tuples(st.text(), st.text()), max_size=3),
)
def test_the_value_of_a_secret_name_never_shows(
    name: str, secret: str, others: list[tuple[str, str]]
) -> None:
    secret = f"<<{secret}>>"
    query = urlencode([*others, (name, secret), *others], errors="surrogatepass")
    shown = masked("/v1/users.json", query.encode())
    assert "<<" not in shown or any("<<" in part for pair in others for part in pair)
    assert quote("<<") not in shown or any("<<" in part for pair in others for part in pair)
    assert "***" in shown


@given(st.lists(st.booleans(), min_size=len(TOKEN), max_size=len(TOKEN)), st.binary(max_size=20))
def test_a_token_never_shows_however_it_is_written(written: list[bool], before: bytes) -> None:
    pairs = zip(TOKEN, written, strict=True)
    text = "".join(f"%{ord(letter):02X}" if encoded else letter for letter, encoded in pairs)
    junk = before.replace(b"%", b"")
    for query in (
        b"api_key=" + text.encode(),
        junk + b"&" + text.encode() + b"&x=" + text.encode(),
    ):
        assert TOKEN[:20] not in masked("/v1/users.json", query)
        assert text not in masked("/v1/users.json", query)


def test_too_many_parameters_are_not_shown_at_all() -> None:
    query = "&".join(["a=1"] * 2000 + [f"api_key={TOKEN}"])
    assert masked("/v1/users.json", query.encode()) == "/v1/users.json?***"


@pytest.mark.parametrize("given_id", ["mine-1", "z" * 64, "00-4bf9.2F_3"])
def test_a_sane_request_id_is_echoed(
    given_id: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    answered, line = _request(given_id, capsysbinary)
    assert answered == line["request_id"] == given_id


@pytest.mark.parametrize(
    "given_id", ["", "z" * 65, TOKEN, "two words", 'quo"te', "new\nline", "ümlaut"]
)
def test_any_other_is_replaced(given_id: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    answered, line = _request(given_id, capsysbinary)
    assert answered == line["request_id"]
    assert re.fullmatch(r"[0-9a-f]{16}", answered)


def test_a_request_that_breaks_is_logged_as_500(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        asyncio.run(AccessLog(broken)(_scope(""), _nothing, _ignore))
    assert json.loads(capsysbinary.readouterr().out)["status"] == 500


def _request(request_id: str, capture: pytest.CaptureFixture[bytes]) -> tuple[str, Any]:
    headers: dict[bytes, bytes] = {}

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message: Any) -> None:
        headers.update(message["headers"])

    asyncio.run(AccessLog(app)(_scope(request_id), _nothing, send))
    return headers[b"x-request-id"].decode(), json.loads(capture.readouterr().out)


def _scope(request_id: str) -> dict[str, Any]:
    return {
        "type": "http",
        "method": "GET",
        "path": "/v1/users.json",
        "query_string": b"",
        "headers": [(b"x-request-id", request_id.encode("latin-1", "replace"))],
    }


async def _nothing() -> Any:
    return {"type": "http.disconnect"}


async def _ignore(message: Any) -> None:
    pass
