"""Every table is either taken or left behind, and somebody has decided which."""

import re
from pathlib import Path

import lundi.app  # noqa: F401  (knows all tables)
from lundi.core.schema import Sealed, metadata
from lundi.transfer.tables import LEFT_BEHIND, shape_of, taken_tables

ROOT = Path(__file__).parents[2]
TAKEN = {
    *("accounts", "users", "tokens", "invitations", "logos", "teams", "team_members"),
    *("workspaces", "workspace_subscribers", "workspace_team_subscribers", "folders"),
    *("boards", "groups", "columns", "board_subscribers", "board_team_subscribers"),
    *("board_choices", "favorites", "board_views", "tags", "tag_links"),
    *("pulses", "pulse_subscribers", "updates", "likes", "notes", "assets"),
    *("docs", "doc_subscribers", "doc_blocks", "read_marks", "notifications"),
    *("webhooks", "webhook_deliveries", "kept_answers", "events"),
}
# Anything else that is kept as bytes may be sealed, and would not open under another key: then it is of the type Sealed.
PLAIN_BYTES = {
    "tokens.token_hash",
    "invitations.secret_hash",
    "logos.image",
    "kept_answers.digest",
    "kept_answers.answer",
}


def test_every_table_is_named() -> None:
    assert set(metadata.tables) == TAKEN | set(LEFT_BEHIND)
    assert {table.name for table in taken_tables()} == TAKEN


def test_a_table_comes_after_those_that_it_points_at() -> None:
    seen: set[str] = set()
    for table in taken_tables():
        seen.add(table.name)
        assert {key.column.table.name for key in table.foreign_keys} <= seen


def test_every_column_has_a_kind_and_what_is_sealed_is_known() -> None:
    as_bytes = set()
    for table in taken_tables():
        kinds = shape_of(table).columns
        assert list(kinds) == [column.name for column in table.columns]
        as_bytes |= {f"{table.name}.{name}" for name, kind in kinds.items() if kind == "bytes"}
        for column in table.columns:
            assert (kinds[column.name] == "secret") == isinstance(column.type, Sealed)
    assert as_bytes == PLAIN_BYTES


def test_blobs_are_of_assets_alone() -> None:
    """Those of another table would not be in a backup."""
    assert {table.name for table in taken_tables() if "blob" in table.c} == {"assets"}


def test_rows_that_point_at_their_own_table_are_known() -> None:
    later = {table.name: shape_of(table).later for table in taken_tables()}
    assert {name for name, columns in later.items() if columns} == {"folders"}
    assert later["folders"] == ["parent_id"]


def test_the_documents_say_what_is_left_behind() -> None:
    page = (ROOT / "docs" / "operations.md").read_text()
    section = page.partition("\nNot in a backup:\n")[2].partition("\n#")[0]
    told = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", section, flags=re.M))
    assert told == LEFT_BEHIND
