"""Making tags and tying them to pulses. The board and the pulse were found through their own doors."""

import sqlalchemy as sa

from lundi.core.errors import Invalid
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, as_json, id_list
from lundi.domains.accounts.access import may_write
from lundi.domains.boards.access import board_to_work_on
from lundi.domains.boards.schemas import Board
from lundi.domains.tags.access import TAG_COLUMNS
from lundi.domains.tags.events import TagCreated
from lundi.domains.tags.schemas import MAIN_BOARDS, Tag
from lundi.domains.tags.tables import tag_links, tags

NEW_TAG_COLOR = "black"
LONGEST_NAME = 255

_BY_NAME = sa.select(*TAG_COLUMNS).where(
    tags.c.account_id == parameter("account_id"),
    tags.c.board_id == parameter("board_id"),
    one_of(tags.c.name_key, "name_keys"),
)
_BY_ID = sa.select(*TAG_COLUMNS).where(
    tags.c.account_id == parameter("account_id"), one_of(tags.c.id, "tag_ids")
)
_ADD = sa.insert(tags).values(
    account_id=parameter("account_id"),
    id=parameter("id"),
    board_id=parameter("board_id"),
    name=parameter("name", sa.Text),
    name_key=parameter("name_key", sa.Text),
    color=NEW_TAG_COLOR,
    created_at=parameter("now"),
    updated_at=parameter("now"),
)
_LINK = sa.insert(tag_links).values(
    account_id=parameter("account_id"),
    tag_id=parameter("tag_id"),
    pulse_id=parameter("pulse_id"),
    column_id=parameter("column_id", sa.Text),
)
_UNLINK = sa.delete(tag_links).where(
    tag_links.c.account_id == parameter("account_id"),
    tag_links.c.pulse_id == parameter("pulse_id"),
    tag_links.c.column_id == parameter("column_id", sa.Text),
)


async def tags_named(work: Work, board: Board, names: list[str]) -> list[Tag]:
    """One tag for each name, in that order, made where it is new on the board (or among the main boards)."""
    scope = scope_of(board)
    names_by_key = {name.casefold(): name for name in names}
    present = await work.all(_BY_NAME, Tag, board_id=scope, name_keys=as_json(sorted(names_by_key)))
    found = {tag.name.casefold(): tag for tag in present}
    for key, name in names_by_key.items():
        if key not in found:
            found[key] = await _create_tag(work, board, scope, name)
    return [found[key] for key in names_by_key]


async def create_or_get_tag(work: Work, board_id: int | None, name: str) -> Tag:
    """Of that board, of the main boards where none is named."""
    name = name.strip()
    if not 1 <= len(name) <= LONGEST_NAME or not name.isprintable():
        raise Invalid(f"A tag's name has 1 to {LONGEST_NAME} printable characters.")
    if board_id is not None:
        (tag,) = await tags_named(work, await board_to_work_on(work, board_id), [name])
        return tag
    may_write(work)
    key = name.casefold()
    present = await work.first(_BY_NAME, Tag, board_id=MAIN_BOARDS, name_keys=as_json([key]))
    return present or await _create_tag(work, None, MAIN_BOARDS, name)


async def tags_for_board(work: Work, board: Board, tag_ids: list[int]) -> list[int]:
    """The ids of tags that mean the same on `board`, made there where they are new."""
    given = await work.all(_BY_ID, Tag, tag_ids=id_list(tag_ids))
    if all(tag.board_id == scope_of(board) for tag in given):
        return tag_ids
    names = {tag.id: tag.name for tag in given}
    here = await tags_named(work, board, [names[tag_id] for tag_id in tag_ids])
    return [tag.id for tag in here]


async def link_tags(work: Work, pulse_id: int, column_id: str, tag_ids: list[int]) -> None:
    """These and no others are in that cell."""
    await work.run(_UNLINK, pulse_id=pulse_id, column_id=column_id)
    for tag_id in tag_ids:
        await work.run(_LINK, tag_id=tag_id, pulse_id=pulse_id, column_id=column_id)


async def _create_tag(work: Work, board: Board | None, scope: int, name: str) -> Tag:
    tag_id = await work.new_id("tag")
    await work.run(_ADD, id=tag_id, board_id=scope, name=name, name_key=name.casefold())
    board_id = None if board is None else board.id
    work.record(TagCreated(board_id=board_id, tag_id=tag_id, name=name))
    return Tag(tag_id, scope, name, NEW_TAG_COLOR, work.now, work.now)


def scope_of(board: Board) -> int:
    return MAIN_BOARDS if board.kind == "public" else board.id
