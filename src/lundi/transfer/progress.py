"""How far it is, on the terminal."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from lundi.core.errors import Refusal

Advance: TypeAlias = Callable[[int], None]


@contextmanager
def shown(what: str, total: int) -> Iterator[Advance]:
    """Gives what is to be called with how much more is done; that raises Refusal where it was asked to stop."""
    # `lundi serve` needs none of it.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    task = asyncio.current_task()

    def advance(more: int) -> None:
        # What waits for nothing is not told in another way.
        if task is not None and task.cancelling():
            raise Refusal("Stopped.")
        progress.advance(bar, more)

    with Progress(console=Console(stderr=True)) as progress:
        bar = progress.add_task(what, total=total)
        yield advance
