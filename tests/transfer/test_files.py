"""Uploaded files on their way through a backup."""

from pathlib import Path

from tests.company import make_company
from tests.entrypoints.graphql_v2.test_items import board_with
from tests.server import Server
from tests.transfer.conftest import NewServer
from tests.transfer.house import backed_up, restored
from tests.uploads import picture, upload


def test_files_are_as_in_the_backup_whatever_the_store_had(
    own_server: Server, new_server: NewServer, tmp_path: Path
) -> None:
    company = make_company(own_server)
    item = company.pulse(board_with(company, files="file"))
    upload(company["member"], item, "files", "a.txt", b"as it was")
    upload(company["member"], item, "files", "b.png", picture())
    assert backed_up(own_server, tmp_path / "backup").end.files == 3
    other = new_server("sqlite")
    before = blobs_in(own_server)
    for key in list(before)[:2]:
        path = other.settings.data_folder / "files" / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"broken off")
    restored(other, tmp_path / "backup")
    assert blobs_in(other) == before


def test_a_backup_without_files_leaves_those_of_the_store(
    own_server: Server, tmp_path: Path
) -> None:
    """As where both databases have one bucket."""
    company = make_company(own_server)
    item = company.pulse(board_with(company, files="file"))
    asset = upload(company["member"], item, "files", "a.txt", b"as it was")
    assert backed_up(own_server, tmp_path / "backup", files=False).end.files == 0
    store = str(own_server.settings.data_folder / "files")
    with Server(tmp_path / "other", None, files=store) as other:
        restored(other, tmp_path / "backup")
        headers = {"Authorization": company.tokens["member"]}
        url = asset["url"].removeprefix("http://lundi.test")
        assert other.request("GET", url, headers=headers).content == b"as it was"


def blobs_in(server: Server) -> dict[str, bytes]:
    folder = server.settings.data_folder / "files"
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}
