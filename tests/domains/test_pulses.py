"""Pulses keep their places and their values, however many write at once."""

import asyncio
from typing import Any

import sqlalchemy as sa

from lundi.core.paging import Window
from lundi.core.schema import parameter
from lundi.core.work import Work, events
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.column_actions import create_column
from lundi.domains.pulses import duplicate_actions, value_actions
from lundi.domains.pulses.move_actions import move_pulses
from lundi.domains.pulses.queries import pulses_of_board
from lundi.domains.pulses.schemas import Pulse
from tests.company import Company

_EVENTS = (
    sa.select(events.c.kind, events.c.actor_id, events.c.data)
    .where(
        events.c.account_id == parameter("account_id"),
        events.c.pulse_id == parameter("pulse_id"),
    )
    .order_by(events.c.id)
)


def rows_of(company: Company, board_id: int) -> list[Pulse]:
    async def read(work: Work) -> list[Pulse]:
        return await pulses_of_board(work, await board_to_read(work, board_id), Window(take=500))

    return company.server.read(company.actor("member"), read)


def test_a_move_writes_one_row(company: Company) -> None:
    board_id = company.board()["id"]
    ids = [company.pulse(board_id, str(number)) for number in range(20)]
    before = {row.id: row for row in rows_of(company, board_id)}
    moving = lambda work: move_pulses(work, board_id, [ids[3]], "topics")  # noqa: E731
    company.server.write(company.actor("member"), moving)
    after = rows_of(company, board_id)
    assert after[0].id == ids[3]
    assert [row.id for row in after if row != before[row.id]] == [ids[3]]


def test_many_at_once_take_places_of_their_own(company: Company) -> None:
    board_id = company.board()["id"]

    async def create_all() -> list[int]:
        creations = [
            company.server.arequest(
                "POST",
                f"/v1/boards/{board_id}/pulses.json",
                headers={"Authorization": company.tokens["member"]},
                json={"pulse": {"name": str(number)}, "add_to_bottom": number % 2},
            )
            for number in range(60)
        ]
        return [answer.status_code for answer in await asyncio.gather(*creations)]

    assert company.server.run(create_all()) == [201] * 60
    positions = [row.position for row in rows_of(company, board_id)]
    assert len(set(positions)) == 60
    assert positions == sorted(positions)


def test_values_set_at_once_do_not_lose_each_other(company: Company) -> None:
    board_id = company.board()["id"]
    columns = [company.column(board_id, "text", f"Column {number}") for number in range(12)]
    pulse_id = company.pulse(board_id)

    async def set_all() -> list[int]:
        changes = [
            company.server.arequest(
                "PUT",
                f"/v1/boards/{board_id}/columns/{column}/text.json",
                headers={"Authorization": company.tokens["member"]},
                json={"pulse_id": pulse_id, "text": column},
            )
            for column in columns
        ]
        return [answer.status_code for answer in await asyncio.gather(*changes)]

    assert company.server.run(set_all()) == [200] * 12
    (row,) = rows_of(company, board_id)
    assert row.values == {column: column for column in columns}


def test_tags_made_at_once_are_one_tag(company: Company) -> None:
    board_id = company.board()["id"]
    column_id = company.column(board_id, "tags", "Tags")
    ids = [company.pulse(board_id) for _ in range(8)]

    async def tag_all() -> list[list[int]]:
        changes = [
            company.server.arequest(
                "PUT",
                f"/v1/boards/{board_id}/columns/{column_id}/tags.json",
                headers={"Authorization": company.tokens["member"]},
                json={"pulse_id": pulse_id, "tags": "only-one"},
            )
            for pulse_id in ids
        ]
        answers = await asyncio.gather(*changes)
        return [answer.json()["value"]["tag_ids"] for answer in answers]

    tag_ids = company.server.run(tag_all())
    assert len({tuple(ids) for ids in tag_ids}) == 1


def test_a_failed_action_leaves_nothing(company: Company) -> None:
    board_id = company.board()["id"]
    answer = company["company"].post(
        f"boards/{board_id}/pulses.json",
        user_id=company.ids["member"],
        pulse={"name": "half"},
        update={"text": "<script>only what is taken out</script>"},
    )
    assert answer.status_code == 400
    assert rows_of(company, board_id) == []


def test_what_happened_is_kept_with_who_did_it(company: Company) -> None:
    board_id = company.board()["id"]
    pulse_id = company.pulse(board_id, "Old", by="company", user_id=company.ids["admin"])
    company["member"].put(f"pulses/{pulse_id}.json", name="New")

    async def read(work: Work) -> list[tuple[str, int, Any]]:
        return await work.all(_EVENTS, lambda *row: row, pulse_id=pulse_id)

    kept = company.server.read(company.actor("member"), read)
    assert kept == [
        (
            "PulseCreated",
            company.ids["admin"],
            {"group_id": "topics", "name": "Old", "parent_id": None},
        ),
        ("PulseRenamed", company.ids["member"], {"old": "Old", "new": "New"}),
    ]


def test_a_deleted_column_gives_its_values_to_no_other(company: Company) -> None:
    board_id = company.board()["id"]
    company.column(board_id, "text", "Words")
    pulse_id = company.pulse(board_id)

    async def fill(work: Work) -> None:
        await value_actions.set_text(work, board_id, "words", pulse_id, "old")

    company.server.write(company.actor("member"), fill)
    company["member"].delete(f"boards/{board_id}/columns/words.json")
    again = lambda work: create_column(work, board_id, title="Words", type_name="text")  # noqa: E731
    company.server.write(company.actor("member"), again)
    row = company["member"].get(f"boards/{board_id}/pulses.json").json()[0]
    assert {cell["cid"]: cell.get("value") for cell in row["column_values"]}["words1"] is None


def test_a_copy_of_a_pulse_goes_where_it_is_told(company: Company) -> None:
    board_id = company.board()["id"]
    pulse_id = company.pulse(board_id, "a")
    company.pulse(board_id, "b")

    async def copy(work: Work) -> object:
        return await duplicate_actions.duplicate_pulse(
            work, board_id, pulse_id, creator_id=None, name="c", at_bottom=True
        )

    company.server.write(company.actor("member"), copy)
    assert [row.name for row in rows_of(company, board_id)] == ["b", "a", "c"]
