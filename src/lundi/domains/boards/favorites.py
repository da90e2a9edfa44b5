"""What each user marked as a favorite: boards, folders and workspaces, in one order of their own."""

import msgspec
import sqlalchemy as sa

from lundi.core.errors import Forbidden, Invalid, NotFound
from lundi.core.ordering import between
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.listing import boards_by_id
from lundi.domains.boards.places import (
    folder_to_show,
    folders_by_id,
    workspace_to_show,
    workspaces_by_id,
)
from lundi.domains.boards.schemas import BOARD, DELETED, FAVORITE_KINDS, FOLDER, Favorite
from lundi.domains.boards.tables import favorites

MOST = 500

_OWN = sa.and_(
    favorites.c.account_id == parameter("account_id"),
    favorites.c.user_id == parameter("viewer_id"),
)
_THE_FAVORITE = sa.and_(
    _OWN,
    favorites.c.kind == parameter("kind", sa.Text),
    favorites.c.object_id == parameter("object_id"),
)
_FAVORITES = (
    sa.select(
        favorites.c.id,
        favorites.c.kind,
        favorites.c.object_id,
        favorites.c.position,
        favorites.c.created_at,
        favorites.c.updated_at,
    )
    .where(_OWN)
    .order_by(favorites.c.position, favorites.c.id)
)
_BOARDS = sa.select(favorites.c.object_id).where(_OWN, favorites.c.kind == BOARD)
_ADD = sa.insert(favorites).values(
    account_id=parameter("account_id"),
    user_id=parameter("viewer_id"),
    kind=parameter("kind", sa.Text),
    object_id=parameter("object_id"),
    id=parameter("id"),
    position=parameter("position", sa.Text),
    created_at=parameter("now"),
    updated_at=parameter("now"),
)
_PLACE = (
    sa.update(favorites)
    .where(_THE_FAVORITE)
    .values(position=parameter("position", sa.Text), updated_at=parameter("now"))
)
_REMOVE = sa.delete(favorites).where(_THE_FAVORITE)


class Named(msgspec.Struct, frozen=True):
    """A favorite, by what it is of."""

    kind: str
    object_id: int


async def favorite_boards(work: Work) -> set[int]:
    """The ids of the actor's favorite boards, also of those that they don't see any more."""
    return set(await work.all(_BOARDS, int))


async def list_favorites(work: Work) -> list[Favorite]:
    """The actor's, of what they still see, in their order."""
    found = await work.all(_FAVORITES, Favorite)
    ids = {kind: {one.object_id for one in found if one.kind == kind} for kind in FAVORITE_KINDS}
    board, folder, workspace = FAVORITE_KINDS
    boards = await boards_by_id(work, ids[board])
    seen = {
        board: {one.id for one in boards.values() if one.state != DELETED},
        folder: set(await folders_by_id(work, ids[folder])),
        workspace: set(await workspaces_by_id(work, ids[workspace])),
    }
    return [one for one in found if one.object_id in seen[one.kind]]


async def add_favorite(
    work: Work,
    kind: str,
    object_id: int,
    *,
    after: Named | None = None,
    before: Named | None = None,
) -> Favorite:
    """For the actor, who is a user; viewers and guests have favorites too. At the end, or beside another one.

    What is a favorite already only moves, where a place is named.
    """
    await _check_seen(work, kind, object_id)
    if work.actor.is_company:
        raise Forbidden("The company token is nobody's, and has no favorites.")
    own = await work.all(_FAVORITES, Favorite)
    known = [one for one in own if (one.kind, one.object_id) == (kind, object_id)]
    if known and after is None and before is None:
        return known[0]
    position = _place([one for one in own if one not in known], after, before)
    if known:
        await work.run(_PLACE, kind=kind, object_id=object_id, position=position)
    elif len(own) >= MOST:
        raise Invalid(f"A user has at most {MOST} favorites.")
    else:
        new_id = await work.new_id("favorite")
        await work.run(_ADD, kind=kind, object_id=object_id, id=new_id, position=position)
    found = await work.all(_FAVORITES, Favorite)
    return next(one for one in found if (one.kind, one.object_id) == (kind, object_id))


async def remove_favorite(work: Work, kind: str, object_id: int) -> bool:
    """Whether it was one; also of what the actor doesn't see any more."""
    return bool(await work.run(_REMOVE, kind=kind, object_id=object_id))


async def _check_seen(work: Work, kind: str, object_id: int) -> None:
    if kind not in FAVORITE_KINDS:
        raise Invalid(f"Favorites are of {', '.join(FAVORITE_KINDS)}; there is no {kind} here.")
    if kind == BOARD:
        await board_to_read(work, object_id)
    elif kind == FOLDER:
        await folder_to_show(work, object_id)
    else:
        await workspace_to_show(work, object_id)


def _place(others: list[Favorite], after: Named | None, before: Named | None) -> str:
    """`after` counts, where both are named."""
    places = [None, *(one.position for one in others), None]
    if after is not None:
        at = _index(others, after) + 1
    elif before is not None:
        at = _index(others, before)
    else:
        at = len(others)
    return between(places[at], places[at + 1])


def _index(others: list[Favorite], named: Named) -> int:
    for at, one in enumerate(others):
        if (one.kind, one.object_id) == (named.kind, named.object_id):
            return at
    raise NotFound(f"{named.kind} {named.object_id} is not another favorite.")
