"""Documents that lie fail."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

from lundi.cli import app
from lundi.domains.column_types import last_post
from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.entrypoints.graphql_v2.versions import NEWEST
from lundi.settings import load_settings

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "lundi"
BUILT = {"__pycache__", "static"}


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def test_the_tree_of_the_architecture_is_the_tree_of_the_code() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text()
    tree = text.split("```")[1]
    named = set(re.findall(r"^ +([a-z_0-9]+(?:/|\.py)) ", tree, flags=re.M))
    there = {path.name for path in SOURCE.glob("*.py")} - {"__init__.py"}
    for level in (SOURCE, SOURCE / "entrypoints", SOURCE / "domains"):
        there |= {f"{path.name}/" for path in level.iterdir() if path.is_dir()} - {
            f"{name}/" for name in BUILT
        }
    assert named == there


def test_the_architecture_fits_a_page() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_text().splitlines()) <= 80


def test_paths_that_documents_name_exist() -> None:
    for page in (ROOT / "README.md", ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text()):
            assert (ROOT / target).exists(), f"{page.name} links to {target}"


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text()
    targets = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(), flags=re.M)
    named = set(re.findall(r"`make ([a-z]+)`", readme))
    assert named <= set(targets)
    assert {"serve", "demo", "test", "check", "bench", "wheel"} <= named
    rows = re.findall(r"^\| `lundi ([a-z]+(?: [a-z]+)?)", readme, flags=re.M)
    assert set(rows) == set(_commands())


def test_every_column_type_has_a_file_a_line_and_a_cell() -> None:
    here = SOURCE / "domains" / "column_types"
    cells = ROOT / "frontend" / "src" / "features" / "board" / "cells"
    registered = (cells / "registry.ts").read_text()
    names = set(COLUMN_TYPES) - {last_post.TYPE.name}
    for name in names:
        words = name.split("_")
        cell = words[0] + "".join(word.capitalize() for word in words[1:])
        assert f'TYPE = ColumnType(\n    name="{name}"' in (here / f"{name}.py").read_text()
        assert (cells / f"{cell}.tsx").exists(), name
        assert f'import {{ {cell} }} from "./{cell}";' in registered, name
    adding = (ROOT / "docs" / "column-types.md").read_text().split("## Adding a type")[1]
    for path in re.findall(r"`([a-z_/]+/[a-z_/.]*)`", adding):
        assert (ROOT / path).exists() or (cells.parent / path).exists(), path
    for file in re.findall(r"`(\w+\.(?:py|tsx?))`", adding):
        assert (here / file).exists() or (cells / file).exists(), file


def test_every_dependency_says_what_it_is_for() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    project = tomllib.loads(text)["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["dev"], *extras["otel"]]
    pinned = (ROOT / "constraints.txt").read_text().lower().replace("_", "-")
    for dependency in wanted:
        assert re.search(rf'"{re.escape(dependency)}", +# \w', text), dependency
        assert f"{dependency.partition('[')[0]}==" in pinned, f"{dependency} is not pinned"


def test_every_front_end_dependency_says_what_it_is_for() -> None:
    package = json.loads((ROOT / "frontend" / "package.json").read_text())
    wanted = {**package["dependencies"], **package["devDependencies"]}
    told = re.findall(
        r"^\| `(\S+)` \| \w", (ROOT / "frontend" / "README.md").read_text(), flags=re.M
    )
    assert sorted(told) == sorted(wanted)
    assert all(re.fullmatch(r"[\d.]+", version) for version in wanted.values())


def test_the_developers_page_tells_the_limits_that_there_are() -> None:
    page = " ".join((ROOT / "frontend" / "developers-v2.html").read_text().split())
    given = load_settings({})
    allowances = given.allowances()
    for plan, name in (("pro", "Standard, Pro"), ("enterprise", "Enterprise")):
        allowance = allowances[plan]
        row = f"{name}</th> <td>{allowance.minute}</td> <td>{allowance.day:,}</td>"
        assert row in page
    assert allowances["standard"] == allowances["pro"]
    assert (
        f"at most {given.query_depth} fields deep, of {given.query_fields:,} fields in all"
        f" and {given.query_root_fields} at its top" in page
    )
    assert f"API-Version: {NEWEST} " in page


def test_no_file_names_a_package_registry() -> None:
    address = re.compile(r"registry\.npmjs|pypi\.org|pythonhosted|npmmirror")
    for path in tracked():
        if path != Path(__file__):
            assert not address.search(path.read_text(errors="ignore")), path


def test_no_file_is_about_too_much() -> None:
    for path in tracked("*.py", "*.ts", "*.tsx", "*.css"):
        if "migrations" in path.parts or path == ROOT / "frontend/src/api/types.ts":
            continue
        lines = len(path.read_text().splitlines())
        assert lines <= 400, f"{path.relative_to(ROOT)} has {lines} lines"


def test_no_file_is_large() -> None:
    for path in tracked():
        assert path.stat().st_size <= 1_000_000, path


def _commands() -> list[str]:
    commands = []
    for name, command in app.commands.items():
        inner = getattr(command, "commands", None)
        commands += [f"{name} {verb}" for verb in inner] if inner else [name]
    return commands
