"""The objects of REST API v1, exactly as clients read them, and how ours become them."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from lundi.core.naming import snake_case
from lundi.core.ordering import as_number
from lundi.core.work import Work
from lundi.domains.accounts import schemas as accounts
from lundi.domains.boards import schemas as boards
from lundi.domains.boards.queries import in_full
from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.domains.conversation import schemas as conversation
from lundi.domains.conversation.html import as_text
from lundi.domains.pulses import schemas as pulses
from lundi.domains.pulses.queries import subscribers_of_pulse, subscribers_of_pulses
from lundi.domains.tags import schemas as tags
from lundi.entrypoints.rest_v1.formats import photo_url, pulse_url, when


class User(msgspec.Struct):
    url: str
    id: int
    name: str
    email: str
    photo_url: str
    title: str | None
    position: str | None
    phone: str
    location: str | None
    status: str | None
    birthday: str | None
    is_guest: bool
    created_at: str
    updated_at: str


class BoardColumn(msgspec.Struct):
    id: str
    title: str
    type: str
    empty_text: str | UnsetType = UNSET
    labels: dict[str, str] | UnsetType = UNSET
    labels_positions: dict[str, int] | UnsetType = UNSET
    unit: dict[str, str] | UnsetType = UNSET
    archived: bool | UnsetType = UNSET


class BoardGroup(msgspec.Struct):
    title: str
    id: str
    color: str
    board_id: int


class Board(msgspec.Struct):
    url: str
    id: int
    name: str
    description: str | None
    board_kind: str
    columns: list[BoardColumn]
    groups: list[BoardGroup]
    created_at: str
    updated_at: str


class Group(msgspec.Struct):
    title: str
    id: str
    color: str
    pos: float
    archived: bool | UnsetType = UNSET
    deleted: bool | UnsetType = UNSET


class Pulse(msgspec.Struct):
    url: str
    id: int
    name: str
    subscribers: list[User]
    updates_count: int
    board_id: int
    created_at: str
    updated_at: str


class ColumnValue(msgspec.Struct):
    column_id: str
    pulse_id: int
    value: Any


class Update(msgspec.Struct):
    user_id: int
    user: User
    url: str
    id: int
    body: str
    kind: str
    has_assets: bool
    assets: list[Any]
    body_text: str
    created_at: str
    updated_at: str
    pulse_id: int
    likes_count: int
    liked_by: list[int]
    replies: list["Update"] | UnsetType = UNSET


class Note(msgspec.Struct):
    type: str
    id: int
    title: str
    project_id: int
    permissions: str
    content: str
    created_at: str
    updated_at: str


class Tag(msgspec.Struct):
    url: str
    id: int
    name: str
    color: str
    created_at: str
    updated_at: str


class AddedTag(msgspec.Struct):
    id: int
    name: str
    color: str
    tag_links_count: int
    board_id: int
    board_name: str
    board_kind: str


def show_user(work: Work, user: accounts.User) -> User:
    slug = snake_case(user.name, otherwise="user").replace("_", "-")
    return User(
        url=f"{work.site}/users/{user.id}-{slug}",
        id=user.id,
        name=user.name,
        email=user.email,
        photo_url=photo_url(work, user.id),
        title=user.title,
        position=user.position,
        phone=user.phone,
        location=user.location,
        status=user.status,
        birthday=user.birthday,
        is_guest=user.is_guest,
        created_at=when(user.created_at),
        updated_at=when(user.updated_at),
    )


def show_users(work: Work, users: Iterable[accounts.User]) -> list[User]:
    return [show_user(work, user) for user in users]


def show_column(column: boards.Column) -> BoardColumn:
    # Other types may have settings of these names, of forms that this version doesn't know.
    labelled = column.settings if column.type == "status" else {}
    numeric = column.settings if column.type == "numeric" else {}
    return BoardColumn(
        id=column.id,
        title=column.title,
        type=COLUMN_TYPES[column.type].shown_as,
        empty_text="no updates" if column.type == "last_post" else UNSET,
        labels=labelled.get("labels", UNSET),
        labels_positions=labelled.get("labels_positions_v2", UNSET),
        unit=numeric.get("unit", UNSET),
        archived=UNSET if column.state == boards.ACTIVE else True,
    )


def show_board(work: Work, whole: boards.BoardInFull) -> Board:
    board = whole.board
    return Board(
        url=f"{work.site}/boards/{board.id}",
        id=board.id,
        name=board.name,
        description=board.description,
        board_kind=board.kind,
        columns=[show_column(column) for column in whole.columns],
        groups=[
            BoardGroup(title=group.title, id=group.id, color=group.color, board_id=board.id)
            for group in whole.groups
        ],
        created_at=when(board.created_at),
        updated_at=when(board.updated_at),
    )


async def board_answer(work: Work, board: boards.Board) -> Board:
    (whole,) = await in_full(work, [board])
    return show_board(work, whole)


def show_group(group: boards.Group) -> Group:
    active = group.state == boards.ACTIVE
    return Group(
        title=group.title,
        id=group.id,
        color=group.color,
        pos=_whole(as_number(group.position)),
        archived=UNSET if active else group.state == boards.ARCHIVED,
        deleted=UNSET if active else group.state == boards.DELETED,
    )


async def pulse_answers(work: Work, found: Sequence[pulses.Pulse]) -> list[Pulse]:
    subscribers = await subscribers_of_pulses(work, list(found))
    return [_show_pulse(work, pulse, subscribers.get(pulse.id, ())) for pulse in found]


async def pulse_answer(work: Work, pulse: pulses.Pulse) -> Pulse:
    return _show_pulse(work, pulse, await subscribers_of_pulse(work, pulse))


def show_thread(work: Work, thread: conversation.Thread) -> Update:
    update = thread.update
    is_reply = update.parent_id is not None
    return Update(
        user_id=update.author_id,
        user=show_user(work, thread.author),
        url=f"{work.site}/posts/{update.id}",
        id=update.id,
        body=update.body,
        kind="reply" if is_reply else "update",
        has_assets=False,
        assets=[],
        body_text=as_text(update.body),
        created_at=when(update.created_at),
        updated_at=when(update.updated_at),
        pulse_id=update.pulse_id,
        likes_count=len(thread.liked_by),
        liked_by=thread.liked_by,
        replies=UNSET if is_reply else [show_thread(work, reply) for reply in thread.replies],
    )


def show_threads(work: Work, threads: Iterable[conversation.Thread]) -> list[Update]:
    return [show_thread(work, thread) for thread in threads]


def show_note(note: conversation.Note) -> Note:
    return Note(
        type="rich_text",
        id=note.id,
        title=note.title,
        project_id=note.pulse_id,
        permissions="owners" if note.owners_only else "everyone",
        content=note.content,
        created_at=when(note.created_at),
        updated_at=when(note.updated_at),
    )


def show_tag(work: Work, tag: tags.Tag) -> Tag:
    return Tag(
        url=f"{work.site}/tags/{tag.id}",
        id=tag.id,
        name=tag.name,
        color=tag.color,
        created_at=when(tag.created_at),
        updated_at=when(tag.updated_at),
    )


def _show_pulse(work: Work, pulse: pulses.Pulse, subscribers: Iterable[accounts.User]) -> Pulse:
    return Pulse(
        url=pulse_url(work.site, pulse),
        id=pulse.id,
        name=pulse.name,
        subscribers=show_users(work, subscribers),
        updates_count=pulse.updates_count,
        board_id=pulse.board_id,
        created_at=when(pulse.created_at),
        updated_at=when(pulse.updated_at),
    )


def _whole(number: float) -> float:
    return int(number) if number.is_integer() else number
