"""The pages around the boards in a real Chromium, each time against a fresh server."""

from pathlib import Path

from tests.browser.stage import browse, demo_company


def test_admins_look_after_their_company(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("admin", server, people)


def test_the_inbox_and_the_recycle_bin_are_gone_through(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("finding", server, people)
