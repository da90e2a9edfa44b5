"""What the server removes by itself, and what it leaves."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest
import sqlalchemy as sa
import time_machine

from lundi.core.installation import LEASE, begin_turn, move_turn
from lundi.core.work import Work
from lundi.domains.accounts.queries import NOBODY
from lundi.domains.accounts.tables import invitations, resets, sessions
from lundi.domains.feeds.recycling import MOST_AT_ONCE
from lundi.domains.pulses.actions import create_pulse, delete_pulse
from lundi.domains.pulses.tables import pulses
from lundi.housekeeping import TIDYING, housekeeping, tidy, tidy_in_turn
from tests.app_client import signed_in
from tests.company import Company, make_company
from tests.server import Server


def count(company: Company, table: sa.Table) -> int:
    statement = sa.select(sa.func.count()).where(table.c.account_id == company.account_id)
    return company.server.read(company.operator, lambda work: work.one(statement, int))


def counts(company: Company) -> list[int]:
    return [count(company, table) for table in (sessions, invitations, resets)]


def test_what_is_past_its_time_goes(own_server: Server) -> None:
    companies = [make_company(own_server), make_company(own_server)]
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        for company in companies:
            admin = signed_in(company, "admin")
            admin.post("admin/invitations", email="bob@x.example", role="member")
            admin.post(f"admin/users/{company.ids['member']}/reset-link")
        found = []
        for days in (0, 2, 6, 23):
            clock.shift(days * 86_400)
            own_server.run(tidy(own_server.database, own_server.blobs))
            found.append([counts(company) for company in companies])
    assert found == [
        [[1, 1, 1]] * 2,
        [[1, 1, 0]] * 2,
        [[1, 0, 0]] * 2,
        [[0, 0, 0]] * 2,
    ]


def test_a_full_recycle_bin_is_emptied_to_the_end(own_server: Server) -> None:
    company = make_company(own_server)
    board_id = company.board()["id"]
    kept = company.pulse(board_id)

    async def fill(work: Work) -> None:
        for number in range(MOST_AT_ONCE + 1):
            made: Any = await create_pulse(
                work,
                board_id,
                creator_id=company.ids["member"],
                name=str(number),
                group_id=None,
                at_bottom=True,
            )
            await delete_pulse(work, made.id)

    own_server.write(company.actor("member"), fill)
    with time_machine.travel("2050-01-01", tick=True):
        own_server.run(tidy(own_server.database, own_server.blobs))
    assert count(company, pulses) == 1
    assert company["member"].get(f"pulses/{kept}.json").status_code == 200


def test_what_can_not_be_kept_is_logged_and_stops_nothing_else(
    own_server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    company = make_company(own_server)

    async def serve_a_moment() -> None:
        async with housekeeping(own_server.database, own_server.usage, own_server.blobs):
            own_server.usage.count(999_999_999, 0, passed=True)
            own_server.usage.count(company.account_id, 0, passed=True)

    own_server.run(serve_a_moment())
    assert "usage not kept" in capsys.readouterr().out
    usage = signed_in(company, "admin").get("admin/usage").json()
    assert usage["days"][-1]["calls"] == 1


def test_one_process_tidies_at_a_time_and_once_an_hour(own_server: Server) -> None:
    company = make_company(own_server)

    def expired() -> None:
        signed_in(company, "admin").post(f"admin/users/{company.ids['member']}/reset-link")

    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        expired()
        clock.shift(3 * 86_400)
        turns = [tidy_in_turn(own_server.database, own_server.blobs) for _ in range(3)]
        own_server.run(_together(turns))
        assert count(company, resets) == 0
        expired()
        clock.shift(59 * 60)
        own_server.run(tidy_in_turn(own_server.database, own_server.blobs))
        assert count(company, resets) == 1
        clock.shift(3 * 86_400)
        own_server.run(tidy_in_turn(own_server.database, own_server.blobs))
        assert count(company, resets) == 0


def test_who_lost_its_turn_leaves_it_to_the_other(own_server: Server) -> None:
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        lost = own_server.write(NOBODY, lambda work: begin_turn(work, TIDYING))
        assert lost is not None
        assert own_server.write(NOBODY, lambda work: begin_turn(work, TIDYING)) is None
        clock.shift(LEASE // 1_000_000)
        assert own_server.write(NOBODY, lambda work: begin_turn(work, TIDYING)) is not None
        assert own_server.write(NOBODY, lambda work: move_turn(work, TIDYING, lost, 0)) is None


async def _together(turns: list[Coroutine[Any, Any, None]]) -> None:
    await asyncio.gather(*turns)
