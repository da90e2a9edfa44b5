"""How long reads take while 64 clients write as fast as they are answered, one set of figures for each setup."""

import msgspec

from bench.comparing import Standing
from bench.scenarios import WRITERS, reading, setting
from bench.tables import at_most, number, table

READS_A_SECOND = 200
MOST_OF_P50 = 5
SECONDS = 6.0


class Contention(msgspec.Struct):
    """`p50` and `p99` in milliseconds."""

    setup: str
    writes: float
    p50: float
    p99: float


def contend(stands: Standing) -> Contention:
    writing = setting(stands.account, stands.server)
    written = stands.server.begin_load(writing, WRITERS, SECONDS)
    requests = reading(stands.account, stands.server)
    read = stands.server.load(requests, WRITERS, SECONDS, READS_A_SECOND)
    return Contention(stands.setup.name, written.result().a_second, read.p50, read.p99)


def shown(contentions: list[Contention]) -> str:
    rows = [
        [
            one.setup,
            number(one.writes),
            number(one.p50),
            number(one.p99),
            at_most(one.p99 / one.p50, MOST_OF_P50),
        ]
        for one in contentions
    ]
    return table(("setup", "writes, /s", "reads: p50, ms", "p99, ms", "p99 of p50"), rows)
