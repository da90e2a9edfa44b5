"""What can happen to teams."""

from lundi.core.work import Event


class TeamCreated(Event, frozen=True):
    team_id: int
    name: str


class TeamChanged(Event, frozen=True):
    team_id: int
    name: str


class TeamDeleted(Event, frozen=True):
    team_id: int
    name: str


class TeamMembersAdded(Event, frozen=True):
    team_id: int
    user_ids: tuple[int, ...]


class TeamMembersRemoved(Event, frozen=True):
    team_id: int
    user_ids: tuple[int, ...]


class TeamOwnersAssigned(Event, frozen=True):
    team_id: int
    user_ids: tuple[int, ...]


class TeamOwnersRemoved(Event, frozen=True):
    """They stay members."""

    team_id: int
    user_ids: tuple[int, ...]
