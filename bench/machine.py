"""What was measured on."""

import os
import platform
import re
from datetime import UTC, datetime
from pathlib import Path

import apsw

from bench.places import Place, do


def described(postgres: Place) -> str:
    assert postgres.database_url is not None
    version = do(postgres.database_url, "SHOW server_version") or ""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{datetime.now(UTC):%Y-%m-%d}; {len(os.sched_getaffinity(0))} cores of {_processor()}, {memory:.0f} GB of memory;"
        f" Python {platform.python_version()}, SQLite {apsw.sqlite_lib_version()}, PostgreSQL {version.split()[0]}"
    )


def _processor() -> str:
    model = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    return model[1] if model else platform.machine()
