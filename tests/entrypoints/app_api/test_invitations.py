"""Invitations: made by an admin, accepted once by whoever holds the link."""

import httpx
import time_machine

from tests.app_client import AppClient, let_in
from tests.company import Company

People = dict[str, AppClient]
DAY = 86_400
BOB = {"name": "Bob", "password": "bob's own password"}


def invite(people: People, email: str, role: str = "member") -> str:
    """The secret of the link."""
    made = people["admin"].post("admin/invitations", email=email, role=role)
    assert made.status_code == 200, made.text
    assert made.json()["emailed"] is False
    site, _, secret = made.json()["link"].rpartition("/")
    assert site == "http://lundi.test/invitation"
    return str(secret)


def accept(people: People, secret: str) -> httpx.Response:
    return people["nobody"].post(f"invitations/{secret}/accept", **BOB)


def test_an_invitation_is_accepted_once(company: Company, people: People) -> None:
    secret = invite(people, "bob@example.com", "viewer")
    assert people["nobody"].get(f"invitations/{secret}").json() == {
        "company": people["admin"].get("me").json()["company"],
        "email": "bob@example.com",
        "role": "viewer",
        "invited_by_name": "Admin",
    }
    bob = let_in(company.server, accept(people, secret))
    me = bob.get("me").json()
    assert (me["user"]["name"], me["user"]["role"]) == ("Bob", "viewer")
    assert me["account"] == company.slug
    assert accept(people, secret).status_code == 404
    assert people["admin"].get("admin/invitations").json() == []
    again = people["nobody"].post("sign-in", email="bob@example.com", password=BOB["password"])
    assert again.status_code == 200


def test_one_that_is_used_old_withdrawn_or_replaced_looks_like_none(
    company: Company, people: People
) -> None:
    used, old = invite(people, "used@example.com"), invite(people, "old@example.com")
    replaced = invite(people, "twice@example.com")
    newer, withdrawn = invite(people, "twice@example.com"), invite(people, "never@example.com")
    assert accept(people, used).status_code == 200
    listed = {one["email"]: one["id"] for one in people["admin"].get("admin/invitations").json()}
    assert listed.keys() == {"old@example.com", "twice@example.com", "never@example.com"}
    gone = people["admin"].delete(f"admin/invitations/{listed['never@example.com']}")
    assert gone.status_code == 200
    with time_machine.travel("2050-01-01", tick=True):
        answers = {accept(people, old).text, people["nobody"].get(f"invitations/{old}").text}
    for secret in (used, replaced, withdrawn, "0" * 64, "x"):
        answers |= {
            accept(people, secret).text,
            people["nobody"].get(f"invitations/{secret}").text,
        }
    assert answers == {'{"error":"This invitation is not valid, or no longer: ask for a new one."}'}
    assert people["nobody"].get(f"invitations/{newer}").status_code == 200


def test_who_is_here_already_is_not_invited(people: People) -> None:
    member = people["member"].get("me").json()["user"]["email"]
    refused = people["admin"].post("admin/invitations", email=member.upper(), role="admin")
    assert refused.status_code == 409
    for wrong in ({"email": "x", "role": "member"}, {"email": "x@example.com", "role": "company"}):
        assert people["admin"].post("admin/invitations", **wrong).status_code == 400


def test_a_short_password_leaves_the_invitation_open(people: People) -> None:
    secret = invite(people, "carol@example.com")
    path = f"invitations/{secret}/accept"
    assert people["nobody"].post(path, name="Carol", password="short").status_code == 400
    assert people["nobody"].post(path, name=" ", password=BOB["password"]).status_code == 400
    assert accept(people, secret).status_code == 200


def test_another_account_does_not_see_or_withdraw_it(people: People) -> None:
    invite(people, "dave@example.com")
    (invitation_id,) = (
        one["id"]
        for one in people["admin"].get("admin/invitations").json()
        if one["email"] == "dave@example.com"
    )
    assert people["stranger"].get("admin/invitations").json() == []
    assert people["stranger"].delete(f"admin/invitations/{invitation_id}").status_code == 404
