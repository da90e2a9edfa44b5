"""What /metrics tells, as Prometheus reads it."""

from prometheus_client.parser import text_string_to_metric_families

from tests.server import Server

HERE = {"Host": "127.0.0.1"}


class Figures:
    """One reading. Those of a process only rise, so tests compare two."""

    def __init__(self, text: str) -> None:
        self.families = list(text_string_to_metric_families(text))
        self._values = {
            (sample.name, tuple(sorted(sample.labels.items()))): sample.value
            for family in self.families
            for sample in family.samples
        }

    def of(self, name: str, **labels: str) -> float:
        """0 where there is none yet."""
        return self._values.get((name, tuple(sorted(labels.items()))), 0)

    def labels_of(self, name: str, label: str) -> set[str]:
        return {dict(labels)[label] for found, labels in self._values if found == name and labels}


def figures(server: Server) -> Figures:
    answer = server.request("GET", "/metrics", headers=HERE)
    assert answer.status_code == 200, answer.text
    return Figures(answer.text)
