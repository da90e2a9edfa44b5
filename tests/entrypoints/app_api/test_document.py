"""The document that the web app's types are made from."""

from openapi_spec_validator import validate

from lundi.entrypoints.app_api.openapi import build_document
from lundi.entrypoints.app_api.resources import OPERATIONS


def test_it_is_an_openapi_document_of_every_operation() -> None:
    document = build_document()
    validate(document)
    names = [
        operation["operationId"]
        for path in document["paths"].values()
        for operation in path.values()
    ]
    assert sorted(names) == sorted(operation.name for operation in OPERATIONS)


def test_it_tells_what_a_query_may_hold() -> None:
    parameters = build_document()["paths"]["/inbox"]["get"]["parameters"]
    assert parameters == [
        {"name": "before", "in": "query", "required": False, "schema": {"type": "integer"}},
        {"name": "unread", "in": "query", "required": False, "schema": {"type": "boolean"}},
    ]


def test_what_a_path_holds_must_be_there() -> None:
    (parameter,) = build_document()["paths"]["/boards/{board_id}"]["get"]["parameters"]
    assert (parameter["in"], parameter["required"]) == ("path", True)
