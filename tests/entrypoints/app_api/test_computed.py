"""What the web app is told of cells that keep nothing themselves, and the time that is tracked."""

from typing import Any

from tests.app_client import AppClient
from tests.company import Company

People = dict[str, AppClient]


def new_column(person: AppClient, board_id: int, kind: str, **settings: Any) -> str:
    given = {"title": kind.title(), "type": kind, "settings": settings}
    return str(person.post(f"boards/{board_id}/columns", **given).json()[-1]["id"])


def test_computed_cells_are_told_by_pulse_and_column(company: Company, people: People) -> None:
    member, board_id = people["member"], company.board()["id"]
    numbers = new_column(member, board_id, "numeric")
    double = new_column(member, board_id, "formula", formula="{Numeric} * 2")
    pulse_id = company.pulse(board_id)
    path = f"boards/{board_id}/pulses/{pulse_id}/values/{numbers}"
    assert member.put(path, type="value", value="21").status_code == 200
    found = member.post("computed", pulse_ids=[pulse_id, 999_999])
    assert found.json() == {str(pulse_id): {double: "42"}}


def test_nothing_is_told_of_what_one_does_not_see(company: Company, people: People) -> None:
    board_id = company.board("private")["id"]
    new_column(people["member"], board_id, "formula", formula="1 + 1")
    pulse_id = company.pulse(board_id)
    assert people["other_member"].post("computed", pulse_ids=[pulse_id]).json() == {}


def test_time_is_tracked_from_start_to_stop(company: Company, people: People) -> None:
    member, board_id = people["member"], company.board()["id"]
    column_id = new_column(member, board_id, "time_tracking")
    path = f"boards/{board_id}/pulses/{company.pulse(board_id)}/values/{column_id}"
    started = member.put(path, type="timer", running=True).json()["value"]
    assert started["running"]
    assert member.put(path, type="timer", running=True).status_code == 409
    stopped = member.put(path, type="timer", running=False).json()["value"]
    assert not stopped["running"]
    assert stopped["history"][0]["ended_user_id"] == company.ids["member"]
    assert people["viewer"].put(path, type="timer", running=True).status_code == 403
