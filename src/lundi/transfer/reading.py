"""Accounts of a database and their rows, for who takes them elsewhere."""

from collections.abc import AsyncIterator
from typing import Any

import sqlalchemy as sa

from lundi.core.secrets import Vault
from lundi.core.work import Actor, Work
from lundi.domains.accounts.tables import accounts
from lundi.transfer.records import Company
from lundi.transfer.tables import rows_of, shape_of

_COMPANIES = sa.select(accounts.c.account_id, accounts.c.slug, accounts.c.name).order_by(
    accounts.c.account_id
)


async def companies_here(work: Work) -> list[Company]:
    return await work.all(_COMPANIES, Company)


async def open_rows(
    work: Work, vault: Vault, table: sa.Table, account_id: int
) -> AsyncIterator[list[list[Any]]]:
    """In the shape of their table, some at a time; what was sealed is open."""
    work.enter(Actor(account_id, None, "company"))
    secrets = shape_of(table).secrets
    async for rows in work.pages(rows_of(table), _as_list):
        for row in rows:
            for at in secrets:
                row[at] = None if row[at] is None else vault.open(row[at])
        yield rows


def _as_list(*row: Any) -> list[Any]:
    return list(row)
