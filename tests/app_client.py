"""What a browser's page sends to /app: one person's session in its cookie, and the page's own origin."""

from typing import Any

import httpx

from lundi.core.work import Actor
from lundi.domains.accounts.session_actions import open_session
from tests.company import Company
from tests.server import Server

ORIGIN = "http://lundi.test"


class AppClient:
    def __init__(self, server: Server, secret: str = "") -> None:
        self.server = server
        self.secret = secret

    def get(self, path: str, **query: Any) -> httpx.Response:
        return self.request("GET", path, params=query)

    def post(self, path: str, **given: Any) -> httpx.Response:
        return self.request("POST", path, json=given)

    def put(self, path: str, **given: Any) -> httpx.Response:
        return self.request("PUT", path, json=given)

    def delete(self, path: str) -> httpx.Response:
        return self.request("DELETE", path)

    def request(
        self, method: str, path: str, headers: dict[str, str] | None = None, **given: Any
    ) -> httpx.Response:
        """`headers` go over those that a browser would send; an empty one is not sent."""
        wanted = {"Cookie": f"lundi_session={self.secret}", "Origin": ORIGIN, **(headers or {})}
        sent = {name: value for name, value in wanted.items() if value}
        return self.server.request(method, f"/app/{path}", headers=sent, **given)


def signed_in(company: Company, name: str) -> AppClient:
    """Past the sign-in page: hashing a password takes its time."""
    user_id = company.ids[name]
    nobody = Actor(company.account_id, None, "company")
    secret = company.server.write(
        nobody, lambda work: open_session(work, user_id, "127.0.0.1", "tests")
    )
    return AppClient(company.server, secret)


def let_in(server: Server, answer: httpx.Response) -> AppClient:
    """The browser that this answer has signed in."""
    assert answer.status_code == 200, answer.text
    return AppClient(server, answer.cookies["lundi_session"])
