"""The account is the unit that a distributed database spreads: every key and every statement says which it is."""

import importlib
import pkgutil
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

import lundi.domains
from lundi.core import work
from lundi.core.schema import metadata

# Looked up before the account is known.
ACROSS_ACCOUNTS = {
    "lundi.domains.accounts.queries._OWNER",
    "lundi.domains.accounts.queries._ACCOUNT",
    "lundi.domains.accounts.queries._COUNT_ACCOUNTS",
    "lundi.domains.accounts.queries._ACCOUNT_IDS",
    "lundi.domains.accounts.queries._LOCK_SERVER",
    "lundi.domains.accounts.actions._SLUGS",
    "lundi.domains.accounts.invitations._BY_SECRET",
    "lundi.domains.accounts.resets._BY_SECRET",
    "lundi.domains.accounts.session_actions._CREDENTIALS",
    "lundi.domains.accounts.session_actions._OWNER",
}
REFERENCE_TABLES = {"tokens", "sessions", "invitations", "resets"}
REFERENCE_CONSTRAINTS = {"uq_accounts_slug"}


def modules() -> list[Any]:
    names = [
        found.name for found in pkgutil.walk_packages(lundi.domains.__path__, "lundi.domains.")
    ]
    return [work, *(importlib.import_module(name) for name in names)]


def statements() -> list[tuple[str, Any]]:
    kinds = (sa.Select, sa.Insert, sa.Update, sa.Delete)
    return [
        (f"{module.__name__}.{name}", value)
        for module in modules()
        for name, value in vars(module).items()
        if isinstance(value, kinds)
    ]


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_every_key_begins_with_the_account(table: sa.Table) -> None:
    if table.name not in REFERENCE_TABLES:
        assert next(iter(table.primary_key)).name == "account_id"
    for constraint in table.constraints:
        if constraint.name in REFERENCE_CONSTRAINTS or isinstance(constraint, sa.CheckConstraint):
            continue
        if isinstance(constraint, sa.PrimaryKeyConstraint) and table.name in REFERENCE_TABLES:
            continue
        assert next(iter(constraint.columns)).name == "account_id", constraint.name
    for index in table.indexes:
        assert next(iter(index.columns)).name == "account_id", index.name


def test_there_are_statements_to_check() -> None:
    names = [name for name, _ in statements()]
    assert len(names) > 80
    assert set(names) >= ACROSS_ACCOUNTS


@pytest.mark.parametrize(
    ("name", "statement"), statements(), ids=[name for name, _ in statements()]
)
def test_every_statement_names_the_account(name: str, statement: Any) -> None:
    if name in ACROSS_ACCOUNTS:
        return
    compiled = statement.compile(dialect=sqlite.dialect(paramstyle="qmark"))
    assert "account_id" in (compiled.positiontup or ()), str(compiled)
