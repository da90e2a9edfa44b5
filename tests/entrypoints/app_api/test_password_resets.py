"""A new password by a link, handed over by an admin or sent by mail; the mail server is a real one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine

from tests.app_client import AppClient, let_in, signed_in
from tests.company import PASSWORD, Company, make_company
from tests.mail_server import MailServer, mail_server
from tests.server import Server

NEW = "a new password"


@pytest.fixture
def mails() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


@pytest.fixture
def mailing(database_url: str | None, tmp_path: Path, mails: MailServer) -> Iterator[Server]:
    """A server that sends its mail to `mails`."""
    settings = {
        "smtp_url": f"smtp://127.0.0.1:{mails.port}",
        "mail_from": "Lundi <lundi@example.com>",
        "public_url": "http://lundi.test",
    }
    with Server(tmp_path / "data", database_url, **settings) as running:
        yield running


def email_of(company: Company, name: str) -> str:
    return str(signed_in(company, name).get("me").json()["user"]["email"])


def link_for(company: Company, name: str) -> str:
    """The secret of a link that an admin made."""
    made = signed_in(company, "admin").post(f"admin/users/{company.ids[name]}/reset-link")
    site, _, secret = made.json()["link"].rpartition("/")
    assert site == "http://lundi.test/reset"
    return str(secret)


def test_a_link_by_mail_sets_a_new_password_once(mailing: Server, mails: MailServer) -> None:
    company = make_company(mailing)
    email, before, nobody = (
        email_of(company, "member"),
        signed_in(company, "member"),
        AppClient(mailing),
    )
    assert nobody.post("password-reset", email=email.upper()).json() == {"emailed": True}
    (mail,) = mails.mails
    assert (mail["to"], mail["from"]) == (email, "Lundi <lundi@example.com>")
    (link,) = mails.links()
    secret = link.rpartition("/")[2]
    assert link == f"http://lundi.test/reset/{secret}"
    shown = nobody.get(f"resets/{secret}").json()
    assert (shown["email"], shown["name"]) == (email, "Member")
    assert nobody.post(f"resets/{secret}", password="short").status_code == 400
    after = let_in(mailing, nobody.post(f"resets/{secret}", password=NEW))
    assert (before.get("me").status_code, after.get("me").status_code) == (401, 200)
    assert nobody.post(f"resets/{secret}", password=NEW).status_code == 404
    assert nobody.post("sign-in", email=email, password=PASSWORD).status_code == 401
    assert nobody.post("sign-in", email=email, password=NEW).status_code == 200


def test_an_unknown_address_gets_the_same_answer_and_no_mail(
    mailing: Server, mails: MailServer
) -> None:
    nobody = AppClient(mailing)
    assert nobody.post("password-reset", email="nobody@x.example").json() == {"emailed": True}
    assert mails.mails == []


def test_a_server_without_mail_says_so(company: Company) -> None:
    for email in ("nobody@x.example", email_of(company, "viewer")):
        answer = AppClient(company.server).post("password-reset", email=email)
        assert answer.json() == {"emailed": False}


def test_mail_is_not_asked_for_without_end(mailing: Server, mails: MailServer) -> None:
    email = email_of(make_company(mailing), "guest")
    answers = [AppClient(mailing).post("password-reset", email=email) for _ in range(7)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429] * 2
    assert len(mails.mails) == 3


def test_one_that_is_used_old_or_replaced_looks_like_none(company: Company) -> None:
    nobody = AppClient(company.server)
    used = link_for(company, "guest")
    assert nobody.post(f"resets/{used}", password=NEW).status_code == 200
    old = link_for(company, "other_member")
    with time_machine.travel("2050-01-01", tick=True):
        answers = {nobody.get(f"resets/{old}").text}
    newer = link_for(company, "other_member")
    for secret in (used, old, "0" * 64, "x"):
        answers |= {
            nobody.get(f"resets/{secret}").text,
            nobody.post(f"resets/{secret}", password=NEW).text,
        }
    assert answers == {'{"error":"This link is not valid, or no longer: ask for a new one."}'}
    assert nobody.get(f"resets/{newer}").status_code == 200


def test_a_link_stops_when_the_address_changes(company: Company) -> None:
    secret = link_for(company, "viewer")
    admin = signed_in(company, "admin")
    admin.put(f"admin/users/{company.ids['viewer']}", email="new@x.example")
    assert AppClient(company.server).get(f"resets/{secret}").status_code == 404


def test_an_invitation_goes_by_mail_where_there_is_a_mail_server(
    mailing: Server, mails: MailServer
) -> None:
    admin = signed_in(make_company(mailing), "admin")
    made = admin.post("admin/invitations", email="bob@x.example", role="member").json()
    assert made["emailed"] is True
    assert mails.links() == [made["link"]]
    assert mails.recipients == ["bob@x.example"]


def test_an_admin_is_told_that_a_mail_did_not_go_out(
    database_url: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = {
        "smtp_url": "smtp://lundi:secret@127.0.0.1:9",
        "mail_from": "lundi@example.com",
        "public_url": "http://lundi.test",
    }
    with Server(tmp_path / "data", database_url, **settings) as running:
        admin = signed_in(make_company(running), "admin")
        made = admin.post("admin/invitations", email="bob@x.example", role="member").json()
    assert made["emailed"] is False
    printed = capsys.readouterr().out
    assert "mail not sent" in printed
    for secret in ("secret", made["link"].rpartition("/")[2], "bob@"):
        assert secret not in printed


@pytest.mark.parametrize("how", ["disable", "demote"])
def test_what_an_admin_made_stops_with_their_being_one(company: Company, how: str) -> None:
    admin = signed_in(company, "admin")
    other_id = company.ids["other_member"]
    assert admin.put(f"admin/users/{other_id}", role="admin").status_code == 200
    other = signed_in(company, "other_member")
    made = other.post("admin/invitations", email=f"{how}@x.example", role="admin").json()
    invitation = made["link"].rpartition("/")[2]
    reset = other.post(f"admin/users/{company.ids['viewer']}/reset-link").json()["link"]
    if how == "disable":
        assert admin.post(f"admin/users/{other_id}/disable").status_code == 200
    else:
        assert admin.put(f"admin/users/{other_id}", role="member").status_code == 200
    nobody = AppClient(company.server)
    assert nobody.get(f"invitations/{invitation}").status_code == 404
    assert nobody.get(f"resets/{reset.rpartition('/')[2]}").status_code == 404
    admin.post(f"admin/users/{other_id}/enable")
    admin.put(f"admin/users/{other_id}", role="member")
