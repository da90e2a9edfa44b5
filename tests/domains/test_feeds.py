"""A newsfeed has what its reader follows and the asker sees; reading marks it."""

from lundi.core.work import Work
from lundi.domains.conversation.actions import post_update, reply_to_update
from lundi.domains.feeds.actions import mark_read
from tests.company import Company


def post(company: Company, pulse_id: int, by: str, text: str = "hello") -> int:
    answer = company[by].post("updates.json", pulse=pulse_id, update_text=text)
    assert answer.status_code == 201, answer.text
    return int(answer.json()["id"])


def feed(company: Company, reader: str, kind: str = "newsfeed", by: str | None = None) -> list[int]:
    path = f"users/{company.ids[reader]}/{kind}.json"
    return [update["id"] for update in company[by or reader].get(path, per_page=500).json()]


def test_what_is_read_is_no_longer_unread(company: Company) -> None:
    pulse_id = company.pulse(company.board()["id"])
    update_id = post(company, pulse_id, "other_member")
    assert update_id in feed(company, "member", "unread_feed")
    reading = lambda work: mark_read(work, [update_id, update_id])  # noqa: E731
    company.server.write(company.actor("member"), reading)
    assert update_id not in feed(company, "member", "unread_feed")
    assert update_id in feed(company, "member")


def test_ones_own_updates_are_read(company: Company) -> None:
    pulse_id = company.pulse(company.board()["id"])
    update_id = post(company, pulse_id, "member")
    assert update_id in feed(company, "member")
    assert update_id not in feed(company, "member", "unread_feed")


def test_a_pulse_is_followed_by_its_subscribers(company: Company) -> None:
    pulse_id = company.pulse(company.board()["id"])
    update_id = post(company, pulse_id, "member")
    assert update_id not in feed(company, "viewer")
    company["member"].put(f"pulses/{pulse_id}/subscribers.json", user_id=company.ids["viewer"])
    assert update_id in feed(company, "viewer")


def test_a_feed_is_cut_to_what_the_asker_sees(company: Company) -> None:
    pulse_id = company.pulse(company.board(kind="private")["id"])
    update_id = post(company, pulse_id, "member")
    assert update_id in feed(company, "member")
    assert update_id not in feed(company, "member", by="admin")
    assert update_id not in feed(company, "member", by="company")


def test_archived_pulses_are_in_no_feed(company: Company) -> None:
    pulse_id = company.pulse(company.board()["id"])
    update_id = post(company, pulse_id, "member")
    company["member"].delete(f"pulses/{pulse_id}.json", archive="true")
    assert update_id not in feed(company, "member")
    assert company["member"].get(f"updates/{update_id}.json").status_code == 200


def test_replies_come_with_their_update(company: Company) -> None:
    pulse_id = company.pulse(company.board()["id"])

    async def talk(work: Work) -> int:
        author_id = company.ids["member"]
        thread = await post_update(work, pulse_id, author_id, "question")
        answered = await reply_to_update(work, thread.update.id, author_id, "answer")
        await reply_to_update(work, answered.replies[0].update.id, author_id, "thanks")
        return thread.update.id

    update_id = company.server.write(company.actor("member"), talk)
    shown = company["member"].get(f"updates/{update_id}.json").json()
    assert [(r["body_text"], r["kind"], "replies" in r) for r in shown["replies"]] == [
        ("answer", "reply", False),
        ("thanks", "reply", False),
    ]
    assert company["member"].get(f"pulses/{pulse_id}.json").json()["updates_count"] == 1


def test_a_deleted_update_takes_its_replies_along(company: Company) -> None:
    pulse_id = company.pulse(company.board()["id"])
    update_id = post(company, pulse_id, "member")

    async def answer(work: Work) -> int:
        thread = await reply_to_update(work, update_id, company.ids["member"], "answer")
        return thread.replies[0].update.id

    reply_id = company.server.write(company.actor("member"), answer)
    assert company["member"].get(f"updates/{reply_id}.json").json()["kind"] == "reply"
    company["member"].delete(f"updates/{update_id}.json")
    assert company["member"].get(f"updates/{reply_id}.json").status_code == 404
