"""What was counted, in the form that Prometheus reads. Loaded when it is first asked for."""

from collections.abc import Iterator
from itertools import accumulate

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector

from lundi.core.metrics import METRICS, Counter, Histogram

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


def exposition() -> bytes:
    return generate_latest(_registry)


class _Collector(Collector):
    def collect(self) -> Iterator[Metric]:
        for metric in METRICS:
            if isinstance(metric, Histogram):
                yield _histogram(metric)
                continue
            kind = CounterMetricFamily if isinstance(metric, Counter) else GaugeMetricFamily
            family = kind(metric.name, metric.about, labels=metric.labels)
            for labels, value in metric.values.items():
                family.add_metric([str(label) for label in labels], value)
            yield family


def _histogram(metric: Histogram) -> Metric:
    family = HistogramMetricFamily(metric.name, metric.about, labels=metric.labels)
    names = [*map(str, metric.bounds), "+Inf"]
    for label, counts in metric.counts.items():
        buckets = list(zip(names, accumulate(counts), strict=True))
        family.add_metric([label], buckets, metric.sums[label])
    return family


_registry = CollectorRegistry()
_registry.register(_Collector())
ProcessCollector(registry=_registry)
