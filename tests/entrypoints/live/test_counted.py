"""Open browsers are counted while they are open, and once each as a request."""

import time
from collections.abc import Callable

from tests.app_client import AppClient
from tests.company import Company
from tests.entrypoints.live.conftest import Browser
from tests.entrypoints.status.figures import Figures, figures

Opened = Callable[..., Browser]


def listened(found: Figures, status: int) -> float:
    labels = {"way": "live", "action": "listen", "status": str(status)}
    return found.of("lundi_requests_total", **labels)


def wait_for(company: Company, connections: float) -> None:
    until = time.monotonic() + 10
    while figures(company.server).of("lundi_live_connections") != connections:
        assert time.monotonic() < until
        time.sleep(0.05)


def test_open_browsers_are_counted(
    company: Company, people: dict[str, AppClient], opened: Opened
) -> None:
    before = figures(company.server)
    there = before.of("lundi_live_connections")
    browsers = [opened(people["viewer"]), opened(people["member"])]
    assert opened(AppClient(company.server, "nobody")).closed_with() == 4401
    assert opened(people["member"], origin="http://elsewhere").closed_with() == 4403
    wait_for(company, there + 2)
    browsers[0].connection.close()
    wait_for(company, there + 1)
    after = figures(company.server)
    more = {
        status: listened(after, status) - listened(before, status) for status in (101, 401, 403)
    }
    assert more == {101: 2, 401: 1, 403: 1}
