"""The command line: what it prints, that it works beside a running server, and how it says no."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from lundi import __version__
from lundi.cli import main
from tests.process import (
    LUNDI,
    Installation,
    at_terminal,
    check_refusal,
    new_database,
    shown_until,
)

InProcess: TypeAlias = Callable[..., "subprocess.CompletedProcess[str]"]
ADMIN = ("--admin-name", "Ada Lovelace", "--admin-email", "ada@example.com")


@pytest.fixture
def in_process(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[InProcess]:
    """The command line without the second that starting a program takes."""

    def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
        monkeypatch.setattr("sys.argv", ["lundi", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        printed = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, end.value.code, printed.out, printed.err)

    with Path(os.devnull).open() as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        monkeypatch.chdir(tmp_path)
        yield run


def test_an_account_is_created_and_used(installation: Installation) -> None:
    made = installation.prepared().account("Acme & Söhne", plan="enterprise")
    assert set(made) == {
        *("account_id", "account_slug", "user_id"),
        *("company_token", "personal_token", "password"),
    }
    assert made["account_slug"] == "acme-sohne"
    assert len(made["password"]) >= 12
    again = installation.account("Acme & Söhne")
    assert again["account_slug"] == "acme-sohne-1"
    with installation.served() as server:
        for token in ("company_token", "personal_token"):
            (user,) = server.get("/v1/users.json", made[token]).json()
            assert (user["id"], user["name"]) == (made["user_id"], "Ada Lovelace")
        limits = server.get("/v1/users.json", made["company_token"]).headers["ratelimit-policy"]
        assert limits == '"minute";q=600;w=60, "day";q=120000;w=86400'


def test_commands_work_while_a_server_runs(
    installation: Installation, in_process: InProcess
) -> None:
    account = installation.prepared().account()
    of_account = ("--account", account["account_slug"])
    of_ada = ("--user", "ADA@example.com")
    with installation.served() as server:

        def done(*arguments: str) -> str:
            finished = in_process(*arguments, *installation.where)
            assert finished.returncode == 0, finished.stderr
            return finished.stdout.strip()

        def status(token: str) -> int:
            return server.get("/v1/users.json", token).status_code

        assert done("token", "show", *of_account) == account["company_token"]
        assert done("token", "show", *of_account, *of_ada) == account["personal_token"]
        company = done("token", "rotate", *of_account)
        assert (status(account["company_token"]), status(company)) == (401, 200)
        assert status(account["personal_token"]) == 200
        personal = done("token", "rotate", *of_account, *of_ada)
        assert (status(account["personal_token"]), status(personal)) == (401, 200)

        bob = ("--name", "Bob", "--email", "bob@example.com")
        added = json.loads(done("user", "add", "--json", *of_account, *bob))
        assert set(added) == {"user_id", "personal_token", "password"}
        assert status(added["personal_token"]) == 200
        done("user", "disable", *of_account, "--email", "bob@example.com")
        assert status(added["personal_token"]) == 401

        done("plan", "set", *of_account, "enterprise")
        policy = server.get("/v1/users.json", company).headers["ratelimit-policy"]
        assert policy.startswith('"minute";q=600;')


def test_without_json_each_thing_has_a_line(installation: Installation) -> None:
    printed = installation.prepared().done("account", "create", "--name", "Acme", *ADMIN)
    lines = dict(line.rsplit(maxsplit=1) for line in printed.splitlines())
    assert list(lines) == [
        *("account id", "account slug", "user id"),
        *("company token", "personal token", "password"),
    ]
    assert lines["account slug"] == "acme"


def test_a_password_that_is_piped_in_is_not_shown(installation: Installation) -> None:
    create = ("account", "create", "--json", "--name", "Acme", *ADMIN)
    finished = installation.prepared().lundi(*create, password="correct horse")
    assert "password" not in json.loads(finished.stdout)
    assert "correct horse" not in finished.stdout + finished.stderr


def test_what_cannot_be_done_is_said_in_one_sentence(
    installation: Installation, in_process: InProcess
) -> None:
    installation.prepared().account()
    acme = ("--account", "acme")
    person = ("--name", "Bob", "--email", "bob@example.com")
    create = ("account", "create", "--name", "Other")
    refused: dict[tuple[str, ...], str] = {
        (*create, *ADMIN, "--plan", "gold"): "The plan is one of",
        (*create, "--admin-name", "A", "--admin-email", "nobody"): "The e-mail address is not one",
        (*create, "--admin-name", " ", "--admin-email", "a@b.c"): "The user's name must be",
        ("user", "add", *acme, *person, "--role", "boss"): "The role is one of",
        ("user", "add", "--account", "nope", *person): "There is no account 'nope' here.",
        ("user", "add", *acme, "--name", "A", "--email", "ada@example.com"): "There is a user",
        ("user", "disable", *acme, "--email", "x@y.z"): "There is no user 'x@y.z'",
        ("token", "show", *acme, "--user", "x@y.z"): "There is no user 'x@y.z'",
        ("token", "rotate", "--account", "nope"): "There is no account 'nope' here.",
        ("plan", "set", *acme, "gold"): "The plan is one of",
    }
    for arguments, sentence in refused.items():
        check_refusal(in_process(*arguments, *installation.where), sentence)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nonsense",), "No such command 'nonsense'."),
        (("account", "create"), "Missing option '--name'."),
        (("serve", "--port", "web"), "Invalid value for '--port'"),
        (("serve", "--port", "70000"), "A setting does not fit"),
        (("serve", "--host", "not an address"), "Can't listen on not an address"),
        (("serve", "--nope"), "No such option '--nope'"),
        (("token", "show"), "Missing option '--account'."),
        (("migrate", "--data", "/dev/null/x"), "The data folder /dev/null/x can't be made"),
        (("migrate", "--database-url", "mysql://x"), "postgresql:// address"),
        (("migrate", "--database-url", "postgresql://127.0.0.1:9/x"), "PostgreSQL can't be"),
        (("migrate", "--database-url", "postgresql://u:secret@h:port/x"), "PostgreSQL can't be"),
    ],
)
def test_wrong_use_is_said_in_one_sentence(
    arguments: tuple[str, ...], sentence: str, in_process: InProcess
) -> None:
    finished = in_process(*arguments)
    check_refusal(finished, sentence)
    assert "secret" not in finished.stderr


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("LUNDI_PLAN_LIMITS", "standard=many"),
        ("LUNDI_ADDRESS_LIMIT", "0"),
        ("LUNDI_DATABASE_URL", "mysql://x"),
    ],
)
def test_a_setting_that_does_not_fit_is_named(
    variable: str, value: str, in_process: InProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    check_refusal(in_process("serve", "--port", "0"), variable)


def test_the_version_is_printed(in_process: InProcess) -> None:
    finished = in_process("version")
    assert finished.returncode == 0
    assert finished.stdout == f"{__version__}\n"


def test_a_secret_key_that_is_none_is_refused(installation: Installation) -> None:
    installation.prepared().account()
    key = installation.folder / "secret.key"
    assert key.stat().st_mode & 0o777 == 0o600
    key.write_bytes(b"spoiled")
    check_refusal(installation.lundi("token", "show", "--account", "acme"), "restore it")
    assert key.read_bytes() == b"spoiled"


def test_another_secret_key_cannot_show_a_token(installation: Installation) -> None:
    installation.prepared().account()
    show = ("token", "show", "--account", "acme")
    check_refusal(installation.lundi(*show, LUNDI_SECRET_KEY="another"), "secret key")


def test_a_postgres_with_an_old_schema_is_refused(
    postgres_url: str, tmp_path: Path, in_process: InProcess
) -> None:
    installation = Installation(tmp_path / "data", new_database(postgres_url))
    create = ("account", "create", "--name", "Acme", *ADMIN)
    for arguments in (create, ("serve", "--port", "0"), ("token", "show", "--account", "acme")):
        check_refusal(in_process(*arguments, *installation.where), "`lundi migrate`")
    installation.done("migrate")
    installation.done("migrate")
    installation.done(*create)


@pytest.mark.parametrize("typed", ["correct horse", ""])
def test_a_password_is_asked_for_at_a_terminal(typed: str, tmp_path: os.PathLike[str]) -> None:
    create = [str(LUNDI), "account", "create", "--json", "--name", "Acme", *ADMIN]
    with at_terminal([*create, "--data", str(tmp_path)]) as (ours, process):
        assert "Password" in shown_until(ours, "): ")
        os.write(ours, f"{typed}\n".encode())
        printed, _ = process.communicate(timeout=30)
        assert "correct" not in shown_until(ours, "\0")
    assert process.returncode == 0
    assert ("password" in json.loads(printed)) == (typed == "")
