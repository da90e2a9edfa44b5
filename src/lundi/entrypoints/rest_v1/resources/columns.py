"""The columns of a board."""

from lundi.core.errors import Invalid
from lundi.core.work import Work
from lundi.domains.boards import column_actions
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.queries import all_columns
from lundi.domains.boards.schemas import ACTIVE
from lundi.entrypoints.rest_v1 import examples
from lundi.entrypoints.rest_v1.kinds import Color, ColumnWord, Flag, Id, Labels, Text, Title
from lundi.entrypoints.rest_v1.operation import delete, get, post, put
from lundi.entrypoints.rest_v1.parameters import Params, body, path, query
from lundi.entrypoints.rest_v1.shapes import Board, BoardColumn, board_answer, show_column

_BOARD_ID = "The board's id: the number in its URL."
_LABELS = "The labels of a status: an object from colour index (0 to 10) to text."


class ListColumns(Params):
    board_id: Id = path(_BOARD_ID, example=12)
    all_columns: Flag = query("Deleted columns too, marked as archived.", default=False)


class CreateColumn(Params):
    board_id: Id = path(_BOARD_ID, example=12)
    title: Title = body("The column's title.", example="Overall status")
    type: ColumnWord = body("What the column holds.", example="status")
    labels: Labels | None = body(_LABELS, example={"0": "Working on it", "1": "Done"})


class OneColumn(Params):
    board_id: Id = path(_BOARD_ID, example=12)
    column_id: Text = path("The column's id, as the board tells it.", example="status")


class ChangeColumn(OneColumn):
    title: Title | None = body("The column's new title.", example="State")
    color: Color | None = body("The column's colour, as #rrggbb.")
    labels: Labels | None = body(
        _LABELS + " Laid over the labels present; an empty text takes one away.",
        example={"8": "Warning"},
    )


@get("/boards/{board_id}/columns.json", tag="Boards", example=[examples.COLUMN], lasts=True)
async def get_columns(work: Work, params: ListColumns) -> list[BoardColumn]:
    """Get the columns of a board."""
    board = await board_to_read(work, params.board_id)
    return [
        show_column(column)
        for column in await all_columns(work, board)
        if params.all_columns or column.state == ACTIVE
    ]


@post("/boards/{board_id}/columns.json", tag="Boards", example=examples.BOARD)
async def create_column(work: Work, params: CreateColumn) -> Board:
    """Add a column to a board."""
    board = await column_actions.create_column(
        work,
        params.board_id,
        title=params.title,
        type_name=params.type,
        labels=params.labels,
    )
    return await board_answer(work, board)


@put("/boards/{board_id}/columns/{column_id}.json", tag="Boards", example=examples.BOARD)
async def update_column(work: Work, params: ChangeColumn) -> Board:
    """Change a column's title or labels."""
    if params.title is None and params.color is None and params.labels is None:
        raise Invalid(
            "Parameter 'title', 'color' or 'labels' is missing: there is nothing to change."
        )
    board = await column_actions.change_column(
        work,
        params.board_id,
        params.column_id,
        title=params.title,
        color=params.color,
        labels=params.labels,
    )
    return await board_answer(work, board)


@delete("/boards/{board_id}/columns/{column_id}.json", tag="Boards", example=examples.BOARD)
async def delete_column(work: Work, params: OneColumn) -> Board:
    """Delete a column of a board."""
    board = await column_actions.delete_column(work, params.board_id, params.column_id)
    return await board_answer(work, board)
