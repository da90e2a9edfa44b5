"""Both parts of the Developers page in a real Chromium, of a server in a process of its own."""

import os
import subprocess
from pathlib import Path

import httpx

from tests.browser.stage import browse, demo_company
from tests.process import Installation

FRONTEND = Path(__file__).parents[2] / "frontend"
NAME = "Order two cakes & a pie"
SECONDS = 300


def test_an_action_is_tried_in_the_browser(tmp_path: Path) -> None:
    installation = Installation(tmp_path / "data", None)
    token = installation.account(plan="enterprise")["personal_token"]
    with installation.served() as server, httpx.Client(base_url=server.url) as client:
        client.headers["Authorization"] = token
        board = client.post("/v1/boards.json", json={"name": "Party"}).json()["id"]
        pulses = f"/v1/boards/{board}/pulses.json"
        pulse = client.post(pulses, json={"pulse": {"name": "Cake"}}).json()["pulse"]["id"]
        read = subprocess.run(
            ["node", "browser/developers.mjs"],
            check=False,
            cwd=FRONTEND,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            env={
                **os.environ,
                "LUNDI_URL": server.url,
                "LUNDI_TOKEN": token,
                "LUNDI_PULSE": str(pulse),
                "LUNDI_NAME": NAME,
            },
        )
        assert read.returncode == 0, read.stdout + read.stderr
        assert client.get(f"/v1/pulses/{pulse}.json").json()["name"] == NAME
        server.stop()
        assert token not in server.output()


def test_queries_are_run_in_the_browser(tmp_path: Path) -> None:
    with demo_company(tmp_path) as (server, people):
        browse("developers_v2", server, people)
