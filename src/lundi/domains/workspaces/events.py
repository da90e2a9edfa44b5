"""What can happen to workspaces and folders. `workspace_id` of a folder is None in the Main workspace."""

from lundi.core.work import Event


class WorkspaceCreated(Event, frozen=True):
    workspace_id: int
    name: str
    kind: str


class WorkspaceChanged(Event, frozen=True):
    workspace_id: int
    name: str
    kind: str


class WorkspaceDeleted(Event, frozen=True):
    workspace_id: int


class WorkspaceSubscribed(Event, frozen=True):
    workspace_id: int
    user_id: int
    as_owner: bool


class WorkspaceUnsubscribed(Event, frozen=True):
    workspace_id: int
    user_id: int


class WorkspaceTeamSubscribed(Event, frozen=True):
    workspace_id: int
    team_id: int
    as_owner: bool


class WorkspaceTeamUnsubscribed(Event, frozen=True):
    workspace_id: int
    team_id: int


class FolderCreated(Event, frozen=True):
    folder_id: int
    workspace_id: int | None
    name: str


class FolderChanged(Event, frozen=True):
    folder_id: int
    name: str


class FolderMoved(Event, frozen=True):
    """To where it says."""

    folder_id: int
    workspace_id: int | None
    parent_id: int | None


class FolderDeleted(Event, frozen=True):
    folder_id: int
    name: str
