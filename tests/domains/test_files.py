"""What is kept of files, and what goes for good."""

from pathlib import Path
from typing import Any

import time_machine

from lundi.core.work import Work
from lundi.domains.files.schemas import Kept
from lundi.domains.files.storing import Store, expect_blob, take_blob
from lundi.domains.files.tables import assets, loose_blobs
from lundi.housekeeping import tidy
from tests.company import Company, make_company
from tests.entrypoints.graphql_v2.test_items import board_with
from tests.server import Server
from tests.test_housekeeping import count
from tests.uploads import TO_COLUMN, TO_UPDATE, picture, send, upload


def blobs_in(server: Server) -> int:
    folder = server.settings.data_folder / "files"
    return sum(1 for path in folder.rglob("*") if path.is_file())


def state(company: Company) -> tuple[int, int, int]:
    """Assets, loose blobs, and blobs on the disk."""
    return count(company, assets), count(company, loose_blobs), blobs_in(company.server)


def made(server: Server) -> tuple[Company, int, int]:
    company = make_company(server)
    board = board_with(company, files="file", text="text")
    return company, board, company.pulse(board)


def test_what_no_asset_took_is_not_kept(own_server: Server) -> None:
    company, _, item = made(own_server)
    upload(company["member"], item, "files", "a.png", picture())
    assert state(company) == (1, 0, 2)
    for column in ("text", "nothing"):
        send(company["member"], TO_COLUMN.format(item=item, column=column), ("a.png", picture()))
    send(company["member"], TO_UPDATE.format(update=999), ("a", b""))
    send(company["viewer"], TO_COLUMN.format(item=item, column="files"), ("a", b""))
    assert state(company) == (1, 0, 2)


def test_what_an_upload_left_when_the_server_stopped_is_swept_away(own_server: Server) -> None:
    company, _, item = made(own_server)
    upload(company["member"], item, "files")
    store = Store(own_server.database, own_server.blobs, own_server.settings.file_rules())
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        path = Path(own_server.settings.data_folder / "left.png")
        path.write_bytes(picture())
        with path.open("rb") as file:
            own_server.run(store.keep(company.actor("member"), file, name="a.png", size=9))
        found = []
        for minutes in (0, 119, 2):
            clock.shift(minutes * 60)
            own_server.run(tidy(own_server.database, own_server.blobs))
            found.append(state(company))
    assert found == [(1, 1, 3), (1, 1, 3), (1, 0, 1)]


def test_a_blob_that_waited_too_long_is_no_longer_taken(company: Company) -> None:
    kept = Kept(blob="x/late", name="late", extension="", size=1)
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        company.write("member", lambda work: expect_blob(work, kept.blob))
        clock.shift(3_601)
        answer = refusal(company, kept)
    assert "upload it again" in answer


def refusal(company: Company, kept: Kept) -> str:
    async def take(work: Work) -> None:
        await take_blob(work, kept)

    try:
        company.write("member", take)
    except Exception as error:
        return str(error)
    return ""


def clear(company: Company, board: int, item: int) -> None:
    query = """mutation ($b: ID!, $i: ID!) {change_column_value(
      board_id: $b, item_id: $i, column_id: "files", value: "{}") {id}}"""
    company["member"].data(query, b=board, i=item)


def test_files_that_were_taken_away_go_after_30_days(own_server: Server) -> None:
    company, board, item = made(own_server)
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        upload(company["member"], item, "files", "a.png", picture())
        clear(company, board, item)
        found = []
        for hours in (0, 29 * 24, 25, 3):
            clock.shift(hours * 3600)
            own_server.run(tidy(own_server.database, own_server.blobs))
            found.append(state(company))
    assert found == [(1, 0, 2), (1, 0, 2), (0, 1, 2), (0, 0, 0)]


def test_files_go_with_their_pulse(own_server: Server) -> None:
    company, _, item = made(own_server)
    kept = company.pulse(company.board()["id"])
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        upload(company["member"], item, "files")
        for target in (item, kept):
            query = 'mutation ($i: ID) {create_update(item_id: $i, body: "x") {id}}'
            update: Any = company["member"].data(query, i=target)["create_update"]["id"]
            send(company["member"], TO_UPDATE.format(update=update), ("b", b"b"))
        company["member"].delete(f"pulses/{item}.json")
        asked = f"{{items(ids: [{item}]) {{assets {{id}}}} updates {{assets {{name}}}}}}"
        assert company["member"].data(asked)["updates"] == [{"assets": [{"name": "b"}]}]
        assert state(company) == (3, 0, 3)
        for hours in (31 * 24, 3):
            clock.shift(hours * 3600)
            own_server.run(tidy(own_server.database, own_server.blobs))
    assert state(company) == (1, 0, 1)


def test_the_files_of_a_deleted_update_are_not_seen(company: Company) -> None:
    item = company.pulse(company.board()["id"])
    query = 'mutation ($i: ID) {create_update(item_id: $i, body: "x") {id}}'
    update = company["member"].data(query, i=item)["create_update"]["id"]
    answer = send(company["member"], TO_UPDATE.format(update=update), ("b", b"b")).json()
    asset = answer["data"]["add_file_to_update"]["id"]
    ask = f"{{assets(ids: [{asset}]) {{id}}}}"
    assert company["viewer"].data(ask) == {"assets": [{"id": asset}]}
    company["member"].data(f"mutation {{delete_update(id: {update}) {{id}}}}")
    assert company["viewer"].data(ask) == {"assets": []}
