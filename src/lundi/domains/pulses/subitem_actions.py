"""Making subitems."""

from collections.abc import Mapping
from typing import Any

from lundi.core.errors import Invalid
from lundi.core.work import Work
from lundi.domains.boards.access import board_to_edit
from lundi.domains.boards.subitem_boards import subitems_board_to_use
from lundi.domains.pulses.access import pulse_to_edit
from lundi.domains.pulses.input_actions import create_pulse_with
from lundi.domains.pulses.schemas import Pulse


async def create_subitem(
    work: Work,
    parent_id: int,
    *,
    creator_id: int | None,
    name: str,
    given: Mapping[str, Any] | None = None,
    make_labels: bool = False,
) -> Pulse:
    """After those that are there. With the first one of a board comes the board that holds them; values as `change_values` takes them."""
    parent = await pulse_to_edit(work, parent_id)
    if parent.parent_id is not None:
        raise Invalid(f"Item {parent.id} is a subitem, and those have none of their own.")
    board = await board_to_edit(work, parent.board_id)
    subitems = await subitems_board_to_use(work, board)
    return await create_pulse_with(
        work,
        subitems.id,
        creator_id=creator_id,
        name=name,
        group_id=None,
        given=given or {},
        make_labels=make_labels,
        at_bottom=True,
        parent_id=parent.id,
    )
