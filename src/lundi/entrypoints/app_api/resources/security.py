"""What admins watch over: sessions, what happened, who owns which board."""

from typing import Any

import msgspec

from lundi.core.work import Work
from lundi.domains.accounts.audit import audited_before
from lundi.domains.accounts.session_actions import all_sessions, end_session_of_anybody
from lundi.domains.pulses.overview import all_boards
from lundi.entrypoints.app_api.operation import Visit, delete, get
from lundi.entrypoints.app_api.shapes import Done

NEWEST = 2**63 - 1


class UserSession(msgspec.Struct):
    """Times in microseconds."""

    id: int
    user_id: int
    address: str
    browser: str
    created_at: int
    seen_at: int
    is_this: bool


class AuditEntry(msgspec.Struct):
    """`kind` and `data` are those of the event, as docs/events.md lists them. `actor_id` is null for the account itself."""

    id: int
    kind: str
    at: int
    actor_id: int | None
    data: dict[str, Any]


class AdminBoard(msgspec.Struct):
    """`updated_at`: when it or anything on it was last changed, in microseconds."""

    id: int
    name: str
    kind: str
    state: str
    owner_ids: list[int]
    pulses: int
    updated_at: int


@get("/admin/sessions")
async def get_all_sessions(work: Work, visit: Visit) -> list[UserSession]:
    """The browsers that users are signed in with."""
    return [
        UserSession(
            one.id,
            one.user_id,
            one.address,
            one.browser,
            one.created_at,
            one.seen_at,
            one.id == visit.session_id,
        )
        for one in await all_sessions(work)
    ]


@delete("/admin/sessions/{session_id}")
async def end_user_session(work: Work, session_id: int) -> Done:
    """Sign one browser out, whoever's it is."""
    await end_session_of_anybody(work, session_id)
    return Done()


@get("/admin/audit")
async def get_audit(work: Work, before: int | None = None) -> list[AuditEntry]:
    """What happened to the account and its users, the newest first: 100, from before that id."""
    found = await audited_before(work, NEWEST if before is None else before)
    return [AuditEntry(one.id, one.kind, one.at, one.actor_id, one.data) for one in found]


@get("/admin/boards")
async def get_all_boards(work: Work) -> list[AdminBoard]:
    """The boards one sees, the archived ones too."""
    return [
        AdminBoard(
            id=board.id,
            name=board.name,
            kind=board.kind,
            state=board.state,
            owner_ids=owner_ids,
            pulses=board.pulses,
            updated_at=max(board.updated_at, board.pulses_updated_at),
        )
        for board, owner_ids in await all_boards(work)
    ]
