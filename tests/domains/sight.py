"""What tests of who sees a board begin with."""

from typing import Any

from lundi.domains.boards.team_actions import add_teams_to_board
from lundi.domains.teams.actions import create_team
from lundi.domains.teams.schemas import Team
from lundi.domains.workspaces.actions import create_workspace
from tests.company import PEOPLE, Company

TOKENS = (*PEOPLE, "company")


def make_workspace(company: Company, kind: str = "closed", by: str = "member") -> int:
    made = company.write(
        by,
        lambda work: create_workspace(
            work, creator_id=company.ids[by], name="Workspace", kind=kind
        ),
    )
    return made.id


def make_team(company: Company, *members: str, is_guest_team: bool = False) -> Team:
    ids = [company.ids[name] for name in members]
    return company.write(
        "admin",
        lambda work: create_team(work, "Team", member_ids=ids, is_guest_team=is_guest_team),
    )


def add_team(
    company: Company, board_id: int, team: Team, by: str = "member", as_admin: bool = False
) -> None:
    company.write(by, lambda work: add_teams_to_board(work, board_id, [team.id], as_admin=as_admin))


def fill(company: Company, board_id: int) -> dict[str, Any]:
    """A pulse on it, and an update by `member`."""
    pulse_id = company.pulse(board_id)
    update = company["member"].post("updates.json", pulse=pulse_id, update_text="hello").json()
    company["member"].post(f"pulses/{pulse_id}/notes.json", title="Note", content="note")
    return {"board": board_id, "pulse": pulse_id, "update": update["id"]}


def who_sees(company: Company, filled: dict[str, Any]) -> set[str]:
    """The same at every door and in every list of REST v1."""
    board, pulse, update = filled["board"], filled["pulse"], filled["update"]
    member = company.ids["member"]
    doors = (
        f"boards/{board}.json",
        f"boards/{board}/pulses.json",
        f"boards/{board}/groups.json",
        f"boards/{board}/columns.json",
        f"boards/{board}/subscribers.json",
        f"pulses/{pulse}.json",
        f"pulses/{pulse}/updates.json",
        f"pulses/{pulse}/notes.json",
        f"updates/{update}.json",
    )
    lists = {"boards.json": board, "pulses.json": pulse, "updates.json": update}
    feeds = (f"users/{member}/posts.json", f"users/{member}/newsfeed.json")
    seen = set()
    for name in TOKENS:
        client = company[name]
        answers = {client.get(path).status_code for path in doors}
        answers |= {
            200 if listed in [row["id"] for row in client.get(path, per_page=500).json()] else 404
            for path, listed in lists.items()
        }
        for path in feeds:
            answer = client.get(path, per_page=500)
            # A guest doesn't know everybody.
            if answer.status_code == 200:
                shown = update in [row["id"] for row in answer.json()]
                answers.add(200 if shown else 404)
        assert len(answers) == 1, (name, answers)
        if answers == {200}:
            seen.add(name)
    return seen
