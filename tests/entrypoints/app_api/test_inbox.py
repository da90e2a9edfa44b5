"""The inbox: who finds what in it, what is unread, and who was mentioned."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from lundi.core.work import Work
from lundi.domains.conversation.html import mentioned_in, sanitised
from lundi.domains.feeds import inbox
from lundi.entrypoints.app_api.resources.conversation import get_updates
from lundi.entrypoints.app_api.resources.inbox import get_inbox
from tests.app_client import AppClient
from tests.company import Company

People = dict[str, AppClient]


def mention(user_id: int, name: str = "Name") -> str:
    return f'<span data-type="mention" data-id="{user_id}" data-label="{name}">@{name}</span>'


@pytest.fixture
def post(company: Company, people: People) -> Callable[..., int]:
    """Writes an update on a pulse; its id."""

    def post(pulse_id: int, html: str = "<p>Hello</p>", by: str = "member") -> int:
        answer = people[by].post(f"pulses/{pulse_id}/updates", html=html)
        assert answer.status_code == 200, answer.text
        return int(answer.json()["id"])

    return post


@pytest.fixture
def followed(company: Company, people: People) -> tuple[int, int]:
    """A board and a pulse on it; its other follower is `other_member`, whose inbox is read through first."""
    board_id = company.board()["id"]
    pulse_id = company.pulse(board_id, "Followed")
    people["member"].put(f"pulses/{pulse_id}/subscribers/{company.ids['other_member']}")
    people["other_member"].post("inbox/read-all")
    return board_id, pulse_id


def unread(client: AppClient) -> list[int]:
    return [item["update"]["id"] for item in client.get("inbox", unread=True).json()]


def test_what_others_write_is_unread_until_it_is_read(
    people: People, followed: tuple[int, int], post: Callable[..., int]
) -> None:
    board_id, pulse_id = followed
    me = people["other_member"]
    update_id = post(pulse_id)
    item = me.get("inbox").json()[0]
    assert item["update"]["id"] == update_id
    assert (item["pulse_id"], item["pulse_name"], item["board_id"]) == (
        pulse_id,
        "Followed",
        board_id,
    )
    assert (item["is_unread"], item["mentions_me"]) == (True, False)
    assert me.get("inbox/unread-count").json() == {"count": 1, "mentions": 0}
    assert me.post("inbox/read", update_ids=[update_id, update_id, 10**9]).status_code == 200
    assert me.post("inbox/read", update_ids=[update_id]).status_code == 200
    assert me.get("inbox").json()[0]["is_unread"] is False
    assert me.get("inbox/unread-count").json() == {"count": 0, "mentions": 0}


def test_ones_own_writing_is_never_unread(
    people: People, followed: tuple[int, int], post: Callable[..., int]
) -> None:
    update_id = post(followed[1], by="other_member")
    items = {item["update"]["id"]: item for item in people["other_member"].get("inbox").json()}
    assert items[update_id]["is_unread"] is False
    assert unread(people["other_member"]) == []


def test_a_reply_brings_its_thread_up_and_makes_it_unread_again(
    people: People, followed: tuple[int, int], post: Callable[..., int]
) -> None:
    me = people["other_member"]
    old, new = post(followed[1]), post(followed[1])
    me.post("inbox/read", update_ids=[old, new])
    people["member"].post(f"updates/{old}/replies", html="<p>More</p>")
    assert [item["update"]["id"] for item in me.get("inbox").json()][:2] == [old, new]
    assert unread(me) == [old]
    me.post("inbox/read", update_ids=[old])
    assert unread(me) == []


def test_the_inbox_goes_on_where_it_ended(
    people: People,
    followed: tuple[int, int],
    post: Callable[..., int],
) -> None:
    me = people["other_member"]
    ids = [post(followed[1]) for _ in range(inbox.PAGE + 2)]
    people["member"].post(f"updates/{ids[0]}/replies", html="<p>Up</p>")
    first = [item["update"]["id"] for item in me.get("inbox").json()]
    assert first == [ids[0], *reversed(ids[3:])]
    second = [item["update"]["id"] for item in me.get("inbox", before=first[-1]).json()]
    assert second[:2] == [ids[2], ids[1]]
    assert ids[0] not in second
    assert me.get("inbox", before=10**9).status_code == 404
    for odd in ("x", "-1", "1e3", str(2**63)):
        assert me.get("inbox", before=odd).status_code == 400
    assert me.get("inbox", unread="maybe").status_code == 400


def test_everything_can_be_marked_as_read(
    people: People, followed: tuple[int, int], post: Callable[..., int]
) -> None:
    me = people["other_member"]
    update_id = post(followed[1])
    people["member"].post(f"updates/{update_id}/replies", html="<p>Reply</p>")
    assert me.get("inbox/unread-count").json()["count"] == 1
    assert me.post("inbox/read-all").json() == {"done": True}
    assert me.get("inbox/unread-count").json()["count"] == 0


def test_nobody_finds_what_they_do_not_see_or_follow(
    company: Company, people: People, post: Callable[..., int]
) -> None:
    board_id = company.board(kind="share")["id"]
    member, guest = people["member"], company.ids["guest"]
    member.put(f"boards/{board_id}/subscribers/{guest}", as_owner=False)
    update_id = post(company.pulse(board_id))
    assert unread(people["guest"]) == [update_id]
    for who in ("viewer", "admin", "stranger"):
        assert update_id not in [one["update"]["id"] for one in people[who].get("inbox").json()]
    member.delete(f"boards/{board_id}/subscribers/{guest}")
    assert unread(people["guest"]) == []
    people["guest"].post("inbox/read", update_ids=[update_id])
    seen = member.get(f"pulses/{_pulse(member, board_id)}/updates").json()[0]["seen_by"]
    assert seen == []
    for path in ("inbox", "inbox/unread-count"):
        assert people["nobody"].get(path).status_code == 401


def test_who_is_mentioned_follows_the_pulse_and_is_told(
    company: Company, people: People, post: Callable[..., int]
) -> None:
    pulse_id = company.pulse(company.board()["id"])
    viewer = company.ids["viewer"]
    before = people["viewer"].get("inbox/unread-count").json()["mentions"]
    update_id = post(pulse_id, f"<p>Hi {mention(viewer)}</p>")
    (item,) = people["viewer"].get("inbox").json()[:1]
    assert (item["update"]["id"], item["mentions_me"], item["is_unread"]) == (update_id, True, True)
    assert people["viewer"].get("inbox/unread-count").json()["mentions"] == before + 1
    followers = [
        user["id"] for user in people["member"].get(f"pulses/{pulse_id}/subscribers").json()
    ]
    assert viewer in followers


def test_a_reply_mentions_too(company: Company, people: People, post: Callable[..., int]) -> None:
    update_id = post(company.pulse(company.board()["id"]))
    viewer = company.ids["viewer"]
    people["member"].post(f"updates/{update_id}/replies", html=mention(viewer))
    (item,) = people["viewer"].get("inbox").json()[:1]
    assert (item["update"]["id"], item["mentions_me"]) == (update_id, True)


def test_who_does_not_see_the_board_is_not_told(
    company: Company, people: People, post: Callable[..., int]
) -> None:
    stranger = people["stranger"].get("me").json()["user"]["id"]
    named = [company.ids[who] for who in ("guest", "other_member")] + [stranger, 10**17]
    pulse_id = company.pulse(company.board(kind="private")["id"])
    post(pulse_id, "".join(mention(user_id) for user_id in named))
    followers = people["member"].get(f"pulses/{pulse_id}/subscribers").json()
    assert [user["id"] for user in followers] == [company.ids["member"]]


def test_a_mention_written_as_text_mentions_nobody(
    company: Company, people: People, post: Callable[..., int]
) -> None:
    viewer = company.ids["viewer"]
    before = people["viewer"].get("inbox/unread-count").json()
    pulse_id = company.pulse(company.board()["id"])
    people["member"].put(f"pulses/{pulse_id}/subscribers/{viewer}")
    post(
        pulse_id,
        f'<p>data-type="mention" data-id="{viewer}" {mention(viewer).replace("<", "&lt;")}</p>',
    )
    (item,) = people["viewer"].get("inbox").json()[:1]
    assert item["mentions_me"] is False
    after = people["viewer"].get("inbox/unread-count").json()
    assert after == {"count": before["count"] + 1, "mentions": before["mentions"]}


def test_of_a_span_only_a_mention_stays() -> None:
    for kept in (mention(7), mention(7, "A &amp; B"), f"<p>{mention(1)} {mention(2)}</p>"):
        assert sanitised(kept) == kept
    odd = (
        '<span class="a" style="b" data-type="other" data-id="x" data-more="1" onclick="y">t</span>'
    )
    assert sanitised(odd) == "<span>t</span>"
    assert sanitised('<p data-type="mention" data-id="7">t</p>') == "<p>t</p>"
    for user_id in ("0", "-1", "7 ", "1" * 19):
        lame = f'<span data-type="mention" data-id="{user_id}">t</span>'
        assert mentioned_in(sanitised(lame)) == []


def test_who_has_seen_an_update_is_told(
    company: Company, people: People, post: Callable[..., int]
) -> None:
    pulse_id = company.pulse(company.board()["id"])
    update_id = post(pulse_id)
    people["other_member"].post(f"updates/{update_id}/replies", html="<p>Reply</p>")
    for who in ("viewer", "member", "other_member", "viewer"):
        assert people[who].post(f"pulses/{pulse_id}/seen").json() == {"done": True}
    (update,) = people["viewer"].get(f"pulses/{pulse_id}/updates").json()
    ids = company.ids
    assert update["seen_by"] == [ids["viewer"], ids["other_member"]]
    assert update["replies"][0]["seen_by"] == [ids["viewer"], ids["member"]]
    for who, status in (("guest", 404), ("stranger", 404), ("nobody", 401)):
        assert people[who].post(f"pulses/{pulse_id}/seen").status_code == status


def test_what_is_told_of_an_update_names_who_was_mentioned(
    company: Company, people: People, post: Callable[..., int]
) -> None:
    pulse_id = company.pulse(company.board()["id"])
    viewer = company.ids["viewer"]
    update_id = post(pulse_id, mention(viewer))
    people["member"].post(f"updates/{update_id}/replies", html=mention(viewer) * 2)
    told = people["viewer"].get(f"pulses/{pulse_id}/activity").json()
    mentioned = [one["data"]["mentioned"] for one in told if "mentioned" in one["data"]]
    assert mentioned == [[viewer], [viewer]]


@pytest.mark.parametrize("path", ["inbox", "updates"])
def test_more_updates_take_no_more_statements(
    company: Company,
    people: People,
    followed: tuple[int, int],
    post: Callable[..., int],
    path: str,
) -> None:
    pulse_id = followed[1]
    post(pulse_id)

    async def count(work: Work) -> int:
        counted = Counted(work)
        await (get_inbox(counted) if path == "inbox" else get_updates(counted, pulse_id))  # type: ignore[arg-type]
        return counted.statements

    actor = company.actor("other_member")
    few = company.server.read(actor, count)
    for _ in range(5):
        update_id = post(pulse_id)
        people["member"].post(f"updates/{update_id}/replies", html="<p>Reply</p>")
    assert company.server.read(actor, count) == few


class Counted:
    """A Work that counts the statements it runs."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self.statements = 0

    def __getattr__(self, name: str) -> Any:
        self.statements += name in ("all", "first", "one", "run")
        return getattr(self._work, name)


def _pulse(client: AppClient, board_id: int) -> int:
    return int(client.get(f"boards/{board_id}").json()["rows"][0]["id"])


def test_replies_to_what_is_deleted_at_the_same_time_leave_nothing_behind(
    people: People, followed: tuple[int, int], post: Callable[..., int]
) -> None:
    _, pulse_id = followed
    with ThreadPoolExecutor(3) as pool:
        for _ in range(8):
            update_id = post(pulse_id)
            replies = f"updates/{update_id}/replies"
            asked = [
                pool.submit(people["other_member"].post, replies, html="<p>Yes</p>"),
                pool.submit(people["member"].delete, f"updates/{update_id}"),
                pool.submit(people["admin"].post, replies, html="<p>No</p>"),
            ]
            assert {one.result().status_code for one in asked} <= {200, 404}
    assert people["member"].get(f"pulses/{pulse_id}/updates").json() == []
    for name in ("member", "other_member"):
        found = people[name].get("inbox")
        assert found.status_code == 200
        assert pulse_id not in [item["pulse_id"] for item in found.json()]
