"""Requests made from the declarations of operations: a path to real things, a body with what it must hold."""

from collections.abc import Callable
from typing import Annotated, Any, get_args, get_origin

import msgspec
import pytest

from lundi.core.work import Work, last_event_id
from lundi.domains.boards.team_actions import add_teams_to_board
from lundi.domains.teams.actions import create_team
from lundi.entrypoints.app_api.operation import Operation
from lundi.entrypoints.app_api.resources import OPERATIONS
from tests.company import Company
from tests.receiver import lasting_receiver
from tests.uploads import TO_UPDATE, send, upload

NO_RULES: dict[str, Any] = {"operator": "and", "rules": [], "groups": []}


def each(wanted: Callable[[Operation], Any]) -> pytest.MarkDecorator:
    found = [pytest.param(one, id=one.name) for one in OPERATIONS if wanted(one)]
    return pytest.mark.parametrize("operation", found)


def fresh_things(company: Company) -> dict[str, str]:
    """New ones of `member` on a main board, by their names in paths; `user_id` is the viewer, who follows them."""
    member, viewer = company["member"], company.ids["viewer"]
    board_id = company.board()["id"]
    pulse_id = company.pulse(board_id)
    team_id = company.write("member", lambda work: _subscribed_team(work, board_id))
    for path in (f"boards/{board_id}", f"pulses/{pulse_id}"):
        member.put(f"{path}/subscribers.json", user_id=viewer)
    update = member.post("updates.json", pulse=pulse_id, update_text="Hi")
    note = member.post(f"pulses/{pulse_id}/notes.json", title="Note", content="Hi")
    made = member.data(
        'mutation ($b: ID!) {create_column(board_id: $b, title: "Files", column_type: file) {id}}',
        b=board_id,
    )
    files = made["create_column"]["id"]
    made = member.data(
        'mutation ($b: ID!) {create_column(board_id: $b, title: "Docs", column_type: doc) {id}}',
        b=board_id,
    )
    docs = made["create_column"]["id"]
    asset = upload(member, pulse_id, files)
    attached = send(member, TO_UPDATE.format(update=update.json()["id"]), ("a.txt", b"")).json()
    view_id = company.view(board_id)
    column_id = company.column(board_id, "text", "Words")
    # That the column was made: it can be taken back.
    event_id = company.read("member", last_event_id)
    return {
        "board_id": str(board_id),
        "group_id": "topics",
        "pulse_id": str(pulse_id),
        "column_id": column_id,
        "event_id": str(event_id),
        "user_id": str(viewer),
        "team_id": str(team_id),
        "update_id": str(update.json()["id"]),
        "file_column_id": files,
        "doc_column_id": docs,
        "asset_id": asset["id"],
        "attached_id": attached["data"]["add_file_to_update"]["id"],
        "view_id": str(view_id),
        "note_id": str(note.json()["id"]),
    }


async def _subscribed_team(work: Work, board_id: int) -> int:
    team = await create_team(work, "Crew", member_ids=[work.actor.user_id or 0])
    await add_teams_to_board(work, board_id, [team.id])
    return team.id


def path_of(operation: Operation, ids: dict[str, str], otherwise: str = "1") -> str:
    values = {name: ids.get(name, otherwise) for name in operation.in_path}
    return operation.path.lstrip("/").format(**values)


def plausible(given: Any, fresh: dict[str, str]) -> dict[str, Any]:
    """A body with what it must hold and no more."""
    kind = (get_args(given) or (given,))[0]
    tag = kind.__struct_config__.tag
    values = {"type": tag} if tag else {}
    for field in msgspec.structs.fields(kind):
        if field.required:
            values[field.encode_name] = _plausible_value(field, fresh)
    return values


def _plausible_value(field: Any, fresh: dict[str, str]) -> Any:
    kind = get_args(field.type)[0] if get_origin(field.type) is Annotated else field.type
    kind = get_origin(kind) or kind
    if field.name in fresh:
        return kind(fresh[field.name])
    known = {
        "pulse_ids": [int(fresh.get("pulse_id", 1))],
        "type": "text",
        "after_id": None,
        "operator": "and",
        "zone": "UTC",
        "shown": {"filter": NO_RULES, "sort": [], "hidden": [], "order": [], "grouped_by": None},
        "event": "create_item",
    }
    if field.name == "url":
        return lasting_receiver().url
    if field.name in known:
        return known[field.name]
    return "x" if kind is str else kind() if kind in (int, bool, list, dict) else None
