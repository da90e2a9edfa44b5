"""`aggregate` of API v2: how it is asked for, what it answers, what it refuses."""

from typing import Any

import pytest

from tests.company import Company

QUERY = """query ($q: AggregateQueryInput!) {aggregate(query: $q) {results {entries {alias value {
  ... on AggregateBasicAggregationResult {result} ... on AggregateGroupByResult {value}}}}}}"""
ITEMS: dict[str, Any] = {"type": "FUNCTION", "function": {"function": "COUNT_ITEMS"}, "as": "items"}


def column(column_id: str, alias: str | None = None) -> dict[str, Any]:
    return {"type": "COLUMN", "column": {"column_id": column_id}, "as": alias or column_id}


def function(name: str, *params: dict[str, Any], alias: str = "found") -> dict[str, Any]:
    return {"type": "FUNCTION", "function": {"function": name, "params": params}, "as": alias}


class Scene:
    def __init__(self, company: Company) -> None:
        self.company = company
        self.board_id = int(company.board()["id"])
        for column_id, kind in (("who", "people"), ("hours", "numbers"), ("state", "status")):
            company["member"].data(
                """mutation ($b: ID!, $c: String!, $t: ColumnType!) {
                  create_column(board_id: $b, id: $c, title: $c, column_type: $t) {id}}""",
                b=self.board_id,
                c=column_id,
                t=kind,
            )
        people = f'{{"personsAndTeams": [{{"id": {company.ids["admin"]}}}]}}'
        for name, values in (
            ("A", f'{{"hours": "2.5", "state": {{"index": 1}}, "who": {people}}}'),
            ("B", f'{{"hours": "4", "state": {{"index": 1}}, "who": {people}}}'),
            ("C", '{"state": {"index": 0}}'),
            ("D", "{}"),
        ):
            company["member"].data(
                "mutation ($b: ID!, $n: String!, $v: JSON) {create_item(board_id: $b, item_name: $n, column_values: $v) {id}}",
                b=self.board_id,
                n=name,
                v=values,
            )

    def send(self, *select: dict[str, Any], **more: Any) -> Any:
        asked = {"from": {"type": "TABLE", "id": self.board_id}, "select": select, **more}
        return self.company["member"].v2(QUERY, q=asked).json()

    def sets(self, *select: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
        answer = self.send(*select, **more)
        assert "errors" not in answer, answer
        return [
            {one["alias"]: next(iter(one["value"].values())) for one in row["entries"]}
            for row in answer["data"]["aggregate"]["results"]
        ]


@pytest.fixture(scope="module")
def scene(company: Company) -> Scene:
    return Scene(company)


def test_of_a_whole_board(scene: Scene) -> None:
    hours = column("hours")
    (found,) = scene.sets(
        ITEMS,
        function("SUM", hours, alias="sum"),
        function("AVERAGE", hours, alias="average"),
        function("MEDIAN", hours, alias="median"),
        function("COUNT", hours, alias="count"),
        function("COUNT_DISTINCT", column("state"), alias="states"),
    )
    assert found == {
        "items": 4,
        "sum": 6.5,
        "average": 3.25,
        "median": 3.25,
        "count": 2,
        "states": 2,
    }


def test_by_groups(scene: Scene) -> None:
    by = {"group_by": [{"column_id": "state"}]}
    found = scene.sets(column("state"), ITEMS, function("SUM", column("hours"), alias="sum"), **by)
    assert sorted(found, key=str) == [
        {"state": "Done", "items": 2, "sum": 6.5},
        {"state": "Working on it", "items": 1, "sum": 0},
        {"state": None, "items": 1, "sum": 0},
    ]
    people = scene.sets(column("who"), ITEMS, group_by=[{"column_id": "who"}])
    assert people == [{"who": "Admin", "items": 2}, {"who": None, "items": 2}]
    by_name = [{"column_id": "label"}]
    labels = scene.sets(function("LABEL", column("state"), alias="label"), group_by=by_name)
    assert {one["label"] for one in labels} == {"Done", "Working on it", None}
    both = scene.sets(column("state"), group_by=[{"column_id": "state"}, {"column_id": "name"}])
    assert len(both) == 4


def test_of_what_a_query_finds_and_no_more_than_asked_for(scene: Scene) -> None:
    rules = {"rules": [{"column_id": "hours", "operator": "is_not_empty", "compare_value": []}]}
    assert scene.sets(ITEMS, query=rules) == [{"items": 2}]
    names = [{"column_id": "name"}]
    assert len(scene.sets(column("name"), group_by=names, limit=3)) == 3
    first = scene.sets(column("name"), group_by=[{"column_id": "name", "limit": 2}])
    assert first == [{"name": "A"}, {"name": "B"}]
    nothing = {"rules": [{"column_id": "name", "compare_value": ["none"]}]}
    (empty,) = scene.sets(ITEMS, function("MAX", column("hours"), alias="most"), query=nothing)
    assert empty == {"items": 0, "most": None}
    assert scene.sets(column("name"), group_by=names, query=nothing) == []


REFUSED: list[tuple[tuple[dict[str, Any], ...], dict[str, Any], str]] = [
    ((column("state"),), {}, "put it into group_by"),
    ((ITEMS, ITEMS), {}, "a name of its own"),
    ((), {}, "1 to 50 elements"),
    ((function("SUM", column("state")),), {}, "takes numbers"),
    ((function("SUM"),), {}, "takes one param"),
    ((function("MAX", column("who")),), {}, "takes numbers"),
    ((function("SUM", function("MAX", column("hours"))),), {}, "of many items"),
    ((function("COUNT", function("FLATTEN", column("who"))),), {}, "isn't supported yet"),
    ((function("BETWEEN", column("hours")),), {}, "isn't supported yet"),
    ((function("COUNT", function("DATE_TRUNC_DAY", column("state"))),), {}, "A day is needed"),
    ((function("COUNT", function("LOWER", column("state"))),), {}, "A text is needed"),
    ((ITEMS,), {"limit": 0}, "limit is 0"),
    ((ITEMS,), {"group_by": [{"column_id": "no"}]}, "column ID doesn't exist"),
    ((ITEMS,), {"group_by": [{"column_id": "name"}] * 6}, "At most 5"),
    (({"type": "COLUMN", "as": "x"},), {}, "names its column"),
    (({"type": "FUNCTION", "as": "x"},), {}, "names its function"),
    (({**column("hours"), "as": ""},), {"group_by": [{"column_id": "hours"}]}, "1 to 255"),
]


@pytest.mark.parametrize(("select", "more", "why"), REFUSED, ids=lambda one: str(one)[:40])
def test_what_is_refused(
    scene: Scene, select: tuple[dict[str, Any], ...], more: dict[str, Any], why: str
) -> None:
    (error,) = scene.send(*select, **more)["errors"]
    assert why in error["message"]
    assert error["extensions"]["code"] != "INTERNAL_SERVER_ERROR"


def test_every_column_that_can_be_filtered_can_be_grouped_by(company: Company) -> None:
    scene = Scene(company)
    told = company["member"].data('{__type(name: "ColumnType") {enumValues {name}}}')["__type"][
        "enumValues"
    ]
    for place, kind in enumerate(one["name"] for one in told):
        made = company["member"].v2(
            """mutation ($b: ID!, $c: String!, $t: ColumnType!) {
              create_column(board_id: $b, id: $c, title: $c, column_type: $t) {id}}""",
            b=scene.board_id,
            c=f"column_{place}",
            t=kind,
        )
        if "errors" in made.json():
            continue
        by = [{"column_id": f"column_{place}"}]
        answer = scene.send(column(f"column_{place}"), ITEMS, group_by=by)
        if "errors" in answer:
            assert "can't be counted or grouped by yet" in answer["errors"][0]["message"], kind
        else:
            assert answer["data"]["aggregate"]["results"], kind
