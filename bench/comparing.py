"""Lundi beside bare and floor: each scenario by all of them in turns, so that all meet the same machine."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from statistics import mean, median

import msgspec

from bench.filling import Account
from bench.places import Place
from bench.played import Recorded
from bench.scenarios import NONE, Scenario
from bench.servers import Server, bare, floor, lundi, record
from bench.tables import at_least, number, table

# Of its requests, for what floor runs and how large bare's answer is.
SAMPLE = 40
# Of what it can do at the most: how fast it is asked for the times that it takes.
PACE = 0.5
BARE, FLOOR, LUNDI, FROM_NOTHING = "bare", "floor", "Lundi", "from nothing"


class Setup(msgspec.Struct, frozen=True):
    """`is_alone`: one process, which is what marks are for."""

    name: str
    engine: str
    flags: tuple[str, ...] = ()

    @property
    def is_alone(self) -> bool:
        return not self.flags


class Effort(msgspec.Struct, frozen=True):
    """`seconds`: of each load. `only`: what has it in its name."""

    rounds: int
    seconds: float
    is_quick: bool
    only: str = ""


class Standing(msgspec.Struct):
    """A setup that runs. `beside`: a server of one process that keeps no answers. `floor`: where floor may write."""

    setup: Setup
    account: Account
    server: Server
    beside: Server | None
    floor: Place


class Compared(msgspec.Struct):
    """`rates`: target -> requests a second, one for each round. `p50` and `p99` of Lundi, in milliseconds."""

    scenario: Scenario
    statements: int
    rates: dict[str, list[float]]
    p50: float
    p99: float

    def ratio(self, target: str, to: str) -> float:
        return median(
            ours / theirs for ours, theirs in zip(self.rates[target], self.rates[to], strict=True)
        )


@contextmanager
def standing(setup: Setup, place: Place, account: Account) -> Iterator[Standing]:
    """On copies of that place."""
    name = "workers" if setup.flags else "alone"
    with ExitStack() as stack:
        server = stack.enter_context(lundi(place.copied(name), *setup.flags))
        beside = None
        if setup.is_alone:
            copy = place.copied(f"{name}_beside")
            beside = stack.enter_context(lundi(copy, LUNDI_ANSWERS_MEGABYTES="0"))
        yield Standing(setup, account, server, beside, place.copied(f"{name}_floor"))


def compare(stands: Standing, scenarios: Sequence[Scenario], effort: Effort) -> list[Compared]:
    requests = [scenario.make(stands.account, stands.server) for scenario in scenarios]
    samples = [some[:SAMPLE] for some in requests]
    recorded = iter(record(stands.floor, [request for sample in samples for request in sample]))
    return [
        _compared(stands, scenario, all_, list(islice(recorded, len(sample))), effort)
        for scenario, all_, sample in zip(scenarios, requests, samples, strict=True)
    ]


def _compared(
    stands: Standing,
    scenario: Scenario,
    requests: list[bytes],
    recorded: list[Recorded],
    effort: Effort,
) -> Compared:
    print(f"{stands.setup.name}: {scenario.name}", file=sys.stderr)
    size = round(mean(one.size for one in recorded))
    with bare(size) as ceiling, floor(stands.floor, size, recorded) as ground:
        targets = {BARE: ceiling, FLOOR: ground, LUNDI: stands.server}
        if scenario.from_nothing and stands.beside is not None:
            targets[FROM_NOTHING] = stands.beside
        statuses = {str(one.status) for one in recorded}
        rates = _in_turns(targets, requests, scenario.clients, statuses, effort)
    rate = PACE * median(rates[LUNDI])
    paced = stands.server.load(requests, scenario.clients, effort.seconds, rate)
    statements = round(mean(one.statements for one in recorded))
    return Compared(scenario, statements, rates, paced.p50, paced.p99)


def _in_turns(
    targets: Mapping[str, Server],
    requests: list[bytes],
    clients: int,
    statuses: set[str],
    effort: Effort,
) -> dict[str, list[float]]:
    """`statuses`: what Lundi has to answer."""
    rates: dict[str, list[float]] = {target: [] for target in targets}
    for _ in range(effort.rounds):
        for target, server in targets.items():
            result = server.load(requests, clients, effort.seconds)
            assert target in (BARE, FLOOR) or statuses.issuperset(result.statuses), result.statuses
            rates[target].append(result.a_second)
    return rates


HEAD = (
    *("what", "bare, /s", "floor, /s", "Lundi, /s", "of bare", "of floor"),
    *("from nothing, of bare", "of floor", "statements", "p50, ms", "p99, ms"),
)


def shown(setup: Setup, compared: Sequence[Compared]) -> str:
    rows = [_row(one, setup) for one in compared]
    return f"**{setup.name}**\n\n{table(HEAD, rows)}"


def _row(compared: Compared, setup: Setup) -> list[str]:
    mark = compared.scenario.marks.get(setup.engine, NONE) if setup.is_alone else NONE
    rates = compared.rates
    from_nothing = [
        number(compared.ratio(FROM_NOTHING, to)) if FROM_NOTHING in rates else ""
        for to in (BARE, FLOOR)
    ]
    return [
        compared.scenario.name,
        *(number(median(rates[target])) for target in (BARE, FLOOR, LUNDI)),
        at_least(compared.ratio(LUNDI, BARE), mark.bare),
        at_least(compared.ratio(LUNDI, FLOOR), mark.floor),
        *from_nothing,
        str(compared.statements),
        number(compared.p50),
        number(compared.p99),
    ]
