"""A disk without room, a real one: writing is refused in a sentence, reading goes on, nothing is damaged, and it goes on when there is room."""

import errno
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import apsw
import httpx
import pytest

from tests.faults.traffic import FREE, Traffic, check_all_is_there, new_board, sentence
from tests.postgres import own_postgres
from tests.process import Installation, RunningServer, new_database

FULL = "The server has no room left to keep anything new; nothing was changed."


class Disk:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self) -> None:
        with self._filler.open("ab", buffering=0) as filler:
            for size in (1 << 20, 1 << 12, 1):
                try:
                    while filler.write(bytes(size)) == size:
                        """More fits."""
                except OSError as error:
                    if error.errno != errno.ENOSPC:
                        raise

    def empty(self) -> None:
        self._filler.unlink()


@contextmanager
def small_disk(megabytes: int) -> Iterator[Disk]:
    folder = Path(tempfile.mkdtemp(prefix="lundi"))
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "tmpfs", str(folder)],
        check=True,
    )
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
        folder.rmdir()


@pytest.fixture
def installed(engine: str, tmp_path: Path) -> Iterator[tuple[Installation, Disk]]:
    """With the database on a small disk."""
    if engine == "sqlite":
        with small_disk(12) as disk:
            yield Installation(disk.folder / "data", None), disk
        return
    log = Path(tempfile.mkdtemp(prefix="lundi"))
    with small_disk(120) as disk:
        folder = disk.folder / "own"
        folder.mkdir()
        # What PostgreSQL can't do without room for is its log: it would stop.
        with own_postgres(folder, log_folder=log / "wal") as running:
            yield Installation(tmp_path / "data", new_database(running.url)), disk
    shutil.rmtree(log)


def test_a_full_disk_refuses_writes_and_nothing_else(
    installed: tuple[Installation, Disk],
) -> None:
    installation, disk = installed
    token = installation.prepared().account()["personal_token"]
    with installation.served(**FREE) as server:
        board = new_board(server, token)
        traffic = Traffic(server.url, token, board)
        with traffic.flowing():
            traffic.wait_for(30)
            disk.fill()
            _wait_for_refusals(traffic)
            assert server.get(f"/v1/boards/{board}.json", token).status_code == 200
            made = _check_v2(server, token, board)
            disk.empty()
            traffic.wait_for(30)
        assert traffic.broken == []
        for answer in traffic.refused:
            assert (answer.status_code, sentence(answer)) == (507, FULL)
        found = check_all_is_there(traffic, server, token, board)
        assert len(found) == len(traffic.answered) + made
        server.stop()
    assert "Traceback" not in server.output()
    if installation.database_url is None:
        with closing(apsw.Connection(str(installation.folder / "lundi.sqlite3"))) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_file_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    installation = Installation(tmp_path / "data", None)
    token = installation.account()["personal_token"]
    with small_disk(1) as disk, installation.served(**FREE, LUNDI_FILES=str(disk.folder)) as server:
        board = new_board(server, token)
        column = (
            'mutation {create_column(board_id: %d, title: "F", column_type: file, id: "f") {id}}'
        )
        item = 'mutation {create_item(board_id: %d, item_name: "I") {id}}'
        _mutate(server, token, column % board)
        pulse = _mutate(server, token, item % board).json()["data"]["create_item"]["id"]
        query = f'mutation ($file: File!) {{add_file_to_column(item_id: {pulse}, column_id: "f", file: $file) {{id}}}}'
        for size, status in ((1_500_000, 507), (500_000, 200)):
            answer = server.post(
                "/v2/file",
                token,
                data={"query": query},
                files={"variables[file]": ("a.bin", bytes(size))},
            )
            assert answer.status_code == status, answer.text
            assert (FULL in answer.text) == (status == 507)
        server.stop()
    assert "Traceback" not in server.output()


def _wait_for_refusals(traffic: Traffic) -> None:
    """PostgreSQL has some room within its files."""
    ends_at = time.monotonic() + 60
    while not traffic.refused:
        assert time.monotonic() < ends_at
        time.sleep(0.05)


def _check_v2(server: RunningServer, token: str, board: int) -> int:
    """How many still had room before it was refused."""
    query = 'mutation {create_item(board_id: %d, item_name: "%s") {id}}'
    made = 0
    while True:
        answer = _mutate(server, token, query % (board, f"{made} " + "x" * 200))
        if answer.status_code != 200:
            break
        made += 1
        assert made < 100
    (error,) = answer.json()["errors"]
    assert (answer.status_code, error["message"]) == (507, FULL)
    assert error["extensions"]["code"] == "INSUFFICIENT_STORAGE"
    return made


def _mutate(server: RunningServer, token: str, query: str) -> httpx.Response:
    return server.post("/v2", token, json={"query": query})
