"""A server of its own and a script that uses it in a real Chromium, as a person would."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.process import Installation, RunningServer

FRONTEND = Path(__file__).parents[2] / "frontend"
SECONDS = 300


@contextmanager
def demo_company(folder: Path, **environment: str) -> Iterator[tuple[RunningServer, str]]:
    """With its people as JSON, passwords and tokens too."""
    installation = Installation(folder / "data", None)
    people = json.dumps(json.loads(installation.done("demo", "--json"))["users"])
    with installation.served(**environment) as server:
        yield server, people


def browse(script: str, server: RunningServer, people: str = "[]") -> None:
    """`script` is one of frontend/browser/; it ends with an error where something isn't as it should be."""
    told = subprocess.run(
        ["node", f"browser/{script}.mjs"],
        check=False,
        cwd=FRONTEND,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        env={**os.environ, "LUNDI_URL": server.url, "LUNDI_PEOPLE": people},
    )
    assert told.returncode == 0, told.stdout + told.stderr
