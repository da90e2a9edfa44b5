"""Parameters mean the same however a client writes them, and no bytes break their reading."""

import asyncio
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundi.core.errors import Refusal
from lundi.entrypoints.rest_v1.parameters import Params
from lundi.entrypoints.rest_v1.resources import OPERATIONS
from lundi.entrypoints.rest_v1.resources.board_pulses import CreatePulse, MovePulses
from lundi.entrypoints.rest_v1.resources.columns import CreateColumn
from lundi.entrypoints.rest_v1.resources.updates import ListUpdates
from lundi.entrypoints.rest_v1.resources.values import SetText
from lundi.entrypoints.shared.body import Tree, merged, parse_body, parse_query

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
BOARD = {"board_id": "7"}
TYPES = st.sampled_from([JSON, FORM, "multipart/form-data; boundary=x", "text/plain", "", "\0"])
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def form(text: str) -> Tree:
    return asyncio.run(parse_body(text.encode(), FORM))


@given(body=st.binary(max_size=200), content_type=TYPES)
def test_any_bytes_are_a_tree_or_refused(body: bytes, content_type: str) -> None:
    for read in (lambda: asyncio.run(parse_body(body, content_type)), lambda: parse_query(body)):
        with suppress(Refusal):
            assert isinstance(read(), dict)


@given(name=st.text(), value=st.text())
def test_any_name_of_a_form_is_a_tree(name: str, value: str) -> None:
    try:
        encoded = urlencode({name: value})
    except UnicodeEncodeError:
        return
    assert isinstance(parse_query(encoded.encode()), dict)


@given(under=st.dictionaries(st.text(), VALUES), over=st.dictionaries(st.text(), VALUES))
def test_the_body_wins_over_the_query(under: Tree, over: Tree) -> None:
    both = merged(under, over)
    assert set(both) == set(under) | set(over)
    for name, value in over.items():
        assert isinstance(value, dict) or both[name] == value


@pytest.mark.parametrize(
    "params", [op.params for op in OPERATIONS], ids=lambda params: params.__name__
)
@given(data=st.data())
def test_any_values_are_read_or_refused(params: type[Params], data: st.DataObject) -> None:
    tree: Tree = {}
    path_values = {}
    for parameter in params.declared:
        if parameter.declared.place == "path":
            path_values[parameter.name] = data.draw(st.text(max_size=40))
        elif data.draw(st.booleans()):
            place = tree
            for step in parameter.steps[:-1]:
                place = place.setdefault(step, {})
            place[parameter.steps[-1]] = data.draw(VALUES)
    with suppress(Refusal):
        params.read(tree, path_values)


def test_brackets_of_a_form_are_objects_of_json() -> None:
    text = "pulse[name]=X&update[text]=Y&labels[8]=Warning&pulse_ids[]=1&pulse_ids[]=2"
    assert form(text) == {
        "pulse": {"name": "X"},
        "update": {"text": "Y"},
        "labels": {"8": "Warning"},
        "pulse_ids": ["1", "2"],
    }
    assert parse_query(text.encode()) == form(text)


def test_a_pulse_is_named_in_any_way() -> None:
    as_json = {"pulse": {"name": "X"}, "update": {"text": "Y", "announcement": True}}
    body = asyncio.run(parse_body(msgspec.json.encode(as_json), JSON))
    from_json = CreatePulse.read(body, BOARD)
    from_form = CreatePulse.read(
        form("pulse[name]=X&update[text]=Y&update[announcement]=True&user_id=&group_id="), BOARD
    )
    assert from_json.__dict__ == from_form.__dict__
    assert (from_json.name, from_json.announcement, from_json.user_id) == ("X", True, None)


@pytest.mark.parametrize("labels", ['{"8":"Warning"}', {"8": "Warning"}])
def test_labels_come_as_json_or_as_an_object(labels: Any) -> None:
    params = CreateColumn.read({"title": "T", "type": "status", "labels": labels}, BOARD)
    assert params.labels == {"8": "Warning"}


@pytest.mark.parametrize("ids", ["1,2", "[1,2]", [1, 2], ["1", "2"], " 1 , 2 ", '["1", 2]'])
def test_lists_come_in_three_forms(ids: Any) -> None:
    assert MovePulses.read({"pulse_ids": ids, "group_id": "g"}, BOARD).pulse_ids == [1, 2]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((yes, True) for yes in ("true", "True", "1", 1, True)),
        *((no, False) for no in ("false", "False", "0", 0, False, "")),
    ],
)
def test_booleans(written: Any, meant: bool) -> None:
    assert (
        CreatePulse.read({"pulse": {"name": "x"}, "add_to_bottom": written}, BOARD).add_to_bottom
        is meant
    )


@pytest.mark.parametrize(
    ("written", "start", "seconds"),
    [
        ("1483228800", 1483228800, 1),
        (1483228800, 1483228800, 1),
        ("2017-01-01", 1483228800, 86400),
        ("2017-01-01T00:00:00Z", 1483228800, 1),
        ("2017-01-01T02:00:00+02:00", 1483228800, 1),
        ("2017-01-01 00:00:00", 1483228800, 1),
    ],
)
def test_times_come_in_three_forms(written: Any, start: int, seconds: int) -> None:
    since = ListUpdates.read({"since": written}, {}).since
    assert since is not None
    assert (since.start, since.end) == (start * 1_000_000, (start + seconds) * 1_000_000)


@pytest.mark.parametrize(
    "written", ["2017-02-30", "soon", "9" * 30, -1, "2017-1-1", [], {"a": 1}, "1.5"]
)
def test_what_is_no_time_is_refused(written: Any) -> None:
    if written == []:
        assert ListUpdates.read({"since": written}, {}).since is None
        return
    with pytest.raises(Refusal, match="'since' must be"):
        ListUpdates.read({"since": written}, {})


def test_empty_clears_a_value_and_missing_does_not() -> None:
    cell = {"board_id": "7", "column_id": "text"}
    assert SetText.read({"pulse_id": "1", "text": ""}, cell).text is None
    with pytest.raises(Refusal, match="'text' is missing"):
        SetText.read({"pulse_id": "1"}, cell)


def test_the_path_wins_and_repeated_names_are_ignored() -> None:
    params = SetText.read(
        {"pulse_id": "1", "text": "x", "board_id": "99", "column_id": "other"},
        {"board_id": "7", "column_id": "text"},
    )
    assert (params.board_id, params.column_id) == (7, "text")
