"""Teams as the product knows them. Times in microseconds."""

import msgspec

from lundi.domains.accounts.schemas import User

USER_NOT_FOUND = "USER_NOT_FOUND"
VIEWERS_OR_GUESTS = "VIEWERS_OR_GUESTS"
USER_NOT_MEMBER_OF_TEAM = "USER_NOT_MEMBER_OF_TEAM"
INVALID_INPUT = "INVALID_INPUT"
EXCEEDS_BATCH_LIMIT = "EXCEEDS_BATCH_LIMIT"


class Team(msgspec.Struct, frozen=True):
    """`is_guest_team`: guests may be in it, beside others. `owned`: the actor is one of its owners."""

    id: int
    name: str
    is_guest_team: bool
    created_at: int
    updated_at: int
    owned: bool


class TeamMember(msgspec.Struct, frozen=True):
    user: User
    as_owner: bool


class Failure(msgspec.Struct, frozen=True):
    """Why it was not done for one user. `code`: one of this module's; `user` is None where there is none of that id."""

    user_id: int
    code: str
    message: str
    user: User | None


class TeamChange(msgspec.Struct, frozen=True):
    """What became of an action on several users, each in the order they were given."""

    team: Team
    changed: list[User]
    failed: list[Failure]
