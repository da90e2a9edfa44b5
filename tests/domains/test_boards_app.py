"""Boards are renamed and described; boards, groups and columns that were put away come back as they were."""

import pytest

from lundi.core.errors import Conflict, Forbidden, Invalid, NotFound
from lundi.core.work import Work, events_after, last_event_id
from lundi.domains.boards import actions, column_actions
from lundi.domains.boards.schemas import Board
from lundi.domains.pulses import group_state_actions
from tests.company import Company


def change(
    company: Company,
    board_id: int,
    name: str | None = None,
    description: str | None = None,
    by: str = "member",
) -> Board:
    return company.server.write(
        company.actor(by), lambda work: actions.change_board(work, board_id, name, description)
    )


def archive_group(company: Company, board_id: int, group_id: str) -> None:
    company.server.write(
        company.actor("member"),
        lambda work: group_state_actions.archive_group(work, board_id, group_id),
    )


def restore_group(company: Company, board_id: int, group_id: str, by: str = "member") -> None:
    company.server.write(
        company.actor(by), lambda work: group_state_actions.restore_group(work, board_id, group_id)
    )


def restore_column(company: Company, board_id: int, column_id: str, by: str = "member") -> None:
    company.server.write(
        company.actor(by), lambda work: column_actions.restore_column(work, board_id, column_id)
    )


def archive_board(company: Company, board_id: int) -> None:
    company.server.write(
        company.actor("member"), lambda work: actions.archive_board(work, board_id)
    )


def restore_board(company: Company, board_id: int, by: str = "member") -> Board:
    return company.server.write(
        company.actor(by), lambda work: actions.restore_board(work, board_id)
    )


def names_on(company: Company, board_id: int) -> list[str]:
    return [
        row["pulse"]["name"]
        for row in company["member"].get(f"boards/{board_id}/pulses.json").json()
    ]


def last_kind(company: Company) -> str:
    async def read(work: Work) -> str:
        return (await events_after(work, await last_event_id(work) - 1, 1))[0].kind

    return company.server.read(company.actor("member"), read)


def test_a_board_is_renamed_and_described(company: Company) -> None:
    board_id = company.board(description="old")["id"]
    assert change(company, board_id, name="  New ").name == "New"
    assert last_kind(company) == "BoardChanged"
    assert change(company, board_id, description="new\nlines").description == "new\nlines"
    changed = change(company, board_id)
    assert (changed.name, changed.description) == ("New", "new\nlines")
    cleared = change(company, board_id, description="")
    assert (cleared.name, cleared.description) == ("New", None)


@pytest.mark.parametrize("name", ["", "  ", "a" * 256, "a\nb", "a\0b"])
def test_a_board_has_a_name_that_can_be_shown(company: Company, name: str) -> None:
    board_id = company.board()["id"]
    with pytest.raises(Invalid, match="1 to 255 printable"):
        change(company, board_id, name=name)
    assert change(company, board_id, name="é" * 255).name == "é" * 255


def test_a_description_has_its_limits(company: Company) -> None:
    board_id = company.board()["id"]
    assert change(company, board_id, description="é" * 32_768).description == "é" * 32_768
    for description in ("é" * 32_768 + "e", "a\0b"):
        with pytest.raises(Invalid):
            change(company, board_id, description=description)


def test_a_board_is_changed_by_who_sees_it_and_may_write(company: Company) -> None:
    board_id = company.board()["id"]
    assert change(company, board_id, name="Theirs", by="other_member").name == "Theirs"
    with pytest.raises(Forbidden):
        change(company, board_id, name="No", by="viewer")
    hidden = company.board(kind="private")["id"]
    with pytest.raises(NotFound):
        change(company, hidden, name="No", by="other_member")
    archive_board(company, board_id)
    with pytest.raises(Conflict):
        change(company, board_id, name="No")


def test_an_archived_board_comes_back_with_its_pulses(company: Company) -> None:
    board_id = company.board()["id"]
    pulse_id = company.pulse(board_id)
    archive_board(company, board_id)
    assert company["member"].put(f"pulses/{pulse_id}.json", name="No").status_code == 409
    assert restore_board(company, board_id).state == "active"
    assert last_kind(company) == "BoardRestored"
    assert company["member"].put(f"pulses/{pulse_id}.json", name="Yes").status_code == 200
    with pytest.raises(Conflict, match="neither archived nor deleted"):
        restore_board(company, board_id)


def test_a_board_is_restored_by_its_owners(company: Company) -> None:
    board_id = company.board()["id"]
    archive_board(company, board_id)
    for by in ("other_member", "viewer"):
        with pytest.raises(Forbidden):
            restore_board(company, board_id, by=by)
    with pytest.raises(NotFound):
        restore_board(company, board_id, by="guest")
    operator = company.operator
    restored = company.server.write(operator, lambda work: actions.restore_board(work, board_id))
    assert restored.state == "active"


def test_an_archived_group_comes_back_with_its_pulses(company: Company) -> None:
    board_id = company.board()["id"]
    company.pulse(board_id, "kept")
    gone = company.pulse(board_id, "archived before")
    company["member"].delete(f"pulses/{gone}.json", archive="true")
    archive_group(company, board_id, "topics")
    assert names_on(company, board_id) == []
    restore_group(company, board_id, "topics")
    assert last_kind(company) == "GroupRestored"
    assert names_on(company, board_id) == ["kept"]
    with pytest.raises(Conflict, match="neither archived nor deleted"):
        restore_group(company, board_id, "topics")
    with pytest.raises(NotFound):
        restore_group(company, board_id, "nowhere")


def test_a_group_is_restored_by_who_may_write_on_its_board(company: Company) -> None:
    board_id = company.board()["id"]
    archive_group(company, board_id, "topics")
    with pytest.raises(Forbidden):
        restore_group(company, board_id, "topics", by="viewer")
    with pytest.raises(NotFound):
        restore_group(company, board_id, "topics", by="guest")
    archive_board(company, board_id)
    with pytest.raises(Conflict):
        restore_group(company, board_id, "topics")


def test_a_deleted_column_comes_back_with_its_values(company: Company) -> None:
    board_id = company.board()["id"]
    column_id = company.column(board_id, "text", "Words")
    pulse_id = company.pulse(board_id)
    path = f"boards/{board_id}/columns/{column_id}"
    company["member"].put(f"{path}/text.json", pulse_id=pulse_id, text="kept")
    company["member"].delete(f"{path}.json")
    assert company["member"].get(f"{path}/value.json", pulse_id=pulse_id).status_code == 404
    restore_column(company, board_id, column_id)
    assert last_kind(company) == "ColumnRestored"
    value = company["member"].get(f"{path}/value.json", pulse_id=pulse_id).json()
    assert value["value"] == "kept"
    with pytest.raises(Conflict, match="not deleted"):
        restore_column(company, board_id, column_id)
    with pytest.raises(NotFound):
        restore_column(company, board_id, "nowhere")


def test_a_column_is_restored_by_who_may_write_on_its_board(company: Company) -> None:
    board_id = company.board()["id"]
    column_id = company.column(board_id, "text", "Words")
    company["member"].delete(f"boards/{board_id}/columns/{column_id}.json")
    with pytest.raises(Forbidden):
        restore_column(company, board_id, column_id, by="viewer")
    with pytest.raises(NotFound):
        restore_column(company, board_id, column_id, by="guest")
