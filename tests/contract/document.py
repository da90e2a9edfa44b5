"""Holds answers against the OpenAPI document."""

from functools import cache
from typing import Any

import httpx
import jsonschema_rs

from lundi.core.errors import Refusal
from lundi.entrypoints.rest_v1.openapi import build_document
from lundi.entrypoints.rest_v1.resources import OPERATIONS
from lundi.entrypoints.shared.routing import Routes

DOCUMENT = build_document()
_ROUTES = Routes(OPERATIONS, "/v1")
_EVERYWHERE = ("x-request-id", "ratelimit", "ratelimit-policy", "x-ratelimit-remaining")


def check_answer(response: httpx.Response) -> None:
    """An answer of a v1 action is one that its documentation tells of, in status, headers and body."""
    request = response.request
    path = request.url.path
    if not path.startswith("/v1/") or path.startswith("/v1/openapi"):
        return
    assert response.status_code < 500, response.text
    for name in _EVERYWHERE:
        assert name in response.headers, f"{request.method} {path} has no {name}"
    if response.status_code == 304:
        assert response.content == b""
        return
    assert response.headers["content-type"] == "application/json"
    if request.method == "HEAD":
        return
    try:
        operation, _ = _ROUTES.find(request.method, path.removeprefix("/v1"))
    except Refusal:
        assert set(response.json()) == {"error"}
        return
    if request.method == "GET" and response.status_code == 200:
        assert response.headers["etag"]
    validator = _validator(operation.path, request.method.lower(), str(response.status_code))
    validator.validate(response.json())


@cache
def _validator(path: str, method: str, status: str) -> Any:
    answer = DOCUMENT["paths"][path][method]["responses"][status]
    if "$ref" in answer:
        answer = DOCUMENT["components"]["responses"][status]
    schema = answer["content"]["application/json"]["schema"]
    return jsonschema_rs.Draft202012Validator({**schema, "components": DOCUMENT["components"]})
