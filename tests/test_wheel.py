"""The wheel carries all that Lundi needs: it is installed into an empty environment and served from there."""

import json
import subprocess
import sys
import venv
from pathlib import Path

from tests.process import Installation

ROOT = Path(__file__).parents[1]
# Filled by `make .wheelhouse/ready`, so that nothing is fetched here.
WHEELHOUSE = ROOT / ".wheelhouse"


def test_the_wheel_serves_from_an_empty_environment(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir"]
    _run(*build, str(tmp_path / "dist"), str(ROOT))
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    venv.create(tmp_path / "empty", with_pip=True)
    programs = tmp_path / "empty" / "bin"
    install = [str(programs / "pip"), "install", "--quiet", "--disable-pip-version-check"]
    _run(*install, "--no-index", "--find-links", str(WHEELHOUSE), str(wheel))

    installed = Installation(tmp_path / "elsewhere" / "data", None, programs / "lundi")
    installed.folder.parent.mkdir()
    token = installed.account()["company_token"]
    with installed.served() as server:
        assert server.get("/v1/users.json", token).status_code == 200
        document = json.loads(server.get("/v1/openapi.json").content)
        assert document["openapi"].startswith("3.1")
        for path in ("/developers", "/developers/v2"):
            page = server.get(path)
            assert page.status_code == 200
            assert page.headers["content-type"].startswith("text/html")


def _run(*command: str) -> None:
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin"}
    )
    assert done.returncode == 0, done.stderr
