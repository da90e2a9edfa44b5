"""What was put away is found in the recycle bin and comes back; what was deleted long ago is gone for good."""

import pytest
import sqlalchemy as sa

from lundi.core import clock
from lundi.core.clock import DAY
from lundi.core.errors import Conflict, Forbidden, NotFound
from lundi.core.schema import metadata, parameter
from lundi.core.work import Work, events_after, last_event_id
from lundi.domains.boards.actions import archive_board, restore_board
from lundi.domains.boards.typed_columns import create_typed_column
from lundi.domains.conversation.actions import like_update, reply_to_update
from lundi.domains.docs.actions import create_doc_in_cell
from lundi.domains.docs.block_actions import add_markdown
from lundi.domains.docs.descriptions import write_description
from lundi.domains.feeds import recycling
from lundi.domains.feeds.actions import mark_read
from lundi.domains.feeds.recycling import purge
from lundi.domains.pulses.actions import archive_pulse, delete_pulse, restore_pulse
from lundi.domains.pulses.group_state_actions import archive_group, restore_group
from lundi.domains.pulses.recycle_bin import KEPT_DAYS, Recycled, recycled
from lundi.domains.pulses.schemas import Pulse
from tests.company import Company, make_company

LATER = (KEPT_DAYS + 1) * DAY


@pytest.fixture
def own(company: Company) -> Company:
    """A company that no other test puts anything into."""
    return make_company(company.server)


def put_away(company: Company, pulse_id: int, how: str = "deleted") -> None:
    action = {"deleted": delete_pulse, "archived": archive_pulse}[how]
    company.server.write(company.actor("member"), lambda work: action(work, pulse_id))


def restore(company: Company, pulse_id: int, by: str = "member") -> Pulse:
    return company.server.write(company.actor(by), lambda work: restore_pulse(work, pulse_id))


def bin_of(company: Company, by: str, take: int = 100, before: int | None = None) -> list[Recycled]:
    actor = company.operator if by == "company" else company.actor(by)
    return company.server.read(actor, lambda work: recycled(work, before, take))


def names_in_bin(company: Company, by: str = "member") -> list[str]:
    return [found.name for found in bin_of(company, by)]


def purge_later(company: Company, after: int = LATER) -> int:
    return company.server.write(company.operator, purge, now=clock.now() + after)


def count_rows(company: Company) -> dict[str, int]:
    """Of the account, in each table."""

    async def read(work: Work) -> dict[str, int]:
        counts = {}
        for table in metadata.sorted_tables:
            if "account_id" not in table.c:
                continue
            own = sa.select(sa.func.count()).where(table.c.account_id == parameter("account_id"))
            counts[table.name] = await work.one(own, int)
        return counts

    return company.server.read(company.operator, read)


@pytest.mark.parametrize("how", ["archived", "deleted"])
def test_a_pulse_comes_back_where_it_was(company: Company, how: str) -> None:
    board_id = company.board()["id"]
    column_id = company.column(board_id, "text", "Words")
    ids = [company.pulse(board_id, str(number), add_to_bottom=True) for number in range(3)]
    path = f"boards/{board_id}/columns/{column_id}/text.json"
    company["member"].put(path, pulse_id=ids[1], text="kept")
    put_away(company, ids[1], how)
    assert restore(company, ids[1]).values == {column_id: "kept"}
    rows = company["member"].get(f"boards/{board_id}/pulses.json").json()
    assert [row["pulse"]["id"] for row in rows] == ids

    async def last(work: Work) -> str:
        return (await events_after(work, await last_event_id(work) - 1, 1))[0].kind

    assert company.server.read(company.actor("member"), last) == "PulseRestored"


def test_a_pulse_that_was_not_put_away_does_not_come_back(company: Company) -> None:
    pulse_id = company.pulse(company.board()["id"])
    with pytest.raises(Conflict, match="neither archived nor deleted"):
        restore(company, pulse_id)
    with pytest.raises(NotFound):
        restore(company, 2**40)


