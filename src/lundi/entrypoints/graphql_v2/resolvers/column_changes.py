"""Changing columns."""

from collections.abc import Sequence
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.boards import column_actions
from lundi.domains.boards.access import board_to_edit, column_of
from lundi.domains.boards.schemas import Column
from lundi.domains.boards.typed_columns import create_typed_column, update_column
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id
from lundi.entrypoints.graphql_v2.resolvers.item_changes import decoded


async def create_column(
    ctx: Context,
    parents: Sequence[None],
    board_id: str,
    title: str,
    column_type: str,
    id: str | None = None,
    description: str | None = None,
    after_column_id: str | None = None,
    capabilities: Any = None,
    defaults: Any = None,
) -> list[Column]:
    return [
        await create_typed_column(
            ctx.work,
            as_id(board_id, "board_id"),
            title=title,
            type_name=column_type,
            settings=decoded(defaults, "defaults"),
            column_id=id,
            after_id=after_column_id,
            description=description,
        )
    ]


async def change_column_title(
    ctx: Context, parents: Sequence[None], board_id: str, column_id: str, title: str
) -> list[Column]:
    return [await update_column(ctx.work, as_id(board_id, "board_id"), column_id, title=title)]


async def change_column_metadata(
    ctx: Context,
    parents: Sequence[None],
    board_id: str,
    column_id: str,
    column_property: str | None = None,
    value: str | None = None,
) -> list[Column]:
    if column_property is None:
        raise Invalid("column_property says what to change: title or description.")
    is_title = column_property == "title"
    return [
        await update_column(
            ctx.work,
            as_id(board_id, "board_id"),
            column_id,
            title=value or "" if is_title else None,
            description=None if is_title else value or "",
        )
    ]


async def update_a_column(
    ctx: Context,
    parents: Sequence[None],
    board_id: str,
    id: str,
    revision: str,
    column_type: str,
    title: str | None = None,
    description: str | None = None,
    width: int | None = None,
    capabilities: Any = None,
    settings: Any = None,
) -> list[Column]:
    return [
        await update_column(
            ctx.work,
            as_id(board_id, "board_id"),
            id,
            title=title,
            description=description,
            width=width,
            settings=decoded(settings, "settings"),
            revision=revision,
            type_name=column_type,
        )
    ]


async def create_status_column(
    ctx: Context, parents: Sequence[None], capabilities: Any = None, **given: Any
) -> list[Column]:
    return await create_column(ctx, parents, column_type="status", **given)


async def create_dropdown_column(
    ctx: Context, parents: Sequence[None], **given: Any
) -> list[Column]:
    return await create_column(ctx, parents, column_type="dropdown", **given)


async def update_status_column(
    ctx: Context, parents: Sequence[None], capabilities: Any = None, **given: Any
) -> list[Column]:
    return await update_a_column(ctx, parents, column_type="status", **given)


async def update_dropdown_column(
    ctx: Context, parents: Sequence[None], **given: Any
) -> list[Column]:
    return await update_a_column(ctx, parents, column_type="dropdown", **given)


async def delete_column(
    ctx: Context, parents: Sequence[None], board_id: str, column_id: str
) -> list[Column]:
    target = as_id(board_id, "board_id")
    column = await column_of(ctx.work, await board_to_edit(ctx.work, target), column_id)
    await column_actions.delete_column(ctx.work, target, column_id)
    return [column]


RESOLVERS: Resolvers = {
    ("Mutation", "create_column"): create_column,
    ("Mutation", "change_column_title"): change_column_title,
    ("Mutation", "change_column_metadata"): change_column_metadata,
    ("Mutation", "update_column"): update_a_column,
    ("Mutation", "create_status_column"): create_status_column,
    ("Mutation", "create_dropdown_column"): create_dropdown_column,
    ("Mutation", "update_status_column"): update_status_column,
    ("Mutation", "update_dropdown_column"): update_dropdown_column,
    ("Mutation", "delete_column"): delete_column,
}
