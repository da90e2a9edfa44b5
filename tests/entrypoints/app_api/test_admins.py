"""What only admins do: users, tokens, the company itself, and what they watch over."""

import asyncio
from base64 import b64encode
from typing import Any

import pytest

from lundi.entrypoints.app_api.operation import Operation
from tests.app_client import ORIGIN, AppClient, signed_in
from tests.company import Client, Company, make_company
from tests.entrypoints.app_api.declared import each, fresh_things, path_of, plausible
from tests.server import Server

People = dict[str, AppClient]
PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 100


@pytest.fixture
def own(server: Server) -> Company:
    """A company that a test may turn upside down."""
    return make_company(server)


@each(lambda one: one.path.startswith("/admin"))
def test_others_than_admins_are_refused(
    company: Company, people: People, operation: Operation
) -> None:
    things = fresh_things(company)
    given: dict[str, Any] = {}
    if operation.given is not None:
        given = {"json": plausible(operation.given, things) | {"role": "admin", "image": ""}}
    for who in ("member", "viewer", "guest"):
        answer = people[who].request(operation.method, path_of(operation, things), **given)
        assert (answer.status_code, answer.json()) == (
            403,
            {"error": "Only an admin may see or do this."},
        )
    answer = people["nobody"].request(operation.method, path_of(operation, things), **given)
    assert answer.status_code == 401


def test_users_are_changed_by_an_admin(own: Company) -> None:
    admin, member = signed_in(own, "admin"), own.ids["member"]
    changed = admin.put(f"admin/users/{member}", name="Mia", email="mia@x.example", role="viewer")
    assert changed.json()["user"] == {
        "id": member,
        "name": "Mia",
        "email": "mia@x.example",
        "role": "viewer",
        "photo": f"/photos/{member}.png",
        "title": None,
    }
    assert own["member"].post("boards.json", name="No").status_code == 403
    taken = admin.put(f"admin/users/{member}", email=f"{admin.get('me').json()['user']['email']}")
    assert taken.status_code == 409
    for wrong in ({"email": "x"}, {"name": ""}, {"role": "company"}):
        assert admin.put(f"admin/users/{member}", **wrong).status_code == 400
    assert admin.put("admin/users/999999999", name="X").status_code == 404


def test_an_admin_of_another_account_finds_nobody(own: Company, people: People) -> None:
    path = f"admin/users/{own.ids['member']}"
    assert people["stranger"].put(path, name="X").status_code == 404
    for action in ("disable", "enable", "sign-out", "reset-link"):
        assert people["stranger"].post(f"{path}/{action}").status_code == 404


def test_somebody_stays_an_admin(own: Company) -> None:
    admin, me, other = signed_in(own, "admin"), own.ids["admin"], own.ids["member"]
    assert admin.put(f"admin/users/{me}", role="member").status_code == 409
    assert admin.post(f"admin/users/{me}/disable").status_code == 409
    assert admin.put(f"admin/users/{other}", role="admin").status_code == 200
    # Not oneself either, even where there is another one.
    assert admin.post(f"admin/users/{me}/disable").status_code == 409
    assert admin.put(f"admin/users/{me}", role="member").status_code == 200
    assert admin.get("admin/users").status_code == 403
    (left,) = (
        one["user"]["id"]
        for one in signed_in(own, "member").get("admin/users").json()
        if one["user"]["role"] == "admin"
    )
    assert left == other


def test_two_admins_do_not_take_the_role_from_each_other(own: Company) -> None:
    admin, ids = signed_in(own, "admin"), own.ids
    admin.put(f"admin/users/{ids['member']}", role="admin")
    clients = {"admin": admin, "member": signed_in(own, "member")}

    async def demote(who: str, whom: str) -> int:
        headers = {"Origin": ORIGIN, "Cookie": f"lundi_session={clients[who].secret}"}
        path = f"/app/admin/users/{ids[whom]}"
        answer = await own.server.arequest("PUT", path, headers=headers, json={"role": "member"})
        return answer.status_code

    async def at_once() -> list[int]:
        both = (demote("admin", "member"), demote("member", "admin"))
        return list(await asyncio.gather(*both))

    # Too late is a conflict, and much too late is no admin any more.
    assert sorted(own.server.run(at_once())) in ([200, 409], [200, 403])
    left = [who for who, client in clients.items() if client.get("me").json()["is_admin"]]
    assert len(left) == 1


def test_a_disabled_user_is_out_at_once(own: Company) -> None:
    admin, browser, member = signed_in(own, "admin"), signed_in(own, "member"), own.ids["member"]
    shown = admin.post(f"admin/users/{member}/disable").json()
    assert (shown["disabled"], shown["seen_at"]) == (True, None)
    assert browser.get("me").status_code == 401
    assert own["member"].get("users.json").status_code == 401
    assert admin.post(f"admin/users/{member}/reset-link").status_code == 400
    assert admin.post(f"admin/users/{member}/enable").json()["disabled"] is False
    assert own["member"].get("users.json").status_code == 200
    assert browser.get("me").status_code == 401


def test_a_user_is_signed_out_everywhere(own: Company) -> None:
    admin, browsers = signed_in(own, "admin"), [signed_in(own, "viewer") for _ in range(2)]
    listed = admin.get("admin/sessions").json()
    assert [one["user_id"] for one in listed] == [
        own.ids[who] for who in ("viewer",) * 2 + ("admin",)
    ]
    assert admin.delete(f"admin/sessions/{listed[0]['id']}").status_code == 200
    assert admin.delete(f"admin/sessions/{listed[0]['id']}").status_code == 404
    assert [one.get("me").status_code for one in browsers] == [200, 401]
    assert admin.post(f"admin/users/{own.ids['viewer']}/sign-out").status_code == 200
    assert browsers[0].get("me").status_code == 401


