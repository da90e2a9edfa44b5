"""The OpenAPI document of what the web app may ask for; the app's types are made from it."""

from typing import Any

import msgspec

from lundi.entrypoints.app_api.operation import Operation
from lundi.entrypoints.app_api.resources import OPERATIONS

_REF = "#/components/schemas/{name}"


def build_document() -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation)
    wanted = [operation.answer for operation in OPERATIONS]
    wanted += [operation.given for operation in OPERATIONS if operation.given is not None]
    _, schemas = msgspec.json.schema_components(wanted, ref_template=_REF)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Lundi's web app", "version": "1"},
        "servers": [{"url": "/app"}],
        "paths": paths,
        "components": {"schemas": {**schemas, "Error": _ERROR}},
    }


def document_text() -> str:
    return msgspec.json.encode(build_document()).decode()


_ERROR = {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}
_FILE = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


def _operation(operation: Operation) -> dict[str, Any]:
    made: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "parameters": _parameters(operation),
        "responses": {
            "200": _content(operation.answer, "Done."),
            "default": {
                "description": "What is wrong, in a sentence.",
                "content": {"application/json": {"schema": {"$ref": _REF.format(name="Error")}}},
            },
        },
    }
    if operation.takes_file:
        made["requestBody"] = {"required": True, "content": _FILE}
    if operation.given is not None:
        made["requestBody"] = {"required": True, **_content(operation.given, None)}
    return made


def _parameters(operation: Operation) -> list[dict[str, Any]]:
    in_path = {name: operation.takes[name] for name in operation.in_path}
    return [
        {"name": name, "in": place, "required": place == "path", "schema": _schema(kind)}
        for place, kinds in (("path", in_path), ("query", operation.in_query))
        for name, kind in kinds.items()
    ]


def _content(kind: Any, description: str | None) -> dict[str, Any]:
    content = {"content": {"application/json": {"schema": _schema(kind)}}}
    return content if description is None else {"description": description, **content}


def _schema(kind: Any) -> Any:
    (schema,), _ = msgspec.json.schema_components([kind], ref_template=_REF)
    return schema
