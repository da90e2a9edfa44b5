"""A company to test with: a user of every role, and the tokens."""

import itertools
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import httpx

from lundi.core.work import Actor, Work
from lundi.domains.accounts import actions
from lundi.domains.accounts.passwords import new_password_hash
from lundi.domains.accounts.queries import NOBODY
from lundi.domains.boards.actions import create_board
from lundi.domains.workspaces.actions import open_account
from tests.server import Server

T = TypeVar("T")
PASSWORD = "correct horse battery"
# Once for all: it takes its time.
PASSWORD_HASH = new_password_hash(PASSWORD)
PEOPLE = {
    "admin": "admin",
    "member": "member",
    "other_member": "member",
    "viewer": "viewer",
    "guest": "guest",
}
_numbers = itertools.count(1)


class Client:
    """Sends requests with one token: of REST API v1, and of GraphQL v2 with `v2` and `data`."""

    def __init__(self, server: Server, token: str) -> None:
        self.server = server
        self.token = token

    def get(self, path: str, **query: Any) -> httpx.Response:
        return self.request("GET", path, params=query)

    def post(self, path: str, **body: Any) -> httpx.Response:
        return self.request("POST", path, json=body)

    def put(self, path: str, **body: Any) -> httpx.Response:
        return self.request("PUT", path, json=body)

    def delete(self, path: str, **body: Any) -> httpx.Response:
        return self.request("DELETE", path, json=body)

    def v2(self, query: str, version: str | None = None, **variables: Any) -> httpx.Response:
        """A query or mutation of API v2."""
        headers = {"Authorization": self.token}
        if version is not None:
            headers["API-Version"] = version
        body = {"query": query, "variables": variables}
        return self.server.request("POST", "/v2", headers=headers, json=body)

    def data(self, query: str, version: str | None = None, **variables: Any) -> Any:
        """What API v2 answers, without an error."""
        answer = self.v2(query, version, **variables).json()
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    def request(self, method: str, path: str, **given: Any) -> httpx.Response:
        headers = {"Authorization": self.token, **given.pop("headers", {})}
        return self.server.request(method, f"/v1/{path}", headers=headers, **given)


class Company:
    """`ids`, `tokens` and `clients` by the names in PEOPLE, the clients' with `company` for the company token."""

    def __init__(
        self, server: Server, account: actions.NewAccount, people: dict[str, actions.NewUser]
    ) -> None:
        self.server = server
        self.account_id = account.id
        self.slug = account.slug
        self.ids = {name: user.id for name, user in people.items()}
        self.tokens = {name: user.personal_token for name, user in people.items()}
        self.tokens["company"] = account.company_token
        self.clients = {name: Client(server, token) for name, token in self.tokens.items()}

    def __getitem__(self, name: str) -> Client:
        return self.clients[name]

    def actor(self, name: str) -> Actor:
        return Actor(self.account_id, self.ids[name], PEOPLE[name])

    @property
    def operator(self) -> Actor:
        return Actor(self.account_id, None, "company")

    def write(self, by: str, action: Callable[[Work], Awaitable[T]]) -> T:
        """An action of a domain, by one of PEOPLE or by `company`."""
        actor = self.operator if by == "company" else self.actor(by)
        return self.server.write(actor, action)

    def read(self, by: str, action: Callable[[Work], Awaitable[T]]) -> T:
        actor = self.operator if by == "company" else self.actor(by)
        return self.server.read(actor, action)

    def board(self, kind: str = "public", by: str = "member", **given: Any) -> dict[str, Any]:
        """A new board as v1 shows it."""
        answer = self[by].post("boards.json", name="Board", board_kind=kind, **given)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    def board_in(
        self,
        workspace_id: int | None,
        folder_id: int | None = None,
        kind: str = "public",
        by: str = "member",
    ) -> int:
        """The id of a new board there, made in the name of `member` where the company token makes it."""
        creator_id = self.ids["member" if by == "company" else by]

        async def make(work: Work) -> int:
            board = await create_board(
                work,
                creator_id=creator_id,
                name="Board",
                description=None,
                kind=kind,
                workspace_id=workspace_id,
                folder_id=folder_id,
            )
            return board.id

        return self.write(by, make)

    def pulse(self, board_id: int, name: str = "Pulse", by: str = "member", **given: Any) -> int:
        """The id of a new pulse."""
        body = {"pulse": {"name": name}, **given}
        answer = self[by].post(f"boards/{board_id}/pulses.json", **body)
        assert answer.status_code == 201, answer.text
        return int(answer.json()["pulse"]["id"])

    def column(self, board_id: int, type_name: str, title: str, by: str = "member") -> str:
        """The id of a new column."""
        answer = self[by].post(f"boards/{board_id}/columns.json", title=title, type=type_name)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["columns"][-1]["id"])

    def view(self, board_id: int, by: str = "member") -> int:
        """The id of a new view, a table."""
        made = self[by].data(
            "mutation ($b: ID!) {create_view_table(board_id: $b) {id}}", b=board_id
        )
        return int(made["create_view_table"]["id"])


def make_company(server: Server, plan: str = "enterprise") -> Company:
    number = next(_numbers)

    async def make(work: Work) -> tuple[actions.NewAccount, dict[str, actions.NewUser]]:
        account = await open_account(work, server.vault, f"Company {number}", plan)
        people = {}
        for name, role in PEOPLE.items():
            people[name] = await actions.add_user(
                work,
                server.vault,
                name=name.replace("_", " ").title(),
                email=f"{name}@company{number}.example",
                role=role,
                password_hash=PASSWORD_HASH,
            )
        return account, people

    account, people = server.write(NOBODY, make)
    return Company(server, account, people)
