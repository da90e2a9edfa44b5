"""What this process counts, for /metrics. Each number is declared beside the code that counts it.

Plain numbers: the counters of prometheus-client take a lock, and ten times as long. It writes them down when somebody asks.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias

Labels: TypeAlias = tuple[str | int, ...]


class Counter:
    """It only rises. Its labels take few values: a declared name, never an id or a path."""

    def __init__(
        self, name: str, about: str, labels: tuple[str, ...] = (), known: Iterable[Labels] = ()
    ) -> None:
        """`known`: what is shown as 0 before it happens, so that its first time is seen as a rise."""
        self.name, self.about, self.labels = name, about, labels
        self.values: defaultdict[Labels, float] = defaultdict(int, dict.fromkeys(known, 0))
        METRICS.append(self)

    def add(self, *labels: str | int) -> None:
        self.values[labels] += 1


class Gauge:
    """What is now."""

    def __init__(self, name: str, about: str, labels: tuple[str, ...] = ()) -> None:
        self.name, self.about, self.labels = name, about, labels
        self.values: defaultdict[Labels, float] = defaultdict(int)
        METRICS.append(self)

    def set(self, value: float, *labels: str | int) -> None:
        self.values[labels] = value


class Histogram:
    """How many took how long, in seconds; `bounds` rise."""

    def __init__(self, name: str, about: str, label: str, bounds: tuple[float, ...]) -> None:
        self.name, self.about, self.labels, self.bounds = name, about, (label,), bounds
        self.sums: defaultdict[str, float] = defaultdict(float)
        self.counts: defaultdict[str, list[int]] = defaultdict(lambda: [0] * (len(bounds) + 1))
        METRICS.append(self)

    def add(self, label: str, seconds: float) -> None:
        self.counts[label][bisect_left(self.bounds, seconds)] += 1
        self.sums[label] += seconds


METRICS: list[Counter | Gauge | Histogram] = []
