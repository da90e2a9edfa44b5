"""`lundi backup` and `lundi restore` as they are typed: what they say, where, and how they end."""

import os
import shutil
import stat
from pathlib import Path

import pytest

from tests.company import make_company
from tests.entrypoints.graphql_v2.test_items import board_with
from tests.process import (
    LUNDI,
    Installation,
    at_terminal,
    check_refusal,
    new_database,
    shown_until,
)
from tests.server import Server
from tests.transfer.house import PASSPHRASE
from tests.uploads import upload

OF_ACME = ("--account", "acme")


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    installation = Installation(tmp_path_factory.mktemp("acme") / "data", None)
    installation.account()
    return installation


@pytest.fixture(scope="module")
def file(acme: Installation) -> Path:
    path = acme.folder.parent / "acme.lundi"
    acme.done("backup", str(path), password=PASSPHRASE)
    return path


def test_a_company_moves_while_servers_run(installation: Installation, tmp_path: Path) -> None:
    made = installation.prepared().account()
    path = str(tmp_path / "acme.lundi")
    there = Installation(tmp_path / "there", None)
    with installation.served():
        written = installation.lundi("backup", path, password=PASSPHRASE)
        assert (written.returncode, written.stdout) == (0, "")
        assert "Rows" in written.stderr
        assert written.stderr.splitlines()[-1].startswith(f"{path} is written: acme (rows: ")
    with there.served() as server:
        read = there.lundi("restore", path, LUNDI_BACKUP_PASSPHRASE=PASSPHRASE)
        assert (read.returncode, read.stdout) == (0, "")
        assert "Check" in read.stderr
        assert read.stderr.splitlines()[-1] == f"Restored from {path}: acme."
        (user,) = server.get("/v1/users.json", made["personal_token"]).json()
        assert user["id"] == made["user_id"]
    shown = there.done("token", "show", *OF_ACME)
    assert shown == made["company_token"]


def test_a_backup_can_be_checked_alone(file: Path, tmp_path: Path) -> None:
    nowhere = Installation(tmp_path / "nowhere", None)
    checked = nowhere.lundi("restore", str(file), "--check", password=PASSPHRASE)
    assert checked.returncode == 0
    assert checked.stderr.splitlines()[-1].startswith(f"{file} is whole: acme (rows: ")
    assert not nowhere.folder.exists()


def test_without_a_passphrase_nothing_is_done(acme: Installation, file: Path) -> None:
    other = acme.folder.parent / "other"
    for arguments in (("backup", str(other)), ("restore", str(file))):
        check_refusal(acme.lundi(*arguments), "LUNDI_BACKUP_PASSPHRASE")
    check_refusal(acme.lundi("backup", str(other), password="short"), "8 to 1,000 characters")
    assert not other.exists()


def test_a_wrong_passphrase_is_told_before_a_database_is_made(file: Path, tmp_path: Path) -> None:
    there = Installation(tmp_path / "there", None)
    check_refusal(
        there.lundi("restore", str(file), password=PASSPHRASE + "?"), "not the passphrase"
    )
    assert not there.folder.exists()


def test_what_is_no_backup_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    there = Installation(tmp_path / "there", None)
    (tmp_path / "text").write_text("Hello\nthere\n")
    for name, sentence in (("text", "is no backup of Lundi"), ("nothing", "No such file")):
        check_refusal(there.lundi("restore", str(tmp_path / name)), sentence)


def test_an_older_backup_gives_way_and_nothing_else_does(
    acme: Installation, file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "daily.lundi"
    shutil.copy(file, path)
    acme.done("backup", str(path), password=PASSPHRASE)
    assert path.read_bytes() != file.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    other = tmp_path / "lundi.sqlite3"
    other.write_bytes(b"dear")
    refused = acme.lundi("backup", str(other), password=PASSPHRASE)
    check_refusal(refused, "is there, and is no backup")
    assert other.read_bytes() == b"dear"
    check_refusal(acme.lundi("backup", str(tmp_path), password=PASSPHRASE), "is no backup")
    nowhere = acme.lundi("backup", str(tmp_path / "no" / "x"), password=PASSPHRASE)
    check_refusal(nowhere, "No such file or directory")
    assert {one.name for one in tmp_path.iterdir()} == {"daily.lundi", "lundi.sqlite3"}


def test_what_cannot_be_restored_ends_with_one(acme: Installation, file: Path) -> None:
    refused = acme.lundi("restore", str(file), password=PASSPHRASE)
    assert refused.returncode == 1
    assert refused.stdout == ""
    last = "The account 'acme' is here already: nothing was restored."
    assert refused.stderr.splitlines()[-1] == last


def test_a_postgres_with_an_old_schema_is_refused(
    postgres_url: str, file: Path, tmp_path: Path
) -> None:
    there = Installation(tmp_path / "data", new_database(postgres_url))
    refused = there.lundi("restore", str(file), password=PASSPHRASE)
    assert refused.returncode == 1
    assert "`lundi migrate`" in refused.stderr.splitlines()[-1]


def test_files_that_are_missing_are_told_beside_the_backup(
    own_server: Server, tmp_path: Path
) -> None:
    company = make_company(own_server)
    upload(company["member"], company.pulse(board_with(company, files="file")), "files")
    settings = own_server.settings
    here = Installation(settings.data_folder, settings.database_url)
    path = tmp_path / "backup"
    given = {"password": PASSPHRASE, "LUNDI_SECRET_KEY": str(settings.secret_key)}
    elsewhere = here.lundi("backup", str(path), **given, LUNDI_FILES=str(tmp_path / "f"))
    assert elsewhere.returncode == 1
    written, missing = elsewhere.stderr.splitlines()[-2:]
    assert written.endswith("files: 0).")
    assert missing == (
        "Files that were not found, and are not in it: 1. See whether LUNDI_FILES is right."
    )
    here.done("restore", "--check", str(path), **given)
    assert "files: 1)." in here.lundi("backup", str(path), **given).stderr
    without = here.lundi("backup", str(path), "--without-files", **given)
    assert without.returncode == 0
    assert "files: 0)." in without.stderr
    other = Installation(tmp_path / "other", None)
    assert (
        "uploaded files are not in it"
        in other.lundi("restore", str(path), password=PASSPHRASE).stderr
    )
    # With a key: without one a store is asked for it that is not on this machine.
    nowhere = {
        "LUNDI_FILES": "s3://bucket",
        "LUNDI_S3_ENDPOINT": "http://127.0.0.1:1",
        "LUNDI_S3_ACCESS_KEY": "key",
        "LUNDI_S3_SECRET_KEY": "secret",
    }
    refused = here.lundi("backup", str(path), **given, **nowhere)
    assert refused.returncode == 1
    assert refused.stderr.splitlines()[-1].startswith("The store of files can't be used: ")


def test_the_passphrase_of_a_new_backup_is_typed_twice(acme: Installation, tmp_path: Path) -> None:
    command = [str(LUNDI), "backup", str(tmp_path / "typed"), "--data", str(acme.folder)]
    with at_terminal(command) as (ours, process):
        for question, typed in (
            ("new backup: ", PASSPHRASE),
            ("confirmation: ", "something else"),
            ("new backup: ", PASSPHRASE),
            ("confirmation: ", PASSPHRASE),
        ):
            assert shown_until(ours, question).endswith(question)
            os.write(ours, f"{typed}\n".encode())
        assert "horse" not in shown_until(ours, "is written")
        assert process.communicate(timeout=60) == ("", None)
        assert process.returncode == 0
    acme.done("restore", "--check", str(tmp_path / "typed"), password=PASSPHRASE)
