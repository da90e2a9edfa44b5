"""What happens to a doc is told to those who see it, and to nobody else."""

from typing import Any

from lundi.domains.docs import events
from lundi.entrypoints.live.messages import OF_DOCS, TOLD_TO_ALL
from tests.company import Company
from tests.entrypoints.live.test_socket import Opened, People

BLOCK = {"type": "normal_text", "content": {"deltaFormat": [{"insert": "Secret"}]}}


def write(people: People, doc_id: int, revision: int = 0) -> None:
    path = f"docs/{doc_id}/blocks"
    assert people["member"].put(path, revision=revision, blocks=[BLOCK]).status_code == 200


def kinds(heard: dict[str, Any]) -> list[str]:
    return [event["kind"] for event in heard.get("events", [])]


def test_who_sees_a_doc_is_told_of_it(people: People, opened: Opened) -> None:
    viewer = opened(people["viewer"])
    doc_id = people["member"].post("docs", name="Plans").json()["id"]
    heard = viewer.hear_until(lambda heard: doc_id in heard.get("docs", []))
    assert kinds(heard) == ["DocCreated"]
    write(people, doc_id)
    heard = viewer.hear_until(lambda heard: doc_id in heard.get("docs", []))
    assert kinds(heard) == ["DocEdited"]
    people["member"].put(f"docs/{doc_id}", name="Goals")
    assert kinds(viewer.hear_until(lambda heard: heard.get("docs") == [doc_id])) == ["DocRenamed"]
    people["member"].delete(f"docs/{doc_id}")
    assert "docs" not in viewer.hear_until(lambda heard: "DocDeleted" in kinds(heard))


def test_who_does_not_see_a_doc_is_told_nothing(people: People, opened: Opened) -> None:
    others = [opened(people[who]) for who in ("admin", "other_member", "guest")]
    hidden = people["member"].post("docs", name="Plans", kind="private").json()["id"]
    write(people, hidden)
    seen = people["member"].post("docs", name="Plans").json()["id"]
    people["member"].delete(f"docs/{seen}")
    for browser in others:
        told = [heard := browser.hear()]
        while "DocDeleted" not in kinds(heard):
            told.append(heard := browser.hear())
        assert hidden not in [doc for heard in told for doc in heard.get("docs", [])]
        assert "DocEdited" not in [kind for heard in told for kind in kinds(heard)]


def test_a_description_is_told_with_its_pulse(
    company: Company, people: People, opened: Opened
) -> None:
    board_id = company.board("private")["id"]
    pulse_id = company.pulse(board_id)
    company["member"].put(f"boards/{board_id}/subscribers.json", user_id=company.ids["viewer"])
    viewer = opened(people["viewer"], watch=board_id)
    doc_id = people["member"].post(f"pulses/{pulse_id}/description").json()["id"]
    write(people, doc_id)
    heard = viewer.hear_until(lambda heard: "DescriptionChanged" in kinds(heard))
    assert heard["docs"] == [doc_id]
    assert [event["pulse_id"] for event in heard["events"]] == [pulse_id]
    other = opened(people["other_member"])
    write(people, doc_id, 1)
    write(people, people["member"].post("docs", name="Seen").json()["id"])
    heard = other.hear_until(lambda heard: "DocEdited" in kinds(heard))
    assert doc_id not in heard["docs"]


def test_every_event_of_docs_is_told_by_who_sees_the_doc() -> None:
    named = {name for name in vars(events) if name.startswith(("Doc", "Description"))}
    assert named == OF_DOCS | {"DocDeleted"}
    assert OF_DOCS.isdisjoint(TOLD_TO_ALL)
