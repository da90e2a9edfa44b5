"""Every parameter, path and method of every action, from their declarations: what is wrong is refused by its name."""

from typing import Any

import pytest

from lundi.entrypoints.rest_v1.operation import Operation
from lundi.entrypoints.rest_v1.parameters import Parameter
from lundi.entrypoints.rest_v1.resources import OPERATIONS
from tests.company import Client, Company
from tests.contract.access_model import TABLE
from tests.contract.scene import Scene, look, make_scene

HUGE = "9" * 30
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
            # A column type names the value that it doesn't take, not the parameter that it came in.
            assert f"'{parameter.name}'" in sentence or "is not a number" in sentence, sentence
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
