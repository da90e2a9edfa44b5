"""Docs in the web app: made, read, saved by who may, and never over somebody else's work unseen."""

from typing import Any

import pytest

from lundi.domains.boards.permission_actions import set_permissions
from tests.app_client import AppClient
from tests.company import Company

People = dict[str, AppClient]


def text(words: str, of: int | None = None) -> dict[str, Any]:
    return {"id": of, "type": "normal_text", "content": {"deltaFormat": [{"insert": words}]}}


def made(people: People, by: str = "member", **given: Any) -> dict[str, Any]:
    answer = people[by].post("docs", name="Plans", **given)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def read(people: People, doc_id: int, by: str = "member") -> dict[str, Any]:
    answer = people[by].get(f"docs/{doc_id}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def save(people: People, doc_id: int, *blocks: Any, by: str = "member", revision: int) -> Any:
    path = f"docs/{doc_id}/blocks"
    return people[by].put(path, revision=revision, blocks=list(blocks))


def words(doc: dict[str, Any]) -> list[str]:
    return [
        "".join(one["insert"] for one in block["content"].get("deltaFormat", ()))
        for block in doc["blocks"]
    ]


def test_a_doc_is_made_in_a_place_renamed_and_deleted(company: Company, people: People) -> None:
    workspace_id = people["member"].post("workspaces", name="Sales").json()["id"]
    folder_id = people["member"].post("folders", name="F", workspace_id=workspace_id).json()["id"]
    doc = made(people, folder_id=folder_id)
    assert doc == {
        "id": doc["id"],
        "name": "Plans",
        "kind": "public",
        "workspace_id": workspace_id,
        "folder_id": folder_id,
    }
    path = f"docs/{doc['id']}"
    renamed = people["other_member"].put(path, name="Goals").json()
    assert renamed == {**doc, "name": "Goals"}
    assert renamed in people["viewer"].get("docs").json()
    shown = read(people, doc["id"])
    assert (shown["owners"], shown["creator_id"]) == (
        [company.ids["member"]] * 1,
        shown["owners"][0],
    )
    assert (shown["pulse"], shown["blocks"], shown["revision"]) == (None, [], 0)
    people["member"].delete(f"folders/{folder_id}")
    (listed,) = (one for one in people["viewer"].get("docs").json() if one["id"] == doc["id"])
    assert listed["folder_id"] is None
    assert read(people, doc["id"])["folder_id"] is None
    assert people["other_member"].delete(path).status_code == 403
    assert people["member"].delete(path).status_code == 200
    assert people["member"].get(path).status_code == 404


def test_a_doc_is_saved_as_it_is_left(people: People) -> None:
    doc_id = made(people)["id"]
    saved = save(people, doc_id, text("One"), text("Two"), revision=0).json()
    first, second = saved["made"]
    shown = read(people, doc_id)
    assert [block["id"] for block in shown["blocks"]] == saved["made"]
    assert (shown["revision"], shown["updated_at"]) == (saved["revision"], saved["updated_at"])
    again = save(people, doc_id, {"id": second}, text("Eins", of=first), revision=1).json()
    assert (again["made"], again["revision"]) == ([], 2)
    assert words(read(people, doc_id)) == ["Two", "Eins"]


def test_nobody_writes_over_what_they_have_not_seen(people: People) -> None:
    doc_id = made(people)["id"]
    save(people, doc_id, text("Mine"), revision=0)
    late = save(people, doc_id, text("Theirs"), by="other_member", revision=0)
    assert late.status_code == 409
    assert "changed by somebody else" in late.json()["error"]
    assert words(read(people, doc_id)) == ["Mine"]
    assert people["member"].put(f"docs/{doc_id}", name="Renamed").status_code == 200
    assert save(people, doc_id, text("Both"), by="other_member", revision=1).status_code == 200


def test_a_block_of_another_doc_stays_there(people: People) -> None:
    doc_id, other_id = made(people)["id"], made(people)["id"]
    (block_id,) = save(people, other_id, text("Other"), revision=0).json()["made"]
    refused = save(people, doc_id, {"id": block_id}, revision=0)
    assert (refused.status_code, refused.json()["error"]) == (
        404,
        f"There is no block {block_id} in this doc.",
    )
    assert words(read(people, other_id)) == ["Other"]


@pytest.mark.parametrize(
    "block",
    [
        {"type": "poem", "content": {}},
        {"type": "table", "content": {}},
        {"type": "normal_text", "content": {"deltaFormat": "x"}},
        {"type": "image", "content": {"publicUrl": "javascript:alert(1)"}},
        {"type": "cell", "content": {}},
        {"type": "quote", "content": {}, "inner": [{"type": "divider", "content": {}}]},
    ],
)
def test_what_is_no_block_is_refused(people: People, block: dict[str, Any]) -> None:
    doc_id = made(people)["id"]
    refused = save(people, doc_id, text("x"), block, revision=0)
    assert refused.status_code == 400, refused.text
    assert read(people, doc_id)["blocks"] == []


@pytest.mark.parametrize(
    ("kind", "sees", "edits"),
    [
        ("public", {"member", "other_member", "admin", "viewer"}, {"member", "other_member"}),
        ("private", {"member"}, {"member"}),
    ],
)
def test_who_sees_a_doc_and_who_writes_in_it(
    people: People, kind: str, sees: set[str], edits: set[str]
) -> None:
    doc_id = made(people, kind=kind)["id"]
    for who in ("member", "other_member", "admin", "viewer", "guest", "stranger"):
        answer = people[who].get(f"docs/{doc_id}")
        assert answer.status_code == (200 if who in sees else 404), who
        listed = [one["id"] for one in people[who].get("docs").json()]
        assert (doc_id in listed) == (who in sees), who
        if who in sees:
            assert answer.json()["may_edit"] == (who in edits or who == "admin"), who
            assert answer.json()["may_delete"] == (who == "member"), who
    for who, status in (("viewer", 403), ("guest", 404), ("stranger", 404), ("nobody", 401)):
        expected = 404 if status == 403 and who not in sees else status
        assert save(people, doc_id, text("No"), by=who, revision=0).status_code == expected
        assert people[who].put(f"docs/{doc_id}", name="No").status_code == expected
        assert people[who].delete(f"docs/{doc_id}").status_code == expected
    assert people["viewer"].post("docs", name="No").status_code == 403


def doc_cell(company: Company) -> tuple[int, int, str]:
    """A new board, a pulse on it and a doc column."""
    board_id = company.board()["id"]
    made = company["member"].data(
        'mutation ($b: ID!) {create_column(board_id: $b, title: "Spec", column_type: doc) {id}}',
        b=board_id,
    )
    return board_id, company.pulse(board_id, "Build it"), made["create_column"]["id"]


def test_a_doc_is_made_in_a_cell(company: Company, people: People) -> None:
    board_id, pulse_id, column_id = doc_cell(company)
    path = f"pulses/{pulse_id}/docs/{column_id}"
    doc = people["other_member"].post(path).json()
    assert people["member"].post(path).status_code == 409
    (row,) = people["viewer"].get(f"boards/{board_id}").json()["rows"]
    assert row["values"][column_id]["files"][0]["doc_id"] == doc["id"]
    shown = read(people, doc["id"], "viewer")
    assert shown["pulse"] == {
        "board_id": board_id,
        "id": pulse_id,
        "name": "Build it",
        "column_id": column_id,
    }
    assert (shown["owners"], shown["may_edit"], shown["may_delete"]) == ([], False, False)
    assert doc["id"] not in [one["id"] for one in people["member"].get("docs").json()]
    company.write("member", lambda work: set_permissions(work, board_id, "owners"))
    assert read(people, doc["id"], "other_member")["may_edit"] is False
    assert save(people, doc["id"], by="other_member", revision=0).status_code == 403
    assert read(people, doc["id"])["may_delete"] is True
    people["member"].post(f"pulses/{pulse_id}/archive")
    assert read(people, doc["id"])["may_edit"] is False
    assert save(people, doc["id"], revision=0).status_code == 409


def test_a_pulse_is_described(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    pulse_id = company.pulse(board_id)
    path = f"pulses/{pulse_id}/description"
    assert people["viewer"].get(path).json() is None
    assert people["viewer"].post(path).status_code == 403
    begun = people["other_member"].post(path).json()
    assert people["member"].post(path).json()["id"] == begun["id"]
    saved = save(people, begun["id"], text("What for"), revision=begun["revision"])
    assert saved.status_code == 200
    shown = people["viewer"].get(path).json()
    assert (words(shown), shown["may_edit"]) == (["What for"], False)
    assert shown["pulse"]["column_id"] is None
    assert begun["id"] not in [one["id"] for one in people["member"].get("docs").json()]
    (told, *_) = people["viewer"].get(f"pulses/{pulse_id}/activity").json()
    assert (told["kind"], told["can_undo"]) == ("DescriptionChanged", False)
    copy = people["member"].post(f"boards/{board_id}/pulses/{pulse_id}/duplicate").json()
    described = people["member"].get(f"pulses/{copy['id']}/description").json()
    assert words(described) == ["What for"]
    assert described["id"] != begun["id"]
