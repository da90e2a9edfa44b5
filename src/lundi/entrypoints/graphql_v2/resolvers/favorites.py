"""One's favorites."""

from collections.abc import Sequence
from typing import Any

from lundi.core.ordering import as_number
from lundi.domains.boards.favorites import Named, add_favorite, list_favorites, remove_favorite
from lundi.domains.boards.places import folders_by_id
from lundi.domains.boards.schemas import FOLDER, Favorite
from lundi.domains.workspaces.schemas import Folder
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id


async def favorites(ctx: Context, parents: Sequence[Any]) -> list[list[Favorite]]:
    return [await list_favorites(ctx.work)]


async def create_favorite(
    ctx: Context, parents: Sequence[None], input: dict[str, Any]
) -> list[dict[str, Any]]:
    """What is a favorite has its own name: `name` is not looked at."""
    wanted = _named(input["object"])
    place = input.get("newPosition") or {}
    after, before = place.get("prevObject"), place.get("nextObject")
    favorite = await add_favorite(
        ctx.work,
        wanted.kind,
        wanted.object_id,
        after=None if after is None else _named(after),
        before=None if before is None else _named(before),
    )
    folder = None
    if favorite.kind == FOLDER:
        folder = (await folders_by_id(ctx.work, {favorite.object_id})).get(favorite.object_id)
    return [{"favorite": favorite, "folder": folder}]


async def delete_favorite(
    ctx: Context, parents: Sequence[None], input: dict[str, Any]
) -> list[dict[str, bool]]:
    named = _named(input["object"])
    return [{"success": await remove_favorite(ctx.work, named.kind, named.object_id)}]


def _named(given: dict[str, Any]) -> Named:
    return Named(given["type"], as_id(given["id"]))


def _object(ctx: Context, favorite: Favorite) -> dict[str, Any]:
    return {"id": favorite.object_id, "type": favorite.kind}


def _created_by(ctx: Context, folder: Folder) -> int | None:
    return folder.owner_id


RESOLVERS: Resolvers = {
    ("Query", "favorites"): favorites,
    ("Mutation", "create_favorite"): create_favorite,
    ("Mutation", "delete_favorite"): delete_favorite,
}
LOOKUPS: Lookups = {
    ("GraphqlHierarchyObjectItem", "accountId"): lambda ctx, favorite: ctx.work.account_id,
    ("GraphqlHierarchyObjectItem", "object"): _object,
    ("GraphqlHierarchyObjectItem", "folderId"): lambda ctx, favorite: None,
    ("GraphqlHierarchyObjectItem", "position"): lambda ctx, one: as_number(one.position),
    ("GraphqlHierarchyObjectItem", "createdAt"): lambda ctx, favorite: favorite.created_at,
    ("GraphqlHierarchyObjectItem", "updatedAt"): lambda ctx, favorite: favorite.updated_at,
    ("GraphqlFolder", "accountId"): lambda ctx, folder: ctx.work.account_id,
    ("GraphqlFolder", "createdAt"): lambda ctx, folder: folder.created_at,
    ("GraphqlFolder", "updatedAt"): lambda ctx, folder: folder.updated_at,
    ("GraphqlFolder", "createdBy"): _created_by,
    ("GraphqlFolder", "app_feature_slug"): lambda ctx, folder: None,
}
