"""Every action of REST API v1 does what its reference says: one walk through the product, and then its corners."""

from typing import Any

import pytest

from tests.company import Company


@pytest.fixture(scope="module")
def board(company: Company) -> dict[str, Any]:
    return company.board()


def test_a_new_board_has_its_columns_and_group(company: Company) -> None:
    board = company["member"].post("boards.json", name="API Mocks", description="x").json()
    assert [(c["id"], c["type"]) for c in board["columns"]] == [
        ("name", "name"),
        ("last_post", "lastpost"),
    ]
    assert board["columns"][1]["empty_text"] == "no updates"
    assert board["groups"] == [
        {"title": "Group Title", "id": "topics", "color": "#037f4c", "board_id": board["id"]}
    ]
    assert board["board_kind"] == "public"
    subscribers = company["member"].get(f"boards/{board['id']}/subscribers.json").json()
    assert [user["id"] for user in subscribers] == [company.ids["member"]]


def test_users_are_listed(company: Company) -> None:
    users = company["company"].get("users.json").json()
    assert [user["id"] for user in users] == sorted(company.ids.values())
    latest = company["company"].get("users.json", order_by_latest="true", per_page=1).json()
    assert [user["id"] for user in latest] == [max(company.ids.values())]
    one = company["company"].get(f"users/{company.ids['guest']}.json").json()
    assert one["is_guest"]
    assert one["url"].startswith(f"http://lundi.test/users/{one['id']}-guest")


def test_all_column_types_read_and_write(company: Company, board: dict[str, Any]) -> None:
    client, board_id = company["member"], board["id"]
    pulse_id = company.pulse(board_id)
    user_id = company.ids["admin"]
    cases: list[tuple[str, str, dict[str, Any], Any, Any, Any]] = [
        ("text", "text", {"text": "Elastic"}, "Elastic", "Elastic", None),
        (
            "status",
            "status",
            {"color_index": 8},
            {"index": 8, "update_id": None},
            {"index": 8, "post_id": None},
            None,
        ),
        (
            "date",
            "date",
            {"date_str": "2017-02-01"},
            "2017-02-01",
            {"date": "2017-02-01", "icon": ""},
            None,
        ),
        ("numeric", "numeric", {"value": "25"}, "25", "25", ""),
        (
            "timeline",
            "timeline",
            {"from": "2016-01-01", "to": "2016-01-26"},
            {"from": "2016-01-01", "to": "2016-01-26"},
            {"from": "2016-01-01", "to": "2016-01-26"},
            None,
        ),
    ]
    for type_name, action, given, read, answered, empty in cases:
        column_id = company.column(board_id, type_name, f"My {type_name}")
        assert column_id == f"my_{type_name}"
        value = f"boards/{board_id}/columns/{column_id}/value.json"
        change = f"boards/{board_id}/columns/{column_id}/{action}.json"
        envelope = {"column_id": column_id, "pulse_id": pulse_id}
        assert client.get(value, pulse_id=pulse_id).json() == {**envelope, "value": empty}
        assert client.put(change, pulse_id=pulse_id, **given).json() == {
            **envelope,
            "value": answered,
        }
        assert client.get(value, pulse_id=pulse_id, return_as_array="1").json() == [
            {**envelope, "value": read}
        ]
        cleared = client.put(change, pulse_id=pulse_id, **dict.fromkeys(given, ""))
        assert cleared.json() == {**envelope, "value": empty}
        assert client.get(value, pulse_id=pulse_id).json()["value"] == empty
    column_id = company.column(board_id, "person", "Owner")
    change = f"boards/{board_id}/columns/{column_id}/person.json"
    answer = client.put(change, pulse_id=pulse_id, user_id=user_id).json()["value"]
    assert answer == {
        "name": "Admin",
        "id": user_id,
        "photo_url": f"http://lundi.test/photos/{user_id}.png",
    }
    value = client.get(
        f"boards/{board_id}/columns/{column_id}/value.json", pulse_id=pulse_id
    ).json()
    assert value["value"] == {**answer, "is_guest": False}


