"""What is not whole, or not ours, is refused before anything is changed."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from lundi.core.errors import Refusal
from lundi.core.opening import REVISIONS
from lundi.core.sealing import PIECE, SealedWriter, new_lock
from lundi.domains.accounts.tables import logos
from lundi.transfer.backup_file import FORMAT, Head
from lundi.transfer.records import Company as Listed
from lundi.transfer.records import Manifest, RecordWriter, encoded
from lundi.transfer.tables import Shape, shape_of
from tests.company import make_company
from tests.conftest import ENGINES
from tests.server import Server
from tests.transfer.conftest import NewServer
from tests.transfer.house import PASSPHRASE, backed_up, fill, restored, rows_on

SEALED = PIECE + 16


@pytest.fixture(scope="module")
def whole(new_server: NewServer, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A backup of several pieces."""
    server = new_server("sqlite")
    fill(make_company(server))
    path = tmp_path_factory.mktemp("backup") / "whole"
    backed_up(server, path)
    content = path.read_bytes()
    assert len(content) > 3 * SEALED
    return content


@pytest.fixture(scope="module", params=ENGINES)
def target(request: pytest.FixtureRequest, new_server: NewServer) -> Server:
    return new_server(request.param)


def start_of(content: bytes) -> int:
    """Where the first piece is."""
    return content.index(b"\n", content.index(b"\n") + 1) + 1


def flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def swapped(content: bytes) -> bytes:
    start = start_of(content)
    first, second = content[start : start + SEALED], content[start + SEALED : start + 2 * SEALED]
    return content[:start] + second + first + content[start + 2 * SEALED :]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "a byte of the name of the format": lambda content: flipped(content, 2),
    "a byte of the salt": lambda content: flipped(content, content.index(b'"salt":"') + 10),
    "a byte of the head's checksum": lambda content: flipped(content, start_of(content) - 5),
    "the first byte of the first piece": lambda content: flipped(content, start_of(content)),
    "a byte in the middle": lambda content: flipped(content, len(content) // 2),
    "the last byte": lambda content: flipped(content, -1 % len(content)),
    "nothing in it": lambda content: b"",
    "cut in its head": lambda content: content[:40],
    "cut after its head": lambda content: content[: start_of(content)],
    "cut between two pieces": lambda content: content[: start_of(content) + SEALED],
    "cut in a piece": lambda content: content[: start_of(content) + SEALED + 1000],
    "cut by a byte": lambda content: content[:-1],
    "a byte more": lambda content: content + b"x",
    "its last piece twice": lambda content: content + content[start_of(content) + 3 * SEALED :],
    "twice itself": lambda content: content * 2,
    "two pieces in another order": swapped,
    "another file": lambda content: b"PK\x03\x04" + content,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_refused(
    damage: str, whole: bytes, target: Server, tmp_path: Path
) -> None:
    path = tmp_path / "damaged"
    path.write_bytes(DAMAGES[damage](whole))
    check_refusal(target, path, "damaged")


def test_the_same_file_undamaged_is_taken(
    whole: bytes, new_server: NewServer, tmp_path: Path
) -> None:
    path = tmp_path / "whole"
    path.write_bytes(whole)
    server = new_server("sqlite")
    restored(server, path)
    assert rows_on(server)["accounts"]


def test_another_passphrase_is_refused(whole: bytes, target: Server, tmp_path: Path) -> None:
    path = tmp_path / "whole"
    path.write_bytes(whole)
    check_refusal(target, path, "passphrase", passphrase=PASSPHRASE + "x")


def test_a_file_that_is_not_there_is_refused(target: Server, tmp_path: Path) -> None:
    check_refusal(target, tmp_path / "nothing", "No such file")


def test_what_a_newer_lundi_made_is_refused(target: Server, tmp_path: Path) -> None:
    for head in ({"lundi_backup": FORMAT + 1}, {"schema": "9999"}):
        path = tmp_path / "newer"
        write(path, lambda records: None, **head)
        check_refusal(target, path, "newer Lundi")


SHAPE = Shape({"account_id": "number", "name": "text"}, ["account_id"], [])
MANIFEST = Manifest([Listed(1, "acme", "Acme")], {}, {"logos": SHAPE}, with_files=False)


def no_manifest(records: RecordWriter) -> None:
    records.rows(1, "logos", [encoded([1, "x"])])
    records.end()


def fewer_rows(records: RecordWriter) -> None:
    records.manifest(MANIFEST)
    records.rows(1, "logos", [])
    records._rows = 1
    records.end()


def other_values(records: RecordWriter) -> None:
    records.manifest(MANIFEST)
    records.rows(1, "logos", [encoded(["1", "x"])])
    records.end()


def other_table(records: RecordWriter) -> None:
    records.manifest(MANIFEST)
    records.rows(1, "users", [encoded([1, "x"])])
    records.end()


def no_end(records: RecordWriter) -> None:
    records.manifest(MANIFEST)


@pytest.mark.parametrize("wrong", [no_manifest, fewer_rows, other_values, other_table, no_end])
def test_what_does_not_hold_together_is_refused(
    wrong: Callable[[RecordWriter], None], target: Server, tmp_path: Path
) -> None:
    write(tmp_path / "wrong", wrong)
    check_refusal(target, tmp_path / "wrong", "damaged")


def test_tables_that_are_other_ones_here_are_refused(target: Server, tmp_path: Path) -> None:
    def other(records: RecordWriter) -> None:
        records.manifest(MANIFEST)
        records.end()

    write(tmp_path / "other", other)
    check_refusal(target, tmp_path / "other", "'logos' is not known here")


def test_rows_that_miss_others_are_refused(target: Server, tmp_path: Path) -> None:
    shape = shape_of(logos)

    def alone(records: RecordWriter) -> None:
        accounts = [Listed(1, "acme", "Acme")]
        records.manifest(Manifest(accounts, {}, {"logos": shape}, with_files=False))
        records.rows(1, "logos", [encoded([1, "image/png", b"", 1])])
        records.end()

    write(tmp_path / "alone", alone)
    check_refusal(target, tmp_path / "alone", "don't fit the database")


def write(path: Path, put: Callable[[RecordWriter], None], **head: Any) -> None:
    """A backup with whatever in it, under the passphrase of all tests."""
    lock, key = new_lock(PASSPHRASE)
    given = {"lundi_backup": FORMAT, "schema": REVISIONS[-1], "lundi": "0", "made_at": "", **head}
    line = msgspec.json.encode(Head(**given, lock=lock)) + b"\n"
    opening = line + hashlib.sha256(line).hexdigest().encode() + b"\n"
    with path.open("wb") as out:
        out.write(opening)
        writer = SealedWriter(out, key, opening)
        put(RecordWriter(writer))
        writer.end()


def check_refusal(server: Server, path: Path, sentence: str, passphrase: str = PASSPHRASE) -> None:
    before = (rows_on(server), sorted(server.settings.data_folder.rglob("*")))
    with pytest.raises(Refusal, match=sentence):
        restored(server, path, passphrase=passphrase)
    assert (rows_on(server), sorted(server.settings.data_folder.rglob("*"))) == before
