"""What SQLite's planner is told of the tables: the shape of a large account, not what happens to be there today.

Without statistics it takes an account for ten rows and would rather read all of them than look up twenty-five ids. Measured ones
change the plans with the data; these don't, so a query that is fast on a small database stays so on a large one
(https://sqlite.org/lang_analyze.html, "manual control").
"""

from sqlalchemy import Connection

ROWS = 1_000_000
ROWS_OF_ACCOUNT = 100_000
ROWS_OF_SECOND = 100
# Where that is far from the truth: many pulses on a board and in a group, in a place of their own.
KNOWN = {
    "ix_pulses_account_id_board_id_group_id_position_id_state": "1000000 100000 10000 2000 1 1 1",
    "ix_pulses_account_id_board_id_number": "1000000 100000 10000 1",
    "ix_pulses_subitems": "100000 10000 5 1 1",
    "ix_groups_account_id_board_id_position_id": "100000 10000 10 1 1",
}


def write_statistics(connection: Connection) -> None:
    """Taken up by every connection that is opened afterwards."""
    run = connection.exec_driver_sql
    run("ANALYZE")
    run("DELETE FROM sqlite_stat1")
    tables = run("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    for (table,) in tables.fetchall():
        for _, index, unique, *_ in run(f"PRAGMA index_list({table})").fetchall():
            columns = [row for row in run(f"PRAGMA index_xinfo({index})").fetchall() if row[5]]
            statistics = KNOWN.get(index) or _statistics(len(columns), bool(unique))
            run("INSERT INTO sqlite_stat1 VALUES (?, ?, ?)", (table, index, statistics))


def _statistics(columns: int, unique: bool) -> str:
    """How many rows there are, and how many share the first column, the first two, and so on."""
    shared = [ROWS_OF_ACCOUNT, *(max(2, ROWS_OF_SECOND // 4**step) for step in range(columns - 1))]
    if unique:
        shared[-1] = 1
    return " ".join(str(number) for number in [ROWS, *shared])