def test_tags_are_made_counted_and_found(company: Company, board: dict[str, Any]) -> None:
    client, board_id = company["member"], board["id"]
    column_id = company.column(board_id, "tags", "Labels")
    change = f"boards/{board_id}/columns/{column_id}/tags.json"
    first, second = company.pulse(board_id), company.pulse(board_id)
    client.put(change, pulse_id=first, tags="red,Green")
    value = client.put(change, pulse_id=second, tags=["green"]).json()["value"]
    assert value["added_tag"] == [
        {
            "id": value["tag_ids"][0],
            "name": "Green",
            "color": "black",
            "tag_links_count": 2,
            "board_id": board_id,
            "board_name": "Board",
            "board_kind": "public",
        }
    ]
    assert company["company"].get(f"tags/{value['tag_ids'][0]}.json").json()["name"] == "Green"
    assert client.put(change, pulse_id=second, tags="").json()["value"] is None


def test_a_value_of_the_wrong_type_names_the_type(company: Company, board: dict[str, Any]) -> None:
    column_id = company.column(board["id"], "text", "Words")
    pulse_id = company.pulse(board["id"])
    path = f"boards/{board['id']}/columns/{column_id}/numeric.json"
    answer = company["member"].put(path, pulse_id=pulse_id, value="3")
    assert answer.status_code == 400
    assert "text" in answer.json()["error"]
    missing = company["member"].put(
        f"boards/{board['id']}/columns/nope/text.json", pulse_id=pulse_id, text="x"
    )
    assert missing.status_code == 404
    assert missing.content == b'{"error":"Invalid column identifier."}'


def test_pulses_come_by_group_then_position(company: Company) -> None:
    client = company["member"]
    board_id = company.board()["id"]
    low = [company.pulse(board_id, name) for name in ("a", "b")]
    group = client.post(f"boards/{board_id}/groups.json", title="My new group").json()
    assert group == {"pos": 0, "title": "My new group", "color": "#fdab3d", "id": "my_new_group"}
    top = company.pulse(board_id, "c", group_id="my_new_group")
    bottom = company.pulse(board_id, "d", group_id="topics", add_to_bottom="true")
    rows = client.get(f"boards/{board_id}/pulses.json").json()
    assert [row["pulse"]["id"] for row in rows] == [top, low[1], low[0], bottom]
    assert [row["board_meta"]["group_id"] for row in rows] == [
        "my_new_group",
        "topics",
        "topics",
        "topics",
    ]
    assert rows[1]["board_meta"]["position"] < rows[2]["board_meta"]["position"]
    page = client.get(f"boards/{board_id}/pulses.json", page=2, per_page=3).json()
    assert [row["pulse"]["id"] for row in page] == [bottom]
    skipped = client.get(f"boards/{board_id}/pulses.json", offset=1, per_page=1).json()
    assert [row["pulse"]["id"] for row in skipped] == [low[1]]
    by_age = client.get(f"boards/{board_id}/pulses.json", order_by="created_at").json()
    assert [row["pulse"]["id"] for row in by_age] == [*low, top, bottom]


def test_moving_within_a_board_keeps_the_order_given(company: Company) -> None:
    client = company["member"]
    board_id = company.board()["id"]
    ids = [company.pulse(board_id, str(n)) for n in range(4)]
    moved = client.post(
        f"boards/{board_id}/pulses/move.json", group_id="topics", pulse_ids=f"{ids[0]},{ids[2]}"
    )
    assert moved.status_code == 201
    rows = client.get(f"boards/{board_id}/pulses.json").json()
    assert [row["pulse"]["id"] for row in rows] == [ids[0], ids[2], ids[3], ids[1]]


def test_moving_to_another_board_keeps_what_fits(company: Company) -> None:
    client = company["member"]
    source, target = company.board()["id"], company.board(kind="private")["id"]
    for board_id in (source, target):
        company.column(board_id, "text", "Both")
        company.column(board_id, "tags", "Words")
    company.column(source, "numeric", "Only here")
    pulse_id = company.pulse(source)
    for column, action, given in (
        ("both", "text", {"text": "kept"}),
        ("words", "tags", {"tags": "one,two"}),
        ("only_here", "numeric", {"value": "7"}),
    ):
        assert (
            client.put(
                f"boards/{source}/columns/{column}/{action}.json", pulse_id=pulse_id, **given
            ).status_code
            == 200
        )
    move = {"group_id": "topics", "pulse_ids": [pulse_id], "dest_board_id": target}
    refused = client.post(f"boards/{source}/pulses/move.json", **move)
    assert refused.status_code == 400
    assert "Only here" in refused.json()["error"]
    assert client.get(f"pulses/{pulse_id}.json").json()["board_id"] == source
    (row,) = client.post(
        f"boards/{source}/pulses/move.json", **move, force_move_to_board="true"
    ).json()
    values = {cell["cid"]: cell.get("value") for cell in row["column_values"]}
    assert row["pulse"]["board_id"] == target
    assert values["both"] == "kept"
    names = [
        client.get(f"tags/{tag_id}.json").json()["name"] for tag_id in values["words"]["tag_ids"]
    ]
    assert names == ["one", "two"]
    # The tags of a private board are its own.
    assert company["admin"].get(f"tags/{values['words']['tag_ids'][0]}.json").status_code == 404


