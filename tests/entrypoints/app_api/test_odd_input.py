"""What a browser may send that no page of ours does."""

import pytest

from tests.app_client import AppClient, signed_in
from tests.company import Company


@pytest.fixture
def member(company: Company) -> AppClient:
    return signed_in(company, "member")


@pytest.mark.parametrize("digits", ["0" * 30 + "9" * 40, "0" * 5000 + "1", "9" * 5000])
def test_no_number_is_too_long(member: AppClient, digits: str) -> None:
    assert member.get(f"boards/{digits}").status_code == 404
    assert member.get("inbox", before=digits).status_code in (400, 404)


def test_leading_zeros_are_no_other_board(company: Company, member: AppClient) -> None:
    board_id = company.board()["id"]
    assert member.get(f"boards/000{board_id}").json()["id"] == board_id


@pytest.mark.parametrize("cookie", ['prefs={"a":1}', "x=a b c", "x=\xe9", "=", ";;"])
def test_cookies_of_other_programs_sign_nobody_out(member: AppClient, cookie: str) -> None:
    cookies = f"{cookie}; lundi_session={member.secret}".encode("latin-1")
    answer = member.request("GET", "me", headers={"Cookie": cookies})  # type: ignore[dict-item]
    assert answer.status_code == 200


def test_the_letters_of_an_escape_are_only_letters(company: Company, member: AppClient) -> None:
    pulse_id = company.pulse(company.board()["id"])
    name = "C:\\u0000"
    assert member.put(f"pulses/{pulse_id}/name", name=name).json()["name"] == name
    refused = member.put(f"pulses/{pulse_id}/name", name="a\0b")
    assert (refused.status_code, refused.json()["error"]) == (
        400,
        "A text can't hold the character NUL.",
    )


def test_a_cell_takes_a_hundred_tags(company: Company, member: AppClient) -> None:
    board_id = company.board()["id"]
    column_id = company.column(board_id, "tags", "Tags")
    cell = f"boards/{board_id}/pulses/{company.pulse(board_id)}/values/{column_id}"
    names = [f"tag {number}" for number in range(101)]
    assert member.put(cell, type="tags", names=names).status_code == 400
    assert member.put(cell, type="tags", names=names[:100]).status_code == 200


def test_a_status_takes_the_colours_that_there_are(company: Company, member: AppClient) -> None:
    board_id = company.board()["id"]
    column_id = company.column(board_id, "status", "Status")
    cell = f"boards/{board_id}/pulses/{company.pulse(board_id)}/values/{column_id}"
    taken = [member.put(cell, type="status", index=index).status_code for index in (19, 160)]
    assert taken == [200, 200]
    for index in (-1, 20, 150, 161):
        assert member.put(cell, type="status", index=index).status_code == 400


def test_a_new_board_is_named_as_a_renamed_one(member: AppClient) -> None:
    assert member.post("boards", name="a\nb").status_code == 400
