"""Updates, replies and notes as the product knows them. Times in microseconds, texts as sanitised HTML."""

import msgspec

from lundi.domains.accounts.schemas import User


class Update(msgspec.Struct, frozen=True):
    """A reply has the `parent_id` of the update it answers. `pulse_state` as in `pulses.schemas.Pulse`."""

    id: int
    pulse_id: int
    parent_id: int | None
    author_id: int
    body: str
    created_at: int
    updated_at: int
    edited_at: int | None
    pinned_at: int | None
    board_id: int
    pulse_state: str


class Like(msgspec.Struct, frozen=True):
    update_id: int
    user_id: int
    reaction: str
    created_at: int


class Thread(msgspec.Struct, frozen=True):
    """An update with all that belongs to it; replies oldest first, each a Thread without replies."""

    update: Update
    author: User
    liked_by: list[int]
    replies: list["Thread"]


class Note(msgspec.Struct, frozen=True):
    id: int
    pulse_id: int
    title: str
    content: str
    owners_only: bool
    author_id: int | None
    created_at: int
    updated_at: int
