"""Reading who subscribes to workspaces: one statement for any number of them."""

from typing import Any

import sqlalchemy as sa

from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.accounts.access import USER_COLUMNS
from lundi.domains.accounts.schemas import User
from lundi.domains.accounts.tables import users
from lundi.domains.teams.access import TEAM_COLUMNS, team_is_visible
from lundi.domains.teams.schemas import Team
from lundi.domains.teams.tables import teams
from lundi.domains.workspaces.schemas import TeamSubscriber, UserSubscriber
from lundi.domains.workspaces.tables import workspace_subscribers, workspace_team_subscribers

_USERS = (
    sa.select(workspace_subscribers.c.workspace_id, workspace_subscribers.c.as_owner, *USER_COLUMNS)
    .join(
        users,
        sa.and_(
            users.c.account_id == workspace_subscribers.c.account_id,
            users.c.id == workspace_subscribers.c.user_id,
        ),
    )
    .where(
        workspace_subscribers.c.account_id == parameter("account_id"),
        one_of(workspace_subscribers.c.workspace_id, "workspace_ids"),
    )
    .order_by(workspace_subscribers.c.created_at, users.c.id)
)
_TEAMS = (
    sa.select(
        workspace_team_subscribers.c.workspace_id,
        workspace_team_subscribers.c.as_owner,
        *TEAM_COLUMNS,
    )
    .select_from(workspace_team_subscribers)
    .join(
        teams,
        sa.and_(
            teams.c.account_id == workspace_team_subscribers.c.account_id,
            teams.c.id == workspace_team_subscribers.c.team_id,
        ),
    )
    .where(
        workspace_team_subscribers.c.account_id == parameter("account_id"),
        one_of(workspace_team_subscribers.c.workspace_id, "workspace_ids"),
        team_is_visible(),
    )
    .order_by(workspace_team_subscribers.c.created_at, teams.c.id)
)


async def users_of_workspaces(
    work: Work, workspace_ids: set[int]
) -> dict[int, list[UserSubscriber]]:
    """Who subscribes by themselves, to workspaces that were found already."""
    found: dict[int, list[UserSubscriber]] = {one: [] for one in workspace_ids}
    rows = await work.all(_USERS, _with_user, workspace_ids=id_list(workspace_ids))
    for workspace_id, subscriber in rows:
        found[workspace_id].append(subscriber)
    return found


async def teams_of_workspaces(
    work: Work, workspace_ids: set[int]
) -> dict[int, list[TeamSubscriber]]:
    """Those that the actor sees, of workspaces that were found already."""
    found: dict[int, list[TeamSubscriber]] = {one: [] for one in workspace_ids}
    rows = await work.all(_TEAMS, _with_team, workspace_ids=id_list(workspace_ids))
    for workspace_id, subscriber in rows:
        found[workspace_id].append(subscriber)
    return found


def _with_user(workspace_id: int, as_owner: bool, *user: Any) -> tuple[int, UserSubscriber]:
    return workspace_id, UserSubscriber(User(*user), as_owner)


def _with_team(workspace_id: int, as_owner: bool, *team: Any) -> tuple[int, TeamSubscriber]:
    return workspace_id, TeamSubscriber(Team(*team), as_owner)
