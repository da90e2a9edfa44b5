"""Measures, prints what it found, and writes it into docs/performance.md: `make bench`, or `make bench-quick`.

`python -m bench served --only page` measures a part, and of it what has that in its name.
"""

import argparse
import sys
from collections.abc import Iterator

import msgspec

from bench import comparing, contention, flat, light, live, report
from bench.comparing import Effort, Setup, Standing
from bench.filling import Wanted, filled
from bench.machine import described
from bench.places import POSTGRES, SQLITE, Place, places
from bench.scenarios import BOARDS, SCENARIOS, Scenario
from tests.nodes.redis_server import RedisServer

SERVED, BIG, ACCOUNTS = "served", "big", "accounts"
PARTS = {
    SERVED: "each scenario beside bare and floor, reads while others write, and live messages",
    BIG: "whether a large board is as fast as a small one, and what a server takes",
    ACCOUNTS: "whether a large account is as fast as a small one, which takes four minutes",
}
FULL = Effort(rounds=3, seconds=0.7, is_quick=False)
QUICK = Effort(rounds=1, seconds=0.4, is_quick=True)
Places = dict[str, Place]


def main() -> None:
    given = _given()
    parts = [given.part] if given.part else [SERVED, BIG]
    effort = msgspec.structs.replace(QUICK if given.quick else FULL, only=given.only)
    with places() as where:
        about = f"{described(where[POSTGRES])}; {effort.rounds} rounds of {effort.seconds:g} s."
        if SERVED in parts:
            _served(where, effort, about)
        if BIG in parts:
            _big(where, effort, about)
        if ACCOUNTS in parts:
            _accounts(where, effort, about, given.size)


def _given() -> argparse.Namespace:
    about = "\n".join(f"{name}: {what}" for name, what in PARTS.items())
    parser = argparse.ArgumentParser(
        "python -m bench",
        description=__doc__,
        epilog=about,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("part", nargs="?", choices=PARTS)
    parser.add_argument("--quick", action="store_true", help="what has marks, in a minute")
    parser.add_argument(
        "--only", default="", metavar="TEXT", help="scenarios with it in their name; printed alone"
    )
    parser.add_argument(
        "--size", type=int, default=flat.LARGE_ACCOUNT, help="pulses of the large account"
    )
    return parser.parse_args()


def _served(where: Places, effort: Effort, about: str) -> None:
    compared, contentions, lives = [], [], []
    for stands in _standing(where, effort):
        measured = comparing.compare(stands, _chosen(effort), effort)
        compared.append(comparing.shown(stands.setup, measured))
        if not effort.only:
            contentions.append(contention.contend(stands))
        if not effort.only and not effort.is_quick:
            lives.append(live.listen(stands, effort))
    if effort.only:
        print(*compared, sep="\n\n")
        return
    report.write("scenarios", "\n\n".join([about, *compared]))
    report.write("reads while others write", contention.shown(contentions))
    if lives:
        report.write("live messages", live.shown(lives))


def _standing(where: Places, effort: Effort) -> Iterator[Standing]:
    """Each setup in turn."""
    alone = [Setup(SQLITE, SQLITE), Setup(POSTGRES, POSTGRES)]
    empty = {engine: place.another("served") for engine, place in where.items()}
    accounts = {engine: filled(place, BOARDS) for engine, place in empty.items()}
    with RedisServer() as redis:
        workers = ("--workers", "2", "--redis-url", redis.url)
        both = Setup(f"{POSTGRES}, two workers", POSTGRES, workers)
        for setup in alone if effort.is_quick else [*alone, both]:
            place, account = empty[setup.engine], accounts[setup.engine]
            with comparing.standing(setup, place, account) as stands:
                yield stands


def _chosen(effort: Effort) -> list[Scenario]:
    return [
        scenario
        for scenario in SCENARIOS
        if effort.only in scenario.name and (scenario.is_quick or not effort.is_quick)
    ]


def _big(where: Places, effort: Effort, about: str) -> None:
    flats, lights = [], []
    sizes = [flat.SMALL] if effort.is_quick else [flat.SMALL, flat.LARGE]
    for engine, place in where.items():
        print(f"{engine}: a board of {sizes[-1]:,}", file=sys.stderr)
        big = place.another("big")
        account = filled(big, [Wanted(size, flat.COLUMNS) for size in sizes])
        lights.append(light.weigh(big, account))
        if not effort.is_quick:
            flats += flat.flat_boards(big, account, effort)
    if flats:
        report.write("large boards", f"{about}\n\n{flat.shown(flats)}")
    report.write("weight", light.shown(lights))


def _accounts(where: Places, effort: Effort, about: str, size: int) -> None:
    flats = []
    for engine, place in where.items():
        print(f"{engine}: an account of {size:,}", file=sys.stderr)
        flats += flat.flat_accounts(place.another("accounts"), effort, size)
    report.write("large accounts", f"{about}\n\n{flat.shown(flats)}")


if __name__ == "__main__":
    main()
