"""What an admin is given to run Lundi with names only what there is."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import lundi
from lundi.cli import app
from lundi.core.metrics import METRICS, Histogram
from lundi.entrypoints.status.endpoint import PATHS
from lundi.settings import Settings, load_settings
from tests.architecture.test_documents import ROOT, tracked

DEPLOY = ROOT / "deploy"
OPERATIONS = ROOT / "docs" / "operations.md"
FILES = sorted(path for path in tracked("deploy/*") if path.is_file())
YAML = [path for path in FILES if path.suffix == ".yaml"]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def documents(path: Path) -> list[dict[str, Any]]:
    return [one for one in yaml.safe_load_all(path.read_text()) if one]


def metrics() -> dict[str, Any]:
    for found in pkgutil.walk_packages(lundi.__path__, "lundi."):
        if ".migrations" not in found.name:
            importlib.import_module(found.name)
    return {metric.name: metric for metric in METRICS}


def series() -> set[str]:
    names = set()
    for name, metric in metrics().items():
        endings = ("_bucket", "_sum", "_count") if isinstance(metric, Histogram) else ("",)
        names |= {f"{name}{ending}" for ending in endings}
    return names


@pytest.mark.parametrize("path", [*FILES, OPERATIONS], ids=named)
def test_only_settings_that_exist_are_named(path: Path) -> None:
    variables = {f"LUNDI_{name.upper()}" for name in Settings.__struct_fields__}
    mentioned = set(re.findall(r"\bLUNDI_[A-Z0-9_]*[A-Z0-9]\b", path.read_text()))
    assert mentioned <= variables | {"LUNDI_PORT"}


@pytest.mark.parametrize("path", YAML, ids=named)
def test_every_manifest_can_be_read(path: Path) -> None:
    assert documents(path)


def test_every_manifest_is_applied() -> None:
    (whole,) = documents(DEPLOY / "kubernetes" / "kustomization.yaml")
    there = {path.name for path in YAML if path.parent.name == "kubernetes"}
    assert set(whole["resources"]) == there - {"kustomization.yaml"}


def containers() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Those of Kubernetes that run Lundi, with their pods."""
    for path in YAML:
        for document in documents(path):
            pod = document.get("spec", {}).get("template", {}).get("spec")
            for container in pod["containers"] if pod else ():
                yield named(path), pod, container


def test_a_pod_has_no_rights_that_it_does_not_need() -> None:
    found = list(containers())
    assert len(found) == 2
    for path, pod, container in found:
        assert pod["securityContext"]["runAsNonRoot"] is True, path
        assert pod["automountServiceAccountToken"] is False, path
        # A service called lundi would set LUNDI_PORT to an address.
        assert pod["enableServiceLinks"] is False, path
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }, path


def test_probes_ask_what_there_is() -> None:
    probes = [
        container[name]["httpGet"]["path"]
        for _, _, container in containers()
        for name in container
        if name.endswith("Probe")
    ]
    assert sorted(probes) == ["/healthz", "/healthz", "/readyz"]
    assert set(probes) <= set(PATHS)
    for path in ("Dockerfile", "nginx.conf", "Caddyfile"):
        for asked in re.findall(r"/(?:healthz|readyz|metrics)", (DEPLOY / path).read_text()):
            assert asked in PATHS


def test_a_proxy_hides_what_is_for_machines_and_lets_files_through() -> None:
    largest = load_settings({}).file_size
    for name in ("nginx.conf", "Caddyfile"):
        text = (DEPLOY / name).read_text()
        (size,) = re.findall(r"(?:client_max_body_size|max_size) (\d+)(?:m;|MB)", text)
        assert largest < int(size) <= 1.2 * largest
        assert all(path.strip("/") in text for path in PATHS)


def test_commands_that_are_run_exist() -> None:
    commands = set(app.commands)
    run = [container["args"][0] for _, _, container in containers()]
    run += re.findall(r"command: \[(migrate|serve)\]", (DEPLOY / "compose.yaml").read_text())
    run += re.findall(r"bin/lundi (\w+)", (DEPLOY / "lundi.service").read_text())
    run += re.findall(r'^CMD \["(\w+)"\]', (DEPLOY / "Dockerfile").read_text(), flags=re.M)
    assert len(run) == 6
    assert set(run) <= commands


def test_the_image_is_made_of_what_is_there_and_runs_without_root() -> None:
    text = (DEPLOY / "Dockerfile").read_text()
    ignored = (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines()
    copied = [
        source.rstrip("/")
        for line in re.findall(r"^COPY (?!--from)(.*) \S+$", text, flags=re.M)
        for source in line.split()
    ]
    assert copied
    for source in copied:
        assert (ROOT / source).exists(), source
        assert f"!{source.split('/')[0]}" in ignored, source
    last = text.rpartition("\nFROM ")[2]
    assert re.search(r"^USER [1-9]\d*$", last, flags=re.M)


def test_alerts_are_about_metrics_that_exist() -> None:
    (rules,) = documents(DEPLOY / "alerts.yaml")
    asked = [rule["expr"] for group in rules["groups"] for rule in group["rules"]]
    mentioned = {name for expr in asked for name in re.findall(r"lundi_\w+", expr)}
    assert mentioned
    assert mentioned <= series()


def test_the_page_tells_of_every_metric_and_of_no_other() -> None:
    text = OPERATIONS.read_text()
    rows = re.findall(r"^\| `(lundi_\w+)` \|([^|]*)\|", text, flags=re.M)
    known = metrics()
    assert [name for name, _ in rows] == sorted(known)
    for name, labels in rows:
        assert tuple(re.findall(r"`(\w+)`", labels)) == tuple(known[name].labels), name
    mentioned = set(re.findall(r"\blundi_[a-z_]+[a-z]\b", text))
    # The name of the format of backups.
    assert mentioned <= series() | set(known) | {"lundi_backup"}


def test_the_page_shows_the_alerts_that_there_are() -> None:
    (rules,) = documents(DEPLOY / "alerts.yaml")
    alerts = [rule["alert"] for group in rules["groups"] for rule in group["rules"]]
    assert re.findall(r"^\| `(Lundi\w+)` \|", OPERATIONS.read_text(), flags=re.M) == alerts


def test_the_page_links_to_what_there_is() -> None:
    for page in (OPERATIONS, DEPLOY / "README.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text()):
            assert (page.parent / target).exists(), target


def test_every_file_is_told_of() -> None:
    text = (DEPLOY / "README.md").read_text()
    for path in FILES:
        if path.name != "README.md" and path.parent == DEPLOY:
            assert f"`{path.name}`" in text, path
