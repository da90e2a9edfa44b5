"""The web app in a real Chromium, each time against a fresh server."""

from pathlib import Path

from tests.browser.stage import browse, demo_company
from tests.process import Installation


def test_a_company_is_set_up_and_has_its_first_pulse(tmp_path: Path) -> None:
    with Installation(tmp_path / "data", None).served() as server:
        browse("setup", server)


def test_every_cell_is_edited_by_keyboard_and_by_mouse(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("cells", server, people)


def test_pulses_groups_and_columns_are_dragged(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("dragging", server, people)


def test_what_one_does_others_see(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("live", server, people)


def test_what_happened_is_taken_back(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("undo", server, people)


def test_each_role_sees_what_it_may(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("people", server, people)


def test_tokens_from_admin_work_and_stop(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("tokens", server, people)


def test_every_page_is_accessible(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("pages", server, people)


def test_a_board_is_larger_than_the_window(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("wide", server, people)


def test_files_are_put_into_cells_and_on_updates(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("files", server, people)


def test_a_webhook_is_made_and_looked_into(tmp_path: Path) -> None:
    with demo_company(tmp_path, LUNDI_WEBHOOKS_PRIVATE_ADDRESSES="true") as (server, people):
        browse("webhooks", server, people)