def test_a_pulse_comes_back_after_its_group_and_its_board(company: Company) -> None:
    board_id = company.board()["id"]
    pulse_id = company.pulse(board_id)
    put_away(company, pulse_id)
    member = company.actor("member")
    company.server.write(member, lambda work: archive_group(work, board_id, "topics"))
    with pytest.raises(Conflict, match="Restore group 'topics' first"):
        restore(company, pulse_id)
    company.server.write(member, lambda work: archive_board(work, board_id))
    with pytest.raises(Conflict, match=f"Restore board {board_id} first"):
        restore(company, pulse_id)
    company.server.write(member, lambda work: restore_board(work, board_id))
    company.server.write(member, lambda work: restore_group(work, board_id, "topics"))
    assert restore(company, pulse_id).state == "active"


def test_a_pulse_is_restored_by_who_sees_it_and_may_write(company: Company) -> None:
    pulse_id = company.pulse(company.board()["id"])
    put_away(company, pulse_id)
    with pytest.raises(Forbidden):
        restore(company, pulse_id, by="viewer")
    with pytest.raises(NotFound):
        restore(company, pulse_id, by="guest")
    assert restore(company, pulse_id, by="other_member").state == "active"
    hidden = company.pulse(company.board(kind="private")["id"])
    put_away(company, hidden)
    with pytest.raises(NotFound):
        restore(company, hidden, by="other_member")


def test_the_bin_has_what_was_put_away_newest_first(own: Company) -> None:
    board_id = own.board()["id"]
    old_id, new_id = own.pulse(board_id, "Old"), own.pulse(board_id, "New")
    own.pulse(board_id, "Kept")
    shelf_id = own.board()["id"]
    put_away(own, old_id, "archived")
    own.server.write(own.actor("member"), lambda work: archive_board(work, shelf_id))
    put_away(own, new_id)
    own.server.write(own.actor("member"), lambda work: archive_group(work, board_id, "topics"))
    found = bin_of(own, "member")
    assert [(item.kind, item.id, item.state) for item in found] == [
        ("group", "topics", "archived"),
        ("pulse", str(new_id), "deleted"),
        ("board", str(shelf_id), "archived"),
        ("pulse", str(old_id), "archived"),
    ]
    assert [item.name for item in found] == ["Group Title", "New", "Board", "Old"]
    assert {item.board_id for item in found} == {board_id, shelf_id}
    times = [item.at for item in found]
    assert times == sorted(times, reverse=True)
    member = own.ids["member"]
    assert [item.by for item in found] == [None, member, member, member]
    assert bin_of(own, "member", take=3, before=found[0].at) == found[1:3]


def test_what_was_put_away_at_once_is_on_one_page(own: Company) -> None:
    board_id = own.board()["id"]
    put_away(own, own.pulse(board_id, "Before"))
    pulse_ids = [own.pulse(board_id) for _ in range(3)]

    async def all_at_once(work: Work) -> None:
        for pulse_id in pulse_ids:
            await delete_pulse(work, pulse_id)

    own.server.write(own.actor("member"), all_at_once)
    put_away(own, own.pulse(board_id, "After"))
    first = bin_of(own, "member", take=3)
    assert [item.name for item in first] == ["After"]
    second = bin_of(own, "member", take=4, before=first[-1].at)
    assert len(second) == 3
    third = bin_of(own, "member", take=4, before=second[-1].at)
    assert [item.name for item in third] == ["Before"]


def test_what_comes_back_is_no_longer_in_the_bin(own: Company) -> None:
    pulse_id = own.pulse(own.board()["id"], "Back")
    put_away(own, pulse_id)
    assert names_in_bin(own) == ["Back"]
    restore(own, pulse_id)
    assert names_in_bin(own) == []


def test_pulses_of_an_archived_board_are_found_through_it(own: Company) -> None:
    board_id = own.board()["id"]
    put_away(own, own.pulse(board_id, "Inside"))
    own.server.write(own.actor("member"), lambda work: archive_board(work, board_id))
    assert names_in_bin(own) == ["Board"]