def test_a_rotated_token_stops_at_once(own: Company) -> None:
    admin = signed_in(own, "admin")
    tokens = admin.get("tokens").json()
    assert tokens == {"personal": own.tokens["admin"], "company": own.tokens["company"]}
    assert signed_in(own, "member").get("tokens").json()["company"] is None
    for kind in ("personal", "company"):
        token = admin.post(f"tokens/{kind}/rotate").json()["token"]
        assert Client(own.server, tokens[kind]).get("users.json").status_code == 401
        assert Client(own.server, token).get("users.json").status_code == 200
    assert signed_in(own, "member").post("tokens/company/rotate").status_code == 403


def test_the_company_is_renamed_and_its_plan_changed(own: Company) -> None:
    admin = signed_in(own, "admin")
    before = signed_in(own, "guest").get("account").json()
    assert (before["slug"], before["plan"], before["users"]) == (own.slug, "enterprise", 5)
    assert [plan["name"] for plan in before["plans"]] == ["standard", "pro", "enterprise"]
    after = admin.put("admin/account", name="New name", plan="pro").json()
    assert after == {**before, "name": "New name", "plan": "pro"}
    assert admin.put("admin/account", plan="gold").status_code == 400
    assert admin.put("admin/account", name="").status_code == 400


def test_a_logo_is_seen_by_the_company_alone(own: Company, people: People) -> None:
    admin = signed_in(own, "admin")
    image = b64encode(PNG).decode()
    assert admin.put("admin/account/logo", image=image).status_code == 200
    assert admin.get("account").json()["has_logo"] is True
    shown = _logo(signed_in(own, "guest"))
    assert (shown.content, shown.headers["content-type"]) == (PNG, "image/png")
    assert shown.headers["x-content-type-options"] == "nosniff"
    assert shown.headers["content-security-policy"] == "default-src 'none'; sandbox"
    known = _logo(admin, **{"if-none-match": shown.headers["etag"]})
    assert known.status_code == 304
    assert _logo(people["nobody"]).status_code == 401
    assert _logo(people["stranger"]).status_code == 404
    assert admin.delete("admin/account/logo").status_code == 200
    assert _logo(admin).status_code == 404


@pytest.mark.parametrize(
    "image",
    [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", b"RIFFxxxxWAVE", PNG * 2000],
)
def test_what_is_no_small_picture_is_no_logo(own: Company, image: bytes) -> None:
    admin = signed_in(own, "admin")
    given = b64encode(image).decode()
    assert admin.put("admin/account/logo", image=given).status_code == 400
    assert admin.get("account").json()["has_logo"] is False


def test_all_boards_are_listed_with_their_owners(own: Company) -> None:
    admin, member = signed_in(own, "admin"), signed_in(own, "member")
    board_id = own.board()["id"]
    own.board(kind="private")
    own.pulse(board_id)
    gone = own.pulse(board_id)
    member.delete(f"pulses/{gone}")
    member.put(f"boards/{board_id}/subscribers/{own.ids['viewer']}", as_owner=False)
    member.put(f"boards/{board_id}/subscribers/{own.ids['other_member']}", as_owner=True)
    member.delete(f"boards/{board_id}")
    (listed,) = admin.get("admin/boards").json()
    assert listed.pop("updated_at")
    assert listed == {
        "id": board_id,
        "name": "Board",
        "kind": "public",
        "state": "archived",
        "owner_ids": [own.ids["member"], own.ids["other_member"]],
        "pulses": 1,
    }


def test_the_audit_shows_what_happened(own: Company) -> None:
    admin, member = signed_in(own, "admin"), own.ids["member"]
    newest = admin.get("admin/audit").json()[0]["id"]
    email = signed_in(own, "member").get("me").json()["user"]["email"]
    for address in (email, "nobody@example.com"):
        AppClient(own.server).post("sign-in", email=address, password="another password")
    admin.put(f"admin/users/{member}", name="Mia", role="viewer")
    admin.post(f"admin/users/{member}/disable")
    admin.post("tokens/company/rotate")
    own.board(by="admin")
    told = [
        (one["kind"], one["actor_id"], one["data"])
        for one in admin.get("admin/audit").json()
        if one["id"] > newest
    ]
    me = own.ids["admin"]
    assert told == [
        ("TokenRotated", me, {"user_id": None}),
        ("UserDisabled", me, {"user_id": member}),
        ("SignedOut", me, {"user_id": member, "everywhere": True}),
        ("RoleChanged", me, {"user_id": member, "old": "member", "new": "viewer"}),
        ("UserChanged", me, {"user_id": member, "fields": ["name"]}),
        ("SignInFailed", None, {"user_id": member, "address": "127.0.0.1"}),
        ("SignedIn", None, {"user_id": member, "address": "127.0.0.1"}),
    ]


def test_the_audit_comes_in_pages(own: Company) -> None:
    admin = signed_in(own, "admin")
    for _ in range(101):
        admin.post("tokens/personal/rotate")
    first = [one["id"] for one in admin.get("admin/audit").json()]
    assert len(first) == 100
    assert first == sorted(first, reverse=True)
    second = [one["id"] for one in admin.get("admin/audit", before=first[-1]).json()]
    assert second
    assert max(second) < first[-1]


def _logo(client: AppClient, **headers: str) -> Any:
    cookie = f"lundi_session={client.secret}"
    return client.server.request("GET", "/logo", headers={"Cookie": cookie, **headers})