def test_a_group_moves_with_its_pulses(company: Company) -> None:
    client = company["member"]
    source, target = company.board()["id"], company.board()["id"]
    pulse_id = company.pulse(source)
    group = client.post(f"boards/{source}/groups/topics/move.json", dest_board_id=target)
    assert group.status_code == 201
    assert group.json()["id"] == "topics1"
    assert client.get(f"pulses/{pulse_id}.json").json()["board_id"] == target
    assert client.get(f"boards/{source}/groups.json").json() == []


def test_archived_and_deleted_pulses(company: Company, board: dict[str, Any]) -> None:
    client = company["member"]
    archived, deleted = company.pulse(board["id"]), company.pulse(board["id"])
    assert client.delete(f"pulses/{archived}.json", archive="true").status_code == 200
    assert client.delete(f"pulses/{deleted}.json").status_code == 200
    assert client.get(f"pulses/{archived}.json").status_code == 200
    assert client.get(f"pulses/{deleted}.json").status_code == 404
    for pulse_id in (archived, deleted):
        refused = client.put(f"pulses/{pulse_id}.json", name="x")
        assert refused.status_code == 409
    listed = [
        row["pulse"]["id"]
        for row in client.get(f"boards/{board['id']}/pulses.json", per_page=500).json()
    ]
    assert not {archived, deleted} & set(listed)


def test_archiving_a_group_marks_it(company: Company) -> None:
    client = company["member"]
    board_id = company.board()["id"]
    pulse_id = company.pulse(board_id)
    client.post(f"boards/{board_id}/groups.json", title="Next")
    groups = client.delete(f"boards/{board_id}/groups/topics.json").json()
    assert [(g["id"], g.get("archived"), g.get("deleted")) for g in groups] == [
        ("next", None, None),
        ("topics", True, False),
    ]
    assert client.put(f"pulses/{pulse_id}.json", name="x").status_code == 409
    assert [g["id"] for g in client.get(f"boards/{board_id}/groups.json").json()] == ["next"]
    assert len(client.get(f"boards/{board_id}/groups.json", show_archived="true").json()) == 2
    changed = client.put(
        f"boards/{board_id}/groups.json", group_id="next", title="Now", color="#579BFC"
    ).json()
    assert (changed["title"], changed["color"]) == ("Now", "#579bfc")


def test_columns_change_and_go(company: Company) -> None:
    client = company["member"]
    board_id = company.board()["id"]
    made = client.post(
        f"boards/{board_id}/columns.json", title="State", type="status", labels='{"8":"Warning"}'
    ).json()
    assert made["columns"][-1] == {
        "id": "state",
        "title": "State",
        "type": "color",
        "labels": {"8": "Warning"},
    }
    company.column(board_id, "status", "State")
    answer = client.request(
        "PUT",
        f"boards/{board_id}/columns/state.json",
        data={"labels[1]": "Fine", "title": "Status"},
    )
    column = next(c for c in answer.json()["columns"] if c["id"] == "state")
    assert column["labels"] == {"1": "Fine", "8": "Warning"}
    pulse_id = company.pulse(board_id)
    by_label = client.put(
        f"boards/{board_id}/columns/state/status.json", pulse_id=pulse_id, label="fine"
    ).json()
    assert by_label["value"] == {"index": 1, "post_id": None}
    left = client.delete(f"boards/{board_id}/columns/state.json").json()
    assert "state" not in [c["id"] for c in left["columns"]]
    assert len(client.get(f"boards/{board_id}/columns.json", all_columns="true").json()) == 4
    assert company.column(board_id, "text", "State") == "state2"


