"""Updates, replies, likes, notes and feeds do what their reference says."""

from typing import Any

import pytest

from tests.company import Company


@pytest.fixture(scope="module")
def board(company: Company) -> dict[str, Any]:
    return company.board()


def test_updates_replies_likes_and_feeds(company: Company) -> None:
    client, other = company["member"], company["other_member"]
    board_id = company.board()["id"]
    pulse_id = company.pulse(board_id)
    html = "<script>alert(1)</script><p onclick='x'>Hello <b>you</b></p><img src=x onerror=y>"
    update = other.post("updates.json", pulse=pulse_id, update_text=html).json()
    assert update["body_text"] == "Hello you"
    assert "script" not in update["body"]
    assert "on" not in update["body"].replace("p", "")
    assert update["replies"] == []
    assert client.get(f"pulses/{pulse_id}.json").json()["updates_count"] == 1
    like = client.post(f"updates/{update['id']}/like.json")
    assert (like.status_code, like.content) == (201, b"true")
    client.post(f"updates/{update['id']}/like.json")
    shown = client.get(f"updates/{update['id']}.json").json()
    assert (shown["likes_count"], shown["liked_by"]) == (1, [company.ids["member"]])
    member = company.ids["member"]
    assert [u["id"] for u in client.get(f"users/{member}/newsfeed.json").json()] == [update["id"]]
    assert [u["id"] for u in client.get(f"users/{member}/unread_feed.json").json()] == [
        update["id"]
    ]
    assert other.get(f"users/{company.ids['other_member']}/newsfeed.json").json() == []
    posts = client.get(f"users/{company.ids['other_member']}/posts.json").json()
    assert [u["id"] for u in posts] == [update["id"]]
    assert client.post(f"updates/{update['id']}/unlike.json").json() is True
    assert client.delete(f"updates/{update['id']}.json").status_code == 200
    assert client.get(f"updates/{update['id']}.json").status_code == 404
    cells = client.get(f"boards/{board_id}/pulses.json").json()[0]["column_values"]
    assert cells[1]["value"] is None


def test_updates_are_filtered_by_time(company: Company) -> None:
    pulse_id = company.pulse(company.board()["id"])
    made = company["member"].post("updates.json", pulse=pulse_id, update_text="now").json()
    client = company["member"]
    assert made["id"] in [
        u["id"] for u in client.get("updates.json", since=made["created_at"]).json()
    ]
    assert client.get("updates.json", until="2015-01-01").json() == []
    today = made["created_at"][:10]
    assert made["id"] in [
        u["id"] for u in client.get("updates.json", since=today, until=today).json()
    ]
    assert client.get("updates.json", since="2017-02-30").status_code == 400
    assert client.get(f"pulses/{pulse_id}/updates.json", limit=1).json() == [made]


def test_notes(company: Company, board: dict[str, Any]) -> None:
    client = company["member"]
    pulse_id = company.pulse(board["id"])
    note = client.post(
        f"pulses/{pulse_id}/notes.json",
        title="T",
        content="<p>c</p>",
        create_update="true",
        owners_only="true",
    ).json()
    assert (note["type"], note["project_id"], note["permissions"]) == (
        "rich_text",
        pulse_id,
        "owners",
    )
    assert (
        company["other_member"]
        .put(f"pulses/{pulse_id}/notes/{note['id']}.json", title="x")
        .status_code
        == 403
    )
    changed = client.put(
        f"pulses/{pulse_id}/notes/{note['id']}.json", title="New", note_id=note["id"]
    ).json()
    assert (changed["title"], changed["content"]) == ("New", "<p>c</p>")
    assert len(client.get(f"pulses/{pulse_id}/updates.json").json()) == 1
    assert client.delete(f"pulses/{pulse_id}/notes/{note['id']}.json").json() == []
    assert client.get(f"pulses/{pulse_id}/notes.json").json() == []


def test_subscribers_of_a_pulse(company: Company, board: dict[str, Any]) -> None:
    client = company["member"]
    pulse_id = company.pulse(board["id"])
    path = f"pulses/{pulse_id}/subscribers.json"
    assert client.put(path, user_id=company.ids["viewer"]).json()["id"] == company.ids["viewer"]
    assert client.put(path, user_id=company.ids["guest"]).status_code == 400
    assert [u["id"] for u in client.get(path).json()] == [
        company.ids["member"],
        company.ids["viewer"],
    ]
    gone = f"pulses/{pulse_id}/subscribers/{company.ids['viewer']}.json"
    assert client.delete(gone).status_code == 200
    assert client.delete(gone).status_code == 404
