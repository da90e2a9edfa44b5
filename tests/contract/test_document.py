"""The OpenAPI document is valid and whole: what is documented exists, and what exists is documented."""

import re
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
# The parameters of that section's table, by the action's name; * is required. Who acts is required of the company token
# alone, which a document can't say.
PARAMETERS = """
get_users               order_by_latest
get_updates             since until updated_since updated_until
create_update           user pulse* update_text* announcement
like_update             user
unlike_update           user
get_pulses              since until order_by_latest
update_pulse            name*
delete_pulse            archive
subscribe_to_pulse      user_id* as_admin
create_note             title* content* user_id owners_only create_update
update_note             title content user_id create_update
get_pulse_updates       page limit
get_boards              only_globals order_by_latest
create_board            user_id name* description board_kind
get_groups              show_archived show_deleted
create_group            title* color
update_group            group_id* title color
move_group              user_id dest_board_id*
get_columns             all_columns
create_column           title* type* labels
update_column           title color labels
get_value               pulse_id* return_as_array
set_text                pulse_id* text*
set_person              pulse_id* user_id*
set_status              pulse_id* color_index label update_id
set_date                pulse_id* date_str*
set_number              pulse_id* value*
set_tags                pulse_id* tags*
set_timeline            pulse_id* from* to*
get_board_pulses        order_by
create_pulse            user_id pulse[name]* group_id add_to_bottom update[text] update[announcement]
create_pulse            pulse[photo_from_url]
duplicate_pulse         group_id owner_id user_id name text add_to_bottom
move_pulses             user_id group_id* pulse_ids* dest_board_id force_move_to_board
subscribe_to_board      user_id* as_admin
"""
PAGING = {"page", "per_page", "offset"}
# What the reference's table doesn't tell of.
OUR_ADDITIONS = {("move_group", "force_move_to_board")}
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


def told_parameters() -> dict[str, set[str]]:
    told: dict[str, set[str]] = {}
    for line in PARAMETERS.strip().splitlines():
        name, *parameters = line.split()
        told.setdefault(name, set()).update(parameters)
    return told


@each_operation
def test_each_action_takes_what_the_reference_says(
    path: str, method: str, operation: dict[str, Any]
) -> None:
    name = operation["operationId"]
    form = operation.get("requestBody", {}).get("content", {})
    schema = form.get("application/x-www-form-urlencoded", {}).get("schema", {})
    taken = {
        *(p["name"] + "*" * p["required"] for p in operation["parameters"] if p["in"] == "query"),
        *(
            field + "*" * (field in schema.get("required", ()))
            for field in schema.get("properties", ())
        ),
    }
    ours = {parameter for action, parameter in OUR_ADDITIONS if action == name}
    assert taken - PAGING - ours == told_parameters().get(name, set()) - PAGING
    assert {p["name"] for p in operation["parameters"] if p["in"] == "path"} == set(
        re.findall(r"\{(\w+)\}", path)
    )


@each_operation
def test_lists_of_what_grows_come_in_pages(
    path: str, method: str, operation: dict[str, Any]
) -> None:
    """Groups and columns come whole, as a board shows them."""
    answer = operation["responses"].get("200", {}).get("content", {}).get("application/json", {})
    paged = {p["name"] for p in operation["parameters"]} >= PAGING
    is_list = method == "get" and answer["schema"].get("type") == "array"
    assert paged == (is_list and not path.endswith(("/groups.json", "/columns.json")))


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
