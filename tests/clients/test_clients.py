"""The clients that people use today, each against a server of its own: every public method called, and its effect read back."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.process import Installation, RunningServer
from tests.receiver import receiver

SECONDS = 180
HERE = Path(__file__).parent
PYTHON = str(HERE.parents[1] / ".clients" / "bin" / "python")
COMMANDS = {
    "monday": [PYTHON, str(HERE / "monday_calls.py")],
    "monday-async": [PYTHON, str(HERE / "monday_async_calls.py")],
    "pymonday": [PYTHON, str(HERE / "pymonday_calls.py")],
    "@mondaydotcomorg/api": ["node", str(HERE / "api_calls.mjs")],
}
BROKEN: dict[str, dict[str, str]] = {
    "monday": {
        # It gives the item's id as the board's and the board's as the item's.
        "columns.update_multiple_columns": "not",
        # It sends add_users_to_workspace, so nobody leaves.
        "workspaces.delete_users_from_workspace": "It had no effect",
    },
    "monday-async": {
        # It asks for a field "idd" of users, which there never was.
        "teams.remove_users_from_team": 'Cannot query field "idd"',
    },
    "pymonday": {},
    "@mondaydotcomorg/api": {},
}
"""Methods that are broken in the client itself, with what comes of calling them."""


PEOPLE = {"member": "member@example.com", "other": "other@example.com"}
# The receiver of webhooks is on this machine.
OPEN = {"LUNDI_WEBHOOKS_PRIVATE_ADDRESSES": "true"}


@pytest.mark.parametrize("client", COMMANDS)
def test_every_method_of_the_client_works(
    client: str, installation: Installation, tmp_path: Path
) -> None:
    account = installation.prepared().account(plan="enterprise")
    users = {name: _add_user(installation, account, name) for name in PEOPLE}
    file = tmp_path / "note.txt"
    file.write_text("A note.")
    with receiver() as there, installation.served(**OPEN) as server:
        scene = {
            **users,
            "admin": account["user_id"],
            "users": 1 + len(users),
            "team": _make_team(server, account["personal_token"], users["other"]),
            "receiver": there.url,
        }
        told = _run(
            client,
            LUNDI_URL=server.url,
            LUNDI_TOKEN=account["personal_token"],
            LUNDI_SCENE=json.dumps(scene),
            LUNDI_FILE=str(file),
        )
    assert told["never_called"] == []
    broken, wrong = BROKEN[client], told["wrong"]
    unexpected = [
        f"{method}: {reason}"
        for method, reason in wrong.items()
        if broken.get(method, f"not {reason}") not in reason
    ]
    assert not unexpected, "\n".join(unexpected)
    assert wrong.keys() == broken.keys()


def _add_user(installation: Installation, account: dict[str, Any], name: str) -> int:
    made = installation.done(
        *("user", "add", "--json", "--account", account["account_slug"]),
        *("--name", name.title(), "--email", PEOPLE[name]),
    )
    return int(json.loads(made)["user_id"])


def _make_team(server: RunningServer, token: str, user_id: int) -> int:
    query = """mutation ($u: [ID!]) {create_team(input: {name: "Team", subscriber_ids: $u},
      options: {allow_empty_team: true}) {id}}"""
    answer = httpx.post(
        f"{server.url}/v2",
        json={"query": query, "variables": {"u": [user_id]}},
        headers={"Authorization": token},
    )
    return int(answer.json()["data"]["create_team"]["id"])


def _run(client: str, **environment: str) -> dict[str, Any]:
    done = subprocess.run(
        COMMANDS[client],
        check=False,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        env={"PATH": os.environ["PATH"], **environment},
    )
    assert done.returncode == 0, done.stderr
    # pymonday prints what goes wrong.
    return dict(json.loads(done.stdout.splitlines()[-1]))
