"""What browsers say and are told.

The browser says `{"after": event id}` at once, and `{"watch": board id, "after": event id}` when it opens another board. It is sent
`{"last", "events", "docs", "rows", "gone", "subitems"}`: what happened on the boards that its reader sees, and to which docs; and of
the pulses of the watched board and of their subitems that it happened to, their rows as they are now, the ids of those that are not
there any more, and how many subitems are now under each pulse under which something happened.
"""

from collections.abc import Container
from typing import Annotated

import msgspec

from lundi.core.work import Actor, Happened, Work
from lundi.domains.accounts import events as accounts
from lundi.domains.boards.queries import board_with_subitems, visible_boards
from lundi.domains.docs import events as docs
from lundi.domains.docs.queries import docs_of_events
from lundi.domains.pulses import events as pulses
from lundi.domains.pulses.queries import count_beside, pulses_on_boards, subitems_of
from lundi.domains.teams import events as teams
from lundi.domains.workspaces import events as workspaces
from lundi.entrypoints.shared.rows import Row, show_row

TOLD_TO_ALL = frozenset(
    kind.__name__
    for kind in (
        accounts.AccountRenamed,
        accounts.LogoChanged,
        accounts.PlanChanged,
        accounts.RoleChanged,
        accounts.UserAdded,
        accounts.UserChanged,
        accounts.UserDisabled,
        accounts.UserEnabled,
        docs.DocDeleted,
        teams.TeamChanged,
        teams.TeamCreated,
        teams.TeamDeleted,
        teams.TeamMembersAdded,
        teams.TeamMembersRemoved,
        teams.TeamOwnersAssigned,
        teams.TeamOwnersRemoved,
        workspaces.FolderChanged,
        workspaces.FolderCreated,
        workspaces.FolderDeleted,
        workspaces.FolderMoved,
        workspaces.WorkspaceChanged,
        workspaces.WorkspaceCreated,
        workspaces.WorkspaceDeleted,
        workspaces.WorkspaceSubscribed,
        workspaces.WorkspaceTeamSubscribed,
        workspaces.WorkspaceTeamUnsubscribed,
        workspaces.WorkspaceUnsubscribed,
    )
)
OF_DOCS = frozenset(
    kind.__name__
    for kind in (
        docs.DescriptionChanged,
        docs.DocBlockChanged,
        docs.DocBlocksAdded,
        docs.DocBlocksDeleted,
        docs.DocCreated,
        docs.DocDuplicated,
        docs.DocEdited,
        docs.DocRenamed,
    )
)

BRINGING = frozenset(
    kind.__name__ for kind in (pulses.PulseDuplicated, pulses.PulseMoved, pulses.PulseRestored)
)
"""What they happen to brings its subitems along, and nothing is told of those."""


class Message(msgspec.Struct, omit_defaults=True):
    """`reload`: too much was missed, ask for everything again. `lost`: the watched board can't be seen any more."""

    last: int
    events: list[Happened] = []
    docs: list[int] = []
    rows: list[Row] = []
    gone: list[int] = []
    subitems: dict[int, int] = {}
    lost: bool = False
    reload: bool = False


_Number = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]


class Said(msgspec.Struct):
    after: _Number | None = None
    watch: _Number | None = None


async def message_of(
    work: Work, happened: list[Happened], watched: int | None, told: int
) -> Message | None:
    """Of all that happened, what the actor may know; None for nothing. `told`: events up to that one were told before."""
    seen = await visible_boards(work, {event.board_id for event in happened if event.board_id})
    of_docs = [event.id for event in happened if event.kind in OF_DOCS]
    docs_seen = await docs_of_events(work, of_docs) if of_docs else {}
    shown = [
        event
        for event in happened
        if event.id > told and _is_told(event, seen, docs_seen, work.actor)
    ]
    message = Message(
        last=max(told, *(event.id for event in happened)),
        events=shown,
        docs=sorted(set(docs_seen.values())),
    )
    if watched is None:
        return message
    boards = await board_with_subitems(work, watched)
    if watched not in boards:
        message.lost = True
        return message
    touched = {
        event.pulse_id
        for event in happened
        if event.pulse_id is not None and event.board_id in boards
    }
    rows = await pulses_on_boards(work, boards, touched)
    message.rows = [show_row(pulse) for pulse in rows]
    message.gone = sorted(touched - {pulse.id for pulse in rows})
    if len(boards) > 1 and touched:
        message.subitems = await count_beside(work, boards, touched)
        await _add_brought(work, message, happened, watched)
    return message if shown or message.rows or message.gone else None


async def _add_brought(
    work: Work, message: Message, happened: list[Happened], watched: int
) -> None:
    """Subitems that came with their parents."""
    parents = {
        event.pulse_id
        for event in happened
        if event.pulse_id is not None and event.board_id == watched and event.kind in BRINGING
    }
    if not parents:
        return
    for parent_id, subitems in (await subitems_of(work, parents)).items():
        message.subitems[parent_id] = len(subitems)
        message.rows += [show_row(pulse) for pulse in subitems]


def _is_told(event: Happened, seen: set[int], docs_seen: Container[int], actor: Actor) -> bool:
    """Who signs in, and what becomes of tokens, is for admins alone."""
    if event.board_id is not None:
        return event.board_id in seen
    if event.kind in OF_DOCS:
        return event.id in docs_seen
    return actor.role == "admin" or event.kind in TOLD_TO_ALL
