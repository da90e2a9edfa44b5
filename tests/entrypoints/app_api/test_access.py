"""Who is let in and who is kept out, of all that is about a board or what is on it."""

from typing import Any

from lundi.entrypoints.app_api.operation import Operation
from tests.app_client import AppClient
from tests.company import Company
from tests.entrypoints.app_api.declared import each, fresh_things, path_of, plausible

People = dict[str, AppClient]

ON_BOARDS = {"board_id", "pulse_id", "update_id", "note_id", "event_id"}
# What one chooses and reads for oneself takes no right to write.
OWN = {"add_favorite", "remove_favorite", "keep_choices", "see_updates", "find_pulses"}


def is_on_a_board(operation: Operation) -> bool:
    return not ON_BOARDS.isdisjoint(operation.in_path)


def ask(company: Company, client: AppClient, operation: Operation) -> int:
    """The status of a request about a new main board of `member`."""
    things = fresh_things(company)
    given: dict[str, Any] = {}
    if operation.given is not None:
        given = {"json": plausible(operation.given, things)}
    return client.request(operation.method, path_of(operation, things), **given).status_code


@each(is_on_a_board)
def test_its_owner_is_let_in(company: Company, people: People, operation: Operation) -> None:
    # Some of it has to be archived first.
    assert ask(company, people["member"], operation) in (200, 409)


@each(lambda one: is_on_a_board(one) and (not one.writes or one.name in OWN))
def test_who_may_only_read_is_let_in_to_read(
    company: Company, people: People, operation: Operation
) -> None:
    assert ask(company, people["viewer"], operation) == 200


@each(lambda one: is_on_a_board(one) and one.writes and one.name not in OWN)
def test_who_may_only_read_changes_nothing(
    company: Company, people: People, operation: Operation
) -> None:
    assert ask(company, people["viewer"], operation) == 403


@each(is_on_a_board)
def test_it_is_not_there_for_who_does_not_see_it(
    company: Company, people: People, operation: Operation
) -> None:
    assert ask(company, people["guest"], operation) == 404
    assert ask(company, people["stranger"], operation) == 404


@each(is_on_a_board)
def test_who_is_not_signed_in_is_kept_out(
    company: Company, people: People, operation: Operation
) -> None:
    assert ask(company, people["nobody"], operation) == 401


def test_only_who_may_write_makes_boards(people: People) -> None:
    statuses = {
        who: people[who].post("boards", name="New").status_code
        for who in ("admin", "member", "viewer", "guest", "nobody")
    }
    assert statuses == {"admin": 200, "member": 200, "viewer": 403, "guest": 403, "nobody": 401}


def test_only_an_owner_archives_a_board(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    for who, status in (("other_member", 403), ("admin", 403), ("member", 200)):
        assert people[who].delete(f"boards/{board_id}").status_code == status


def test_a_private_board_is_seen_by_its_subscribers(company: Company, people: People) -> None:
    board_id = company.board(kind="private")["id"]
    for who, status in (("admin", 404), ("other_member", 404), ("guest", 404), ("member", 200)):
        assert people[who].get(f"boards/{board_id}").status_code == status


def test_a_guest_reads_a_shareable_board_they_were_asked_to(
    company: Company, people: People
) -> None:
    board_id = company.board(kind="share")["id"]
    pulse_id = company.pulse(board_id)
    assert people["guest"].get(f"boards/{board_id}").status_code == 404
    guest_id = company.ids["guest"]
    people["member"].put(f"boards/{board_id}/subscribers/{guest_id}", as_owner=False)
    assert people["guest"].get(f"boards/{board_id}").json()["may_write"] is False
    assert people["guest"].post(f"pulses/{pulse_id}/seen").status_code == 200
    assert people["guest"].put(f"pulses/{pulse_id}/name", name="No").status_code == 403


def test_who_may_delete_an_update(company: Company, people: People) -> None:
    """Its author, an owner of the board, an admin."""
    pulse_id = company.pulse(company.board()["id"])
    path = f"pulses/{pulse_id}/updates"
    by_member = people["member"].post(path, html="<p>One</p>").json()["id"]
    assert people["other_member"].delete(f"updates/{by_member}").status_code == 403
    assert people["member"].delete(f"updates/{by_member}").status_code == 200
    for who in ("other_member", "member", "admin"):
        update_id = people["other_member"].post(path, html="<p>Two</p>").json()["id"]
        assert people[who].delete(f"updates/{update_id}").status_code == 200