def test_the_bin_is_cut_to_what_its_reader_may_restore(own: Company) -> None:
    main_id, hidden_id, shelf_id = (
        own.board()["id"],
        own.board(kind="private")["id"],
        own.board()["id"],
    )
    put_away(own, own.pulse(main_id, "Main"))
    put_away(own, own.pulse(hidden_id, "Hidden"))
    own.server.write(own.actor("member"), lambda work: archive_board(work, shelf_id))
    assert names_in_bin(own) == ["Board", "Hidden", "Main"]
    assert names_in_bin(own, "other_member") == ["Main"]
    assert names_in_bin(own, "company") == ["Board", "Main"]
    for by in ("viewer", "guest"):
        with pytest.raises(Forbidden):
            bin_of(own, by)


def test_what_was_deleted_long_ago_is_gone_for_good(own: Company) -> None:
    board_id = own.board()["id"]
    column_id = own.column(board_id, "tags", "Tags")
    own.pulse(board_id, "Kept")
    own.write(
        "member",
        lambda work: create_typed_column(
            work, board_id, title="Spec", type_name="doc", column_id="spec"
        ),
    )
    before = count_rows(own)
    pulse_id = own.pulse(board_id, "Gone")
    path = f"boards/{board_id}/columns/{column_id}/tags.json"
    own["member"].put(path, pulse_id=pulse_id, tags="tag")
    update = own["member"].post("updates.json", pulse=pulse_id, update_text="hello").json()
    own["member"].post(f"pulses/{pulse_id}/notes.json", title="Note", content="note")

    async def answer(work: Work) -> None:
        reader_id = own.ids["other_member"]
        thread = await reply_to_update(work, update["id"], reader_id, "answer")
        await like_update(work, thread.replies[0].update.id, reader_id)
        await mark_read(work, [update["id"], thread.replies[0].update.id])

    async def write_doc(work: Work) -> None:
        doc = await create_doc_in_cell(work, pulse_id, "spec")
        await add_markdown(work, doc.id, "# Title")
        await write_description(work, pulse_id, "What *for*")

    own.server.write(own.actor("other_member"), answer)
    own.write("member", write_doc)
    put_away(own, pulse_id)
    grown = {name for name, count in count_rows(own).items() if count > before[name]}
    assert grown >= {"updates", "likes", "notes", "read_marks", "tag_links", "pulse_subscribers"}
    assert grown >= {"docs", "doc_blocks"}
    assert purge_later(own) == 1
    left = {name for name, count in count_rows(own).items() if count > before[name]}
    # The tag itself stays on the board, and the history of the board is kept.
    assert left == {"events", "tags"}
    assert names_in_bin(own) == []
    assert purge_later(own) == 0

    async def last(work: Work) -> tuple[str, int | None, int | None]:
        (happened,) = await events_after(work, await last_event_id(work) - 1, 1)
        return happened.kind, happened.board_id, happened.pulse_id

    assert own.server.read(own.actor("member"), last) == ("PulsePurged", board_id, pulse_id)


def test_nothing_else_is_purged(own: Company) -> None:
    board_id = own.board()["id"]
    archived_id, _, back_id = (own.pulse(board_id, name) for name in ("Archived", "Active", "Back"))
    put_away(own, archived_id, "archived")
    put_away(own, back_id)
    assert purge_later(own, after=(KEPT_DAYS - 1) * DAY) == 0
    restore(own, back_id)
    before = count_rows(own)
    assert purge_later(own) == 0
    assert count_rows(own) == before
    assert restore(own, archived_id).state == "active"


def test_one_account_is_purged_not_all(own: Company, company: Company) -> None:
    pulse_id = company.pulse(company.board()["id"])
    put_away(company, pulse_id)
    assert purge_later(own) == 0
    assert restore(company, pulse_id).state == "active"


def test_a_large_bin_is_emptied_in_turns(own: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recycling, "MOST_AT_ONCE", 2)
    board_id = own.board()["id"]
    for number in range(3):
        put_away(own, own.pulse(board_id, str(number)))
    assert [purge_later(own) for _ in range(3)] == [2, 1, 0]


def test_all_that_hangs_on_a_pulse_is_purged() -> None:
    removed = [statement.table.name for statement in recycling.IN_ORDER]
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            parent = key.column.table.name
            if parent in removed and table.name != parent:
                assert table.name in removed[: removed.index(parent)], table.name
