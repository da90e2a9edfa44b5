"""The OpenAPI document is valid and whole: what is documented exists, and what exists is documented."""

from typing import Any

import jsonschema_rs
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.contract.document import DOCUMENT
from tests.server import Server

# Section 5 of the reference of REST API v1.
REFERENCE = """
Users    GET users | GET users/{id} | GET users/{id}/posts | GET users/{id}/newsfeed | GET users/{id}/unread_feed
Updates  GET updates | POST updates | GET updates/{id} | DELETE updates/{id} | POST updates/{id}/like
         POST updates/{id}/unlike
Pulses   GET pulses | GET pulses/{id} | PUT pulses/{id} | DELETE pulses/{id} | GET pulses/{id}/subscribers
         PUT pulses/{id}/subscribers | DELETE pulses/{id}/subscribers/{user_id} | GET pulses/{id}/notes
         POST pulses/{id}/notes | PUT pulses/{id}/notes/{note_id} | DELETE pulses/{id}/notes/{note_id}
         GET pulses/{id}/updates
Boards   GET boards | POST boards | GET boards/{board_id} | DELETE boards/{board_id} | GET boards/{board_id}/groups
         POST boards/{board_id}/groups | PUT boards/{board_id}/groups
         POST boards/{board_id}/groups/{group_id}/move | DELETE boards/{board_id}/groups/{group_id}
         GET boards/{board_id}/columns | POST boards/{board_id}/columns
         PUT boards/{board_id}/columns/{column_id} | DELETE boards/{board_id}/columns/{column_id}
         GET boards/{board_id}/columns/{column_id}/value | PUT boards/{board_id}/columns/{column_id}/text
         PUT boards/{board_id}/columns/{column_id}/person | PUT boards/{board_id}/columns/{column_id}/status
         PUT boards/{board_id}/columns/{column_id}/date | PUT boards/{board_id}/columns/{column_id}/numeric
         PUT boards/{board_id}/columns/{column_id}/tags | PUT boards/{board_id}/columns/{column_id}/timeline
         GET boards/{board_id}/pulses | POST boards/{board_id}/pulses
         POST boards/{board_id}/pulses/{pulse_id}/duplicate | POST boards/{board_id}/pulses/move
         GET boards/{board_id}/subscribers | PUT boards/{board_id}/subscribers
         DELETE boards/{board_id}/subscribers/{user_id}
Tags     GET tags/{id}
"""
OPERATIONS = [
    (path, method, operation)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
]
each_operation = pytest.mark.parametrize(
    ("path", "method", "operation"), OPERATIONS, ids=[o["operationId"] for _, _, o in OPERATIONS]
)


def reference() -> set[tuple[str, str, str]]:
    found, tag = set(), ""
    for line in REFERENCE.strip().splitlines():
        tag = line[:9].strip() or tag
        for action in line[9:].split("|"):
            method, path = action.split()
            found.add((tag, method.lower(), f"/{path}.json"))
    return found


def test_the_document_is_valid(server: Server) -> None:
    served = server.request("GET", "/v1/openapi.json")
    assert served.status_code == 200
    assert served.json() == DOCUMENT
    assert DOCUMENT["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(DOCUMENT).validate()


def test_it_has_the_actions_of_the_reference_and_no_others() -> None:
    documented = {(operation["tags"][0], method, path) for path, method, operation in OPERATIONS}
    assert documented == reference()
    assert [tag["name"] for tag in DOCUMENT["tags"]] == [
        "Users",
        "Updates",
        "Pulses",
        "Boards",
        "Tags",
    ]


@each_operation
def test_each_action_says_what_it_does_and_takes(
    path: str, method: str, operation: dict[str, Any]
) -> None:
    assert operation["summary"].endswith(".")
    assert len(operation["summary"]) > 10
    for parameter in operation["parameters"]:
        assert len(parameter["description"]) > 5, parameter["name"]
    for content in operation.get("requestBody", {}).get("content", {}).values():
        _check_described(content["schema"])


@each_operation
def test_each_example_answer_fits_its_schema(
    path: str, method: str, operation: dict[str, Any]
) -> None:
    status = "201" if method == "post" else "200"
    content = operation["responses"][status]["content"]["application/json"]
    _validator(content["schema"]).validate(content["example"])


@each_operation
def test_each_example_body_fits_its_schema(
    path: str, method: str, operation: dict[str, Any]
) -> None:
    contents = operation.get("requestBody", {}).get("content", {})
    for content in contents.values():
        _validator(content["schema"]).validate(content["example"])


@each_operation
def test_each_action_tells_its_errors(path: str, method: str, operation: dict[str, Any]) -> None:
    told = set(operation["responses"])
    assert {"401", "429"} <= told
    if "{" in path:
        assert {"400", "404"} <= told
    if method != "get":
        assert {"400", "403", "409", "413", "415"} <= told


def test_no_secret_is_in_the_document(server: Server) -> None:
    assert "secret" not in server.request("GET", "/v1/openapi.json").text


def _check_described(schema: dict[str, Any]) -> None:
    for name, inner in schema["properties"].items():
        if "properties" in inner:
            _check_described(inner)
        else:
            assert len(inner["description"]) > 5, name


def _validator(schema: dict[str, Any]) -> Any:
    return jsonschema_rs.Draft202012Validator({**schema, "components": DOCUMENT["components"]})
