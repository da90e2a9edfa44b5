"""Column types, places, docs and teams in a real Chromium, each time against a fresh server."""

from pathlib import Path

from tests.browser.stage import browse, demo_company


def test_a_cell_of_each_further_type_is_edited(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("types", server, people)


def test_workspaces_and_folders_are_made_in_the_side_bar(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("places", server, people)


def test_docs_are_written_and_read(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("docs", server, people)


def test_a_team_is_made_and_put_to_use(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("teams", server, people)


def test_what_is_computed_is_shown_and_a_time_is_tracked(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("computed", server, people)


def test_pulses_are_filtered_and_sorted_and_a_view_keeps_that(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("views", server, people)


def test_a_table_is_grouped_by_a_column(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("grouping", server, people)


def test_subitems_are_made_and_changed_under_their_pulses(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("subitems", server, people)
