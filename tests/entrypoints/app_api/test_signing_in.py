"""Signing in and out, and what becomes of wrong passwords."""

import asyncio

import httpx
import time_machine

from tests.app_client import ORIGIN, AppClient, let_in
from tests.company import PASSWORD, Company, make_company
from tests.server import Server

WRONG = "another password"


def email_of(company: Company, name: str) -> str:
    return f"{name}@{company.slug.replace('-', '')}.example"


def sign_in(server: Server, email: str, password: str = PASSWORD, **given: str) -> httpx.Response:
    return AppClient(server).post("sign-in", email=email, password=password, **given)


def test_who_signs_in_is_known_until_they_sign_out(company: Company) -> None:
    browser = let_in(company.server, sign_in(company.server, email_of(company, "member").upper()))
    assert browser.get("me").json()["user"]["id"] == company.ids["member"]
    assert any(one["is_this"] for one in browser.get("sessions").json())
    left = browser.post("sign-out")
    assert "lundi_session=;" in left.headers["set-cookie"]
    assert "Max-Age=0" in left.headers["set-cookie"]
    assert browser.get("me").status_code == 401


def test_the_cookie_is_kept_from_scripts_and_other_sites(company: Company) -> None:
    cookie = sign_in(company.server, email_of(company, "member")).headers["set-cookie"]
    assert {"Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=2592000"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    secure = company.server.request(
        "POST",
        "https://lundi.test/app/sign-in",
        headers={"Origin": "https://lundi.test"},
        json={"email": email_of(company, "member"), "password": PASSWORD},
    )
    assert secure.headers["set-cookie"].endswith("; Secure")


def test_a_wrong_password_and_an_unknown_address_look_the_same(company: Company) -> None:
    answers = [
        sign_in(company.server, email, WRONG)
        for email in (email_of(company, "viewer"), "nobody@example.com")
    ]
    assert {(answer.status_code, answer.text) for answer in answers} == {
        (401, '{"error":"That e-mail address and password don\'t go together."}')
    }
    assert not any("set-cookie" in answer.headers for answer in answers)


def test_an_account_is_locked_after_wrong_passwords(own_server: Server) -> None:
    company = make_company(own_server)
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        for _ in range(5):
            assert sign_in(own_server, email_of(company, "member"), WRONG).status_code == 401
        locked = sign_in(own_server, email_of(company, "member"))
        assert locked.status_code == 429
        assert "try again in 16 seconds" in locked.json()["error"]
        clock.shift(16)
        assert sign_in(own_server, email_of(company, "member")).status_code == 200


def test_many_guesses_at_once_are_not_all_looked_at(own_server: Server) -> None:
    given = {"email": email_of(make_company(own_server), "member"), "password": WRONG}

    async def guess() -> int:
        headers = {"Origin": ORIGIN, "Cookie": "x=y"}
        answer = await own_server.arequest("POST", "/app/sign-in", headers=headers, json=given)
        return answer.status_code

    async def all_at_once() -> list[int]:
        return list(await asyncio.gather(*(guess() for _ in range(12))))

    assert sorted(own_server.run(all_at_once())) == [401] * 5 + [429] * 7


def test_an_address_is_locked_after_many_wrong_passwords(own_server: Server) -> None:
    company = make_company(own_server)
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        for number in range(50):
            assert sign_in(own_server, f"u{number}@example.com", WRONG).status_code == 401
        assert sign_in(own_server, email_of(company, "member")).status_code == 429
        clock.shift(16)
        assert sign_in(own_server, email_of(company, "member")).status_code == 200


def test_signing_in_oneself_gives_no_further_guesses_at_others(own_server: Server) -> None:
    company = make_company(own_server)
    for _ in range(5):
        assert sign_in(own_server, email_of(company, "admin"), WRONG).status_code == 401
        assert sign_in(own_server, email_of(company, "member")).status_code == 200
    assert sign_in(own_server, email_of(company, "admin"), WRONG).status_code == 429


def test_signing_in_again_ends_the_session_that_the_browser_had(company: Company) -> None:
    email = email_of(company, "viewer")
    browser = let_in(company.server, sign_in(company.server, email))
    again = browser.post("sign-in", email=email, password=PASSWORD)
    assert again.status_code == 200
    assert browser.get("me").status_code == 401
    assert let_in(company.server, again).get("me").status_code == 200


def test_who_is_in_two_companies_says_which(server: Server) -> None:
    companies = [make_company(server), make_company(server)]
    admins = [AppClient(server, _session(company)) for company in companies]
    for company, admin in zip(companies, admins, strict=True):
        path = f"admin/users/{company.ids['member']}"
        assert admin.put(path, email="both@example.com").status_code == 200
    unsaid = sign_in(server, "both@example.com")
    assert unsaid.status_code == 400
    assert all(company.slug in unsaid.json()["error"] for company in companies)
    browser = let_in(server, sign_in(server, "both@example.com", account=companies[1].slug))
    assert browser.get("me").json()["account"] == companies[1].slug


def test_a_new_password_ends_the_other_sessions(server: Server) -> None:
    company = make_company(server)
    email = email_of(company, "guest")
    here, there = (let_in(server, sign_in(server, email)) for _ in range(2))
    assert here.put("me/password", old=WRONG, new="a new password").status_code == 400
    assert here.put("me/password", old=PASSWORD, new="short").status_code == 400
    assert there.get("me").status_code == 200
    assert here.put("me/password", old=PASSWORD, new="a new password").status_code == 200
    assert (here.get("me").status_code, there.get("me").status_code) == (200, 401)
    assert sign_in(server, email).status_code == 401
    assert sign_in(server, email, "a new password").status_code == 200


def test_a_stolen_session_does_not_guess_the_password(own_server: Server) -> None:
    company = make_company(own_server)
    browser = let_in(own_server, sign_in(own_server, email_of(company, "member")))
    for _ in range(5):
        assert browser.put("me/password", old=WRONG, new="a new password").status_code == 400
    assert browser.put("me/password", old=PASSWORD, new="a new password").status_code == 429


def test_everybody_tells_of_themselves(company: Company) -> None:
    browser = let_in(company.server, sign_in(company.server, email_of(company, "viewer")))
    changed = browser.put("me", name="Vera", title="Reader", phone="1", location=" Rome ").json()
    assert changed["user"]["name"] == "Vera"
    assert changed["profile"] == {
        "title": "Reader",
        "position": "",
        "phone": "1",
        "location": "Rome",
        "status": "",
    }
    assert browser.put("me", title="", phone="").json()["profile"]["title"] == ""
    assert browser.get("me").json()["user"]["title"] is None
    for wrong in ({"name": ""}, {"status": "x" * 256}, {"location": "a\nb"}):
        assert browser.put("me", **wrong).status_code == 400


def _session(company: Company) -> str:
    browser = let_in(
        company.server, sign_in(company.server, email_of(company, "admin"), account=company.slug)
    )
    return browser.secret
