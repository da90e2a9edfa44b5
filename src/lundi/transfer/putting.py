"""Rows of a backup into a database, as they are, with their ids."""

from collections import defaultdict
from typing import Any

from lundi.core.secrets import Vault
from lundi.core.work import Work
from lundi.transfer.progress import Advance
from lundi.transfer.source import Portion, Source
from lundi.transfer.tables import Shape, insert_into, set_later


async def put_rows(work: Work, vault: Vault, source: Source, advance: Advance) -> None:
    """All of them, sealed anew; ids that are given afterwards are others."""
    later: defaultdict[str, list[list[Any]]] = defaultdict(list)
    shapes: dict[str, Shape] = {}
    async for portion in source.portions():
        table, shape = portion.table, portion.shape
        shapes[table] = shape
        _seal(vault, portion)
        later[table] += _set_aside(portion)
        await work.run_many(insert_into(table, shape), portion.rows)
        advance(len(portion.rows))
    for table, rows in later.items():
        if rows:
            await work.run_many(set_later(table, shapes[table]), rows)
    for kind, last in source.last_ids.items():
        await work.skip_ids(kind, last)


def _seal(vault: Vault, portion: Portion) -> None:
    for at in portion.shape.secrets:
        for row in portion.rows:
            row[at] = None if row[at] is None else vault.seal(row[at])


def _set_aside(portion: Portion) -> list[list[Any]]:
    """What points at rows that may come after is taken out, and given as `set_later` takes it."""
    names = list(portion.shape.columns)
    later = [names.index(name) for name in portion.shape.later]
    key = [names.index(name) for name in portion.shape.key]
    aside = []
    for row in portion.rows:
        if any(row[at] is not None for at in later):
            aside.append([row[at] for at in (*later, *key)])
            for at in later:
                row[at] = None
    return aside
