"""A mail isn't lost with the mail server, nor with the process that was about to send it."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
import time_machine

from lundi.core.work import Work
from lundi.domains.accounts.mails import LEASE, RETRY_AFTER, Mail, Outbox
from lundi.domains.accounts.tables import mails
from tests.app_client import signed_in
from tests.company import Company, make_company
from tests.mail_server import mail_server
from tests.process import new_database
from tests.server import Server


class Mailing:
    """A company whose server is told of a mail server that isn't there yet."""

    def __init__(self, server: Server, port: int) -> None:
        self.server = server
        self.port = port
        self.company: Company = make_company(server)
        mailer = server.settings.mailer()
        assert mailer is not None
        # Of two processes.
        self.outboxes = [Outbox(server.database, server.vault, mailer) for _ in range(2)]

    def send_due(self) -> None:
        async def both() -> None:
            await asyncio.gather(*(one.send_due() for one in self.outboxes))

        self.server.run(both())

    def kept(self) -> list[bytes]:
        statement = sa.select(mails.c.sealed).where(mails.c.account_id == self.company.account_id)
        return self.company.read("company", lambda work: work.all(statement, bytes))


@pytest.fixture
def mailing(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Mailing]:
    url = new_database(request.getfixturevalue("postgres_url")) if engine == "postgres" else None
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    settings = {
        "smtp_url": f"smtp://127.0.0.1:{port}",
        "mail_from": "lundi@example.com",
        "public_url": "http://lundi.test",
    }
    with Server(tmp_path / "data", url, **settings) as running:
        yield Mailing(running, port)


def test_a_mail_waits_for_its_server_and_comes_once(mailing: Mailing) -> None:
    with time_machine.travel("2026-03-01T12:00:00Z", tick=True) as clock:
        admin = signed_in(mailing.company, "admin")
        made = admin.post("admin/invitations", email="bob@x.example", role="member").json()
        assert made["emailed"] is False
        (sealed,) = mailing.kept()
        assert b"bob@" not in sealed
        assert made["link"].rpartition("/")[2].encode() not in sealed
        with mail_server(port=mailing.port) as there:
            mailing.send_due()
            assert there.mails == []
            clock.shift(RETRY_AFTER[0] // 1_000_000 + 1)
            mailing.send_due()
            assert there.links() == [made["link"]]
            assert mailing.kept() == []
            clock.shift(86_400)
            mailing.send_due()
            assert len(there.mails) == 1


def test_what_a_process_that_died_was_about_to_send_another_one_sends(mailing: Mailing) -> None:
    async def keep(work: Work) -> int:
        return await mailing.outboxes[0].keep(work, Mail("bob@x.example", "Hello", "http://link"))

    with time_machine.travel("2026-03-01T12:00:00Z", tick=True) as clock:
        mailing.company.write("company", keep)
        with mail_server(port=mailing.port) as there:
            mailing.send_due()
            assert there.mails == []
            clock.shift(LEASE // 1_000_000 + 1)
            mailing.send_due()
            assert there.links() == ["http://link"]


def test_what_is_undone_sends_nothing(mailing: Mailing) -> None:
    async def keep(work: Work) -> None:
        await mailing.outboxes[0].keep(work, Mail("bob@x.example", "Hello", "http://link"))
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        mailing.company.write("company", keep)
    assert mailing.kept() == []


def test_a_mail_that_nobody_takes_is_given_up_after_a_day(mailing: Mailing) -> None:
    with time_machine.travel("2026-03-01T12:00:00Z", tick=True) as clock:
        signed_in(mailing.company, "admin").post(
            "admin/invitations", email="bob@x.example", role="member"
        )
        for wait in RETRY_AFTER:
            assert len(mailing.kept()) == 1
            clock.shift(wait // 1_000_000 + 1)
            mailing.send_due()
        assert mailing.kept() == []


def test_an_invitation_by_api_v2_goes_by_mail_too(mailing: Mailing) -> None:
    with mail_server(port=mailing.port) as there:
        mailing.company["admin"].data(
            'mutation {invite_users(emails: ["bob@x.example"]) {invited_users {id}}}'
        )
        assert there.recipients == ["bob@x.example"]
        assert mailing.kept() == []