def test_a_pulse_is_duplicated_with_its_values(company: Company) -> None:
    client = company["member"]
    board_id = company.board()["id"]
    column_id = company.column(board_id, "text", "Words")
    pulse_id = company.pulse(board_id, "Original")
    client.put(f"boards/{board_id}/columns/{column_id}/text.json", pulse_id=pulse_id, text="kept")
    copy = client.post(f"boards/{board_id}/pulses/{pulse_id}/duplicate.json", text="hello").json()
    assert copy["pulse"]["name"] == "Original"
    assert copy["pulse"]["updates_count"] == 1
    assert copy["column_values"][-1]["value"] == "kept"


def test_the_company_token_must_say_who_acts(company: Company) -> None:
    client = company["company"]
    missing = client.post("boards.json", name="x")
    assert missing.status_code == 400
    assert "user_id" in missing.json()["error"]
    assert client.post("boards.json", name="x", user_id=999999).status_code == 403
    assert client.post("boards.json", name="x", user_id=company.ids["viewer"]).status_code == 403
    assert client.post("boards.json", name="x", user_id=company.ids["member"]).status_code == 201
    wrong = company["member"].post("boards.json", name="x", user_id=company.ids["admin"])
    assert wrong.status_code == 403


def test_only_an_owner_archives_a_board(company: Company) -> None:
    board_id = company.board()["id"]
    assert company["other_member"].delete(f"boards/{board_id}.json").status_code == 403
    assert company["member"].delete(f"boards/{board_id}.json").status_code == 200
    assert company["member"].delete(f"boards/{board_id}.json").status_code == 409
    assert company["member"].get(f"boards/{board_id}.json").status_code == 200
    listed = company["member"].get("boards.json", per_page=500).json()
    assert board_id not in [board["id"] for board in listed]


def test_known_answers_come_as_304(company: Company) -> None:
    first = company["member"].get("users.json")
    again = company["member"].request(
        "GET", "users.json", headers={"If-None-Match": first.headers["etag"]}
    )
    assert again.status_code == 304
    other = company["member"].request("GET", "users.json", headers={"If-None-Match": '"other"'})
    assert other.status_code == 200


def test_a_status_that_is_not_given_is_not_cleared(company: Company) -> None:
    board_id = company.board()["id"]
    column_id = company.column(board_id, "status", "State")
    pulse_id = company.pulse(board_id)
    path = f"boards/{board_id}/columns/{column_id}/status.json"
    company["member"].put(path, pulse_id=pulse_id, color_index=1)
    assert company["member"].put(path, pulse_id=pulse_id).status_code == 400
    row = company["member"].get(f"boards/{board_id}/pulses.json").json()[0]
    assert row["column_values"][-1]["value"] == {"index": 1, "update_id": None}


def test_a_dropped_tag_leaves_no_name_on_the_other_board(company: Company) -> None:
    source, target = company.board(kind="private")["id"], company.board()["id"]
    company.column(source, "tags", "Secret words")
    pulse_id = company.pulse(source)
    path = f"boards/{source}/columns/secret_words/tags.json"
    (tag_id,) = (
        company["member"].put(path, pulse_id=pulse_id, tags="merger").json()["value"]["tag_ids"]
    )
    moved = company["member"].post(
        f"boards/{source}/pulses/move.json",
        group_id="topics",
        pulse_ids=[pulse_id],
        dest_board_id=target,
        force_move_to_board=True,
    )
    assert moved.status_code == 201
    # A tag made on the main board would be the next one, and everybody's to read.
    assert company["admin"].get(f"tags/{tag_id + 1}.json").status_code == 404


@pytest.mark.parametrize(
    ("given", "shown"), [(1e21, "1" + "0" * 21), (1e-7, "0.0000001"), (2.5, "2.5")]
)
def test_numbers_of_json_are_shown_in_full(company: Company, given: float, shown: str) -> None:
    board_id = company.board()["id"]
    column_id = company.column(board_id, "numeric", "Number")
    path = f"boards/{board_id}/columns/{column_id}/numeric.json"
    answer = company["member"].put(path, pulse_id=company.pulse(board_id), value=given)
    assert answer.json()["value"] == shown
