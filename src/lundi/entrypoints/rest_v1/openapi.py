"""The OpenAPI 3.1 document, from the declarations of the actions."""

from functools import cache
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lundi import __version__
from lundi.entrypoints.rest_v1.operation import Operation
from lundi.entrypoints.rest_v1.parameters import Parameter
from lundi.entrypoints.rest_v1.resources import OPERATIONS
from lundi.entrypoints.shared.idempotency import ABOUT, HEADER

DOCUMENT_PATH = "/v1/openapi.json"
_REFUSALS = {
    400: "A parameter is missing, malformed or out of range.",
    401: "No token, or one that is unknown, revoked, or of a disabled user.",
    403: "The token is fine but may not do this.",
    404: "It does not exist, or this token may not see it.",
    409: "It is archived or deleted and can't be changed so.",
    413: "The body is over 2 MiB.",
    415: "The body is of an unknown type.",
    422: "The Idempotency-Key was sent with another request before.",
    429: "The plan's limit is used up.",
    503: "The database can't be reached just now; `Retry-After` says when to ask again.",
    507: "The server has no room left to keep anything new.",
}
_TAGS = {
    "Users": "The people of the account, and what they follow.",
    "Updates": "What people write about pulses.",
    "Pulses": "The work items, wherever they are; their subscribers and notes.",
    "Boards": "Boards with their groups, columns, values, pulses and subscribers.",
    "Tags": "The words that pulses are marked with.",
}
_HEADERS = {
    "RateLimit-Policy": "The plan's limits.",
    "RateLimit": "What is left of the limit that is nearer to its end.",
    "X-RateLimit-Limit": "The limit that is nearer to its end.",
    "X-RateLimit-Remaining": "How many requests are left of it.",
    "X-RateLimit-Reset": "When there is room again, in Unix seconds.",
    "X-Request-Id": "The request's id, to name it in a question.",
}

_KEY = {
    "name": HEADER,
    "in": "header",
    "required": False,
    "description": ABOUT,
    "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[ -~]*$"},
}


def build_document() -> dict[str, Any]:
    paths: dict[str, dict[str, Any]] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Lundi REST API v1",
            "version": __version__,
            "description": "Boards, pulses and the conversation about them.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/v1"}],
        "security": [{"api_key": []}, {"authorization": []}],
        "tags": [{"name": name, "description": text} for name, text in _TAGS.items()],
        "paths": paths,
        "components": {
            "schemas": _schemas(),
            "headers": {
                name: {"description": text, "schema": {"type": "string"}}
                for name, text in _HEADERS.items()
            },
            "responses": {str(status): _refusal(status) for status in _REFUSALS},
            "securitySchemes": {
                "api_key": {
                    "type": "apiKey",
                    "in": "query",
                    "name": "api_key",
                    "description": "A company or personal token.",
                },
                "authorization": {
                    "type": "apiKey",
                    "in": "header",
                    "name": "Authorization",
                    "description": "The same token, with or without `Bearer` before it.",
                },
            },
        },
    }


def document_route() -> Route:
    """Open to everyone, and not counted against any limit."""

    @cache
    def document() -> bytes:
        return msgspec.json.encode(build_document())

    async def show_document(request: Request) -> Response:
        return Response(document(), media_type="application/json")

    return Route(DOCUMENT_PATH, show_document)


def _operation(operation: Operation) -> dict[str, Any]:
    fields = [p for p in operation.params.declared if p.declared.place == "body"]
    described = {
        "operationId": operation.name,
        "summary": operation.summary,
        "tags": [operation.tag],
        "parameters": [
            *(_parameter(p) for p in operation.params.declared if p not in fields),
            *([_KEY] if operation.takes_key else []),
        ],
        "responses": {
            str(operation.status): _answer(operation),
            **{
                str(status): {"$ref": f"#/components/responses/{status}"}
                for status in operation.errors
            },
        },
    }
    if fields:
        described["requestBody"] = _body(fields)
    return described


def _parameter(parameter: Parameter) -> dict[str, Any]:
    declared = parameter.declared
    described: dict[str, Any] = {
        "name": parameter.name,
        "in": declared.place,
        "required": parameter.required,
        "description": declared.description,
        "schema": _schema(parameter),
    }
    if declared.example is not None:
        described["example"] = declared.example
    return described


def _schema(parameter: Parameter) -> dict[str, Any]:
    schema = dict(parameter.kind.schema)
    if parameter.default is not None:
        schema["default"] = parameter.default
    return schema


def _body(fields: list[Parameter]) -> dict[str, Any]:
    form = {
        "type": "object",
        "properties": {
            field.name: {**_schema(field), "description": field.declared.description}
            for field in fields
        },
    }
    required = [field.name for field in fields if field.required]
    if required:
        form["required"] = required
    example = {
        field.name: field.declared.example for field in fields if field.declared.example is not None
    }
    lists = {
        field.name: {"style": "form", "explode": False}
        for field in fields
        if field.kind.schema["type"] == "array"
    }
    urlencoded: dict[str, Any] = {"schema": form, "example": example}
    if lists:
        urlencoded["encoding"] = lists
    as_json = {"schema": _nested(fields), "example": _nested_example(example)}
    return {
        "required": bool(required),
        "content": {
            "application/x-www-form-urlencoded": urlencoded,
            "application/json": as_json,
        },
    }


def _nested(fields: list[Parameter]) -> dict[str, Any]:
    """`pulse[name]` of a form is `{"pulse": {"name": ...}}` in JSON."""
    schema: dict[str, Any] = {"type": "object", "properties": {}}
    for field in fields:
        place = schema
        *outer, last = field.steps
        for step in outer:
            if field.required and step not in place.setdefault("required", []):
                place["required"].append(step)
            place = place["properties"].setdefault(step, {"type": "object", "properties": {}})
        place["properties"][last] = {**_schema(field), "description": field.declared.description}
        if field.required:
            place.setdefault("required", []).append(last)
    return schema


def _nested_example(example: dict[str, Any]) -> dict[str, Any]:
    nested: dict[str, Any] = {}
    for name, value in example.items():
        *outer, last = name.replace("]", "").split("[")
        place = nested
        for step in outer:
            place = place.setdefault(step, {})
        place[last] = value
    return nested


def _answer(operation: Operation) -> dict[str, Any]:
    (schema,), _ = msgspec.json.schema_components(
        [operation.answer], ref_template="#/components/schemas/{name}"
    )
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in _HEADERS}
    return {
        "description": "Done." if operation.writes else "What was asked for.",
        "headers": headers,
        "content": {"application/json": {"schema": schema, "example": operation.example}},
    }


def _refusal(status: int) -> dict[str, Any]:
    return {
        "description": _REFUSALS[status],
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
    }


def _schemas() -> dict[str, Any]:
    _, schemas = msgspec.json.schema_components(
        [operation.answer for operation in OPERATIONS],
        ref_template="#/components/schemas/{name}",
    )
    schemas["Error"] = {
        "type": "object",
        "required": ["error"],
        "properties": {"error": {"type": "string", "description": "What is wrong, in a sentence."}},
    }
    return schemas
