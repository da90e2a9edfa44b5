"""The bytes of requests, and one of them asked."""

import socket
from collections.abc import Mapping
from http.client import HTTPResponse
from urllib.parse import urlencode

import msgspec

ORIGIN = "http://lundi.bench"


class Answer(msgspec.Struct):
    status: int
    headers: Mapping[str, str]
    """By their names in lower case."""
    body: bytes


def v1(token: str, method: str, path: str, known: str = "", **form: object) -> bytes:
    """`known`: the ETag of what one has already."""
    headers = {"authorization": token}
    if known:
        headers["if-none-match"] = known
    if form:
        headers["content-type"] = "application/x-www-form-urlencoded"
    return _request(method, f"/v1/{path}", headers, urlencode(form).encode())


def v2(token: str, query: str, **variables: object) -> bytes:
    headers = {"authorization": token, "content-type": "application/json"}
    body = msgspec.json.encode({"query": query, "variables": variables})
    return _request("POST", "/v2", headers, body)


def app(secret: str, path: str) -> bytes:
    """What the web app asks for, signed in by that session."""
    return _request("GET", f"/app/{path}", {"cookie": f"lundi_session={secret}"}, b"")


def page(path: str) -> bytes:
    return _request("GET", path, {"accept-encoding": "gzip"}, b"")


def _request(method: str, path: str, headers: dict[str, str], body: bytes) -> bytes:
    headers = {"host": ORIGIN.partition("://")[2], **headers}
    if body:
        headers["content-length"] = str(len(body))
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {text}" for name, text in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode() + body


def ask(port: int, request: bytes) -> Answer:
    """It has to be answered well."""
    with socket.create_connection(("127.0.0.1", port), 120) as connection:
        connection.sendall(request)
        response = HTTPResponse(connection)
        response.begin()
        headers = {name.lower(): text for name, text in response.getheaders()}
        answer = Answer(response.status, headers, response.read())
    assert answer.status < 400, (request, answer)
    return answer
