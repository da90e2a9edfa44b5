"""Files in API v2: uploaded in each of the dialects, read, put in order, taken away."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.company import Company, make_company
from tests.entrypoints.graphql_v2.test_items import CHANGE, board_with
from tests.entrypoints.graphql_v2.test_updates import code_of
from tests.server import Server
from tests.uploads import TO_COLUMN, TO_UPDATE, picture, send, upload

DIALECTS = "ABCDES"
ITEM = """
query ($i: [ID!], $source: AssetsSource, $columns: [String]) {items(ids: $i) {
  assets(assets_source: $source, column_ids: $columns) {id name}
  column_values(types: file) {id text value ... on FileValue {files {__typename
    ... on FileAssetValue {asset_id name is_image creator {name} created_at asset {name file_size}}
    ... on FileLinkValue {name url kind file_id}
    ... on FileAssetInvalidValue {asset_id error}}}}
  updates {assets {name} replies {assets {name}}}
}}
"""
SET = """
mutation ($b: ID!, $i: ID!, $c: String!, $files: [FileInput!]!) {
  update_assets_on_item(board_id: $b, item_id: $i, column_id: $c, files: $files) {id assets {id name}}}
"""


@pytest.fixture
def board(company: Company) -> int:
    return board_with(company, files="file", more="file", text="text")


@pytest.fixture
def item(company: Company, board: int) -> int:
    return company.pulse(board, "Item")


def shown(company: Company, item: int, by: str = "member", **given: Any) -> Any:
    return company[by].data(ITEM, i=[item], **given)["items"][0]


def cell(company: Company, item: int, column: str = "files", by: str = "member") -> Any:
    return next(c for c in shown(company, item, by)["column_values"] if c["id"] == column)


def post_update(company: Company, item: int, by: str = "member") -> str:
    query = 'mutation ($i: ID) {create_update(item_id: $i, body: "x") {id}}'
    return str(company[by].data(query, i=item)["create_update"]["id"])


@pytest.mark.parametrize("dialect", DIALECTS)
def test_each_dialect_adds_a_file_to_a_cell(company: Company, item: int, dialect: str) -> None:
    answer = send(
        company["member"],
        TO_COLUMN.format(item=item, column="files"),
        ("Größe 1.TXT", b"Hello"),
        dialect,
    )
    assert answer.status_code == 200, answer.text
    asset = answer.json()["data"]["add_file_to_column"]
    assert ("account_id" in answer.json()) == (dialect not in "ES")
    assert (asset["name"], asset["file_extension"], asset["file_size"]) == (
        "Größe 1.TXT",
        ".txt",
        5,
    )
    assert asset["uploaded_by"] == {"id": str(company.ids["member"])}
    assert asset["url"] == (
        f"http://lundi.test/protected_static/{company.account_id}/resources/{asset['id']}/Gr%C3%B6%C3%9Fe%201.TXT"
    )
    assert (asset["url_thumbnail"], asset["original_geometry"]) == (None, None)
    value = cell(company, item)
    assert value["text"] == asset["url"]
    (one,) = json.loads(value["value"])["files"]
    assert (one["name"], one["fileType"], one["isImage"]) == ("Größe 1.TXT", "ASSET", "false")
    assert one["assetId"] == int(asset["id"])
    (file,) = value["files"]
    assert file["asset"] == {"name": "Größe 1.TXT", "file_size": 5}
    assert file["creator"] == {"name": "Member"}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_each_dialect_adds_a_file_to_an_update(company: Company, item: int, dialect: str) -> None:
    update = post_update(company, item)
    answer = send(company["member"], TO_UPDATE.format(update=update), ("a.pdf", b"%PDF"), dialect)
    assert answer.json()["data"]["add_file_to_update"]["name"] == "a.pdf"
    seen = shown(company, item, "viewer")
    assert seen["updates"] == [{"assets": [{"name": "a.pdf"}], "replies": []}]
    assert [one["name"] for one in seen["assets"]] == ["a.pdf"]


def test_arguments_come_as_variables_too(company: Company, item: int) -> None:
    query = """mutation Add($file: File!, $i: ID!, $c: String!) {
      add_file_to_column(item_id: $i, column_id: $c, file: $file) {id}}"""
    for dialect in "ES":
        answer = send(company["member"], query, ("a", b""), dialect, i=item, c="files")
        assert answer.json()["data"]["add_file_to_column"]["id"]
    assert len(cell(company, item)["files"]) == 2


def test_a_picture_has_a_size_and_a_small_one(company: Company, item: int) -> None:
    asset = upload(company["member"], item, "files", "Sea.JPG", picture("JPEG"))
    assert asset["original_geometry"] == "1000x500"
    assert asset["url_thumbnail"].endswith(f"/resources/{asset['id']}/small/Sea.JPG")
    assert cell(company, item)["files"][0]["is_image"] is True
    broken = upload(company["member"], item, "files", "No.png", b"<svg onload=alert(1)>")
    assert (broken["original_geometry"], broken["url_thumbnail"]) == (None, None)


def test_a_cell_takes_files_in_any_order_and_links(company: Company, board: int, item: int) -> None:
    one, two = (upload(company["member"], item, "files", f"{n}.txt") for n in "12")
    files = [
        {"fileType": "asset", "assetId": two["id"], "name": "2"},
        {"fileType": "google_drive", "linkToFile": "https://drive.example/x", "name": "Plan"},
        {"fileType": "asset", "assetId": one["id"], "name": "1"},
    ]
    made = company["member"].data(SET, b=board, i=item, c="files", files=files)
    assert {a["name"] for a in made["update_assets_on_item"]["assets"]} == {"1.txt", "2.txt"}
    found = cell(company, item)["files"]
    assert [one["name"] for one in found] == ["2.txt", "Plan", "1.txt"]
    assert found[1]["kind"] == "google_drive"
    company["member"].data(SET, b=board, i=item, c="files", files=files[:2])
    assert [one["name"] for one in shown(company, item)["assets"]] == ["2.txt"]
    # What was taken away a moment ago can be put back, into another column too.
    company["member"].data(SET, b=board, i=item, c="more", files=files[2:])
    assert [one["name"] for one in shown(company, item)["assets"]] == ["1.txt", "2.txt"]
    assert [a["name"] for a in shown(company, item, columns=["more"])["assets"]] == ["1.txt"]


def test_what_a_cell_does_not_take(company: Company, board: int, item: int) -> None:
    other = company.pulse(board)
    foreign = upload(company["member"], other, "files")["id"]
    member = company["member"]

    def code(file: dict[str, Any], column: str = "files") -> str:
        return code_of(member.v2(SET, b=board, i=item, c=column, files=[{"name": "x", **file}]))

    assert code({"fileType": "asset", "assetId": foreign}) == "ResourceNotFoundException"
    assert code({"fileType": "asset"}) == "InvalidArgumentException"
    assert code({"fileType": "link"}) == "InvalidArgumentException"
    assert code({"fileType": "doc", "objectId": "1"}) == "InvalidArgumentException"
    for url in ("javascript:alert(1)", "data:text/html,x"):
        assert code({"fileType": "link", "linkToFile": url}) == "InvalidArgumentException"
    link = {"fileType": "link", "linkToFile": "https://x.example"}
    assert code(link, "text") == "InvalidArgumentException"
    assert code(link, "nothing") == "InvalidColumnIdException"
    assert cell(company, item)["files"] == []


def test_clearing_a_cell_takes_its_files_away(company: Company, board: int, item: int) -> None:
    asset = upload(company["member"], item, "files")
    clear = json.dumps({"clear_all": True})
    company["member"].data(CHANGE, board=board, item=item, column="files", value=clear)
    assert shown(company, item)["assets"] == []
    assert cell(company, item) == {"id": "files", "text": "", "value": None, "files": []}
    assert company["member"].data(f"{{assets(ids: [{asset['id']}]) {{id}}}}") == {"assets": []}


def test_a_copy_of_an_item_leaves_the_files(company: Company, board: int, item: int) -> None:
    upload(company["member"], item, "files")
    query = "mutation ($b: ID!, $i: ID) {duplicate_item(board_id: $b, item_id: $i) {id}}"
    copy = company["member"].data(query, b=board, i=item)["duplicate_item"]["id"]
    assert cell(company, copy)["files"] == []
    assert len(cell(company, item)["files"]) == 1


def test_an_item_takes_its_files_to_another_board(company: Company, item: int) -> None:
    asset = upload(company["member"], item, "files")
    hidden = company.board(kind="private")["id"]
    query = """mutation ($b: ID!, $i: ID!) {move_item_to_board(
      board_id: $b, item_id: $i, group_id: "topics") {id}}"""
    answer = company["member"].v2(query, b=hidden, i=item).json()
    ask = f"{{assets(ids: [{asset['id']}]) {{id}}}}"
    seen = company["admin"].data(ask)["assets"]
    assert (seen == []) == ("errors" not in answer)


def test_who_sees_the_files_of_a_private_board(company: Company) -> None:
    hidden = company.board(kind="private")["id"]
    company["member"].data(
        'mutation ($b: ID!) {create_column(board_id: $b, title: "f", column_type: file, id: "f") {id}}',
        b=hidden,
    )
    item = company.pulse(hidden)
    asset = upload(company["member"], item, "f")["id"]
    for who in ("admin", "other_member", "viewer", "guest", "company"):
        assert company[who].data(f"{{assets(ids: [{asset}]) {{id}}}}") == {"assets": []}
        answer = send(company[who], TO_COLUMN.format(item=item, column="f"), ("a", b""))
        assert answer.status_code == 500
    assert len(company["member"].data(f"{{assets(ids: [{asset}]) {{id}}}}")["assets"]) == 1


def test_who_may_only_read_adds_nothing(company: Company, item: int) -> None:
    answer = send(company["viewer"], TO_COLUMN.format(item=item, column="files"), ("a", b""))
    assert code_of(answer) == "USER_UNAUTHORIZED"
    update = post_update(company, item)
    for who, code in (("other_member", "USER_UNAUTHORIZED"), ("company", None)):
        found = send(company[who], TO_UPDATE.format(update=update), ("a", b"")).json()
        assert [e["extensions"]["code"] for e in found.get("errors", [])] == (
            [code] if code else []
        )
    assert cell(company, item)["files"] == []


def test_the_company_token_uploads_in_the_oldest_admins_name(company: Company, item: int) -> None:
    asset = upload(company["company"], item, "files")
    assert asset["uploaded_by"] == {"id": str(company.ids["admin"])}


def test_an_upload_that_can_not_be_is_told_as_clients_know_it(company: Company, item: int) -> None:
    member = company["member"]
    good = TO_COLUMN.format(item=item, column="files")
    no_part = company.server.request(
        "POST",
        "/v2/file",
        headers={"Authorization": member.token},
        files={"query": (None, good), "variables[file]": (None, "no file")},
    )
    for answer, reason in (
        (no_part, "The form has no file"),
        (send(member, TO_COLUMN.format(item=999_999, column="files"), ("a", b"")), "no pulse"),
        (send(member, TO_UPDATE.format(update=999_999), ("a", b"")), "no update"),
    ):
        assert answer.status_code == 500
        found = answer.json()
        told = found["errors"][0]["extensions"].pop("reason")
        assert reason in told
        assert found == {
            "status_code": 500,
            "error_message": "Internal server error",
            "error_code": "INTERNAL_SERVER_ERROR",
            "errors": [
                {
                    "message": "Internal server error",
                    "extensions": {"status_code": 500, "error_code": "INTERNAL_SERVER_ERROR"},
                }
            ],
        }
    for column, code in (("text", "InvalidArgumentException"), ("no", "InvalidColumnIdException")):
        answer = send(member, TO_COLUMN.format(item=item, column=column), ("a", b""))
        assert (answer.status_code, code_of(answer)) == (200, code)
    on_v2 = send(member, TO_COLUMN.format(item=999_999, column="files"), ("a", b""), "E")
    assert (on_v2.status_code, code_of(on_v2)) == (200, "InvalidItemIdException")


@pytest.mark.parametrize(
    "fields",
    [
        {"map": "{"},
        {"map": "[]"},
        {"map": '{"0": 7}'},
        {"map": '{"0": [7]}'},
        {"map": '{"0": ["query"]}'},
        {"map": '{"0": ["variables.a.b"]}'},
        {"map": '{"0": ["variables"]}'},
        {"map": '{"0": ["variables.l.7"]}', "variables": '{"l": []}'},
        {"variables": "["},
        {"variables": "[]"},
        {"operations": "7"},
        {"operations": "{"},
        {"query": ""},
        {"query": "\0"},
        {"variables": '{"file": "\\u0000"}'},
        {"map": "[" * 100_000},
    ],
)
def test_odd_forms_are_refused_politely(
    company: Company, item: int, fields: dict[str, str]
) -> None:
    query = TO_COLUMN.format(item=item, column="files")
    answer = company.server.request(
        "POST",
        "/v2",
        headers={"Authorization": company.tokens["member"]},
        data={"query": query, **fields},
        files={"0": ("a.txt", b"x")},
    )
    assert answer.status_code == 200
    assert answer.json()["errors"][0]["extensions"]["code"] == "InvalidArgumentException"


def test_a_file_is_nothing_but_a_file(company: Company, item: int) -> None:
    literal = (
        f'mutation {{add_file_to_column(item_id: {item}, column_id: "files", file: "x") {{id}}}}'
    )
    assert "multipart" in company["member"].v2(literal).json()["errors"][0]["message"]
    query = TO_COLUMN.format(item=item, column="files")
    assert "multipart" in company["member"].v2(query, file="x").json()["errors"][0]["message"]
    as_name = "mutation ($file: String!) {create_board(board_name: $file, board_kind: public) {id}}"
    assert send(company["member"], as_name, ("a", b"x"), "E").json()["errors"]


def test_names_are_made_harmless(company: Company, item: int) -> None:
    for given, kept in (
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\x.txt", "x.txt"),
        ("\u202egpj.exe", "gpj.exe"),
        ("a" * 300 + ".pdf", "a" * 251 + ".pdf"),
        ("...", "file"),
    ):
        assert upload(company["member"], item, "files", given)["name"] == kept


def test_without_a_token_nothing_is_read(company: Company, item: int) -> None:
    query = TO_COLUMN.format(item=item, column="files")
    answer = company.server.request(
        "POST",
        "/v2/file",
        data={"query": query},
        files={"variables[file]": ("a", bytes(5_000_000))},
    )
    assert answer.status_code == 401


def test_limits_of_size_and_type(tmp_path: Path, database_url: str | None) -> None:
    rules = {"file_size": 1, "file_types": "txt, .PDF", "file_types_refused": "pdf"}
    with Server(tmp_path, database_url, **rules) as small:
        company = make_company(small)
        item = company.pulse(board_with(company, files="file"))
        query = TO_COLUMN.format(item=item, column="files")
        upload(company["member"], item, "files", "a.txt", bytes(1_000_000))
        large = send(company["member"], query, ("a.txt", bytes(1_000_001)))
        larger = send(company["member"], query, ("a.txt", bytes(9_000_000)))
        for name in ("a.pdf", "a.exe", "a"):
            refused = send(company["member"], query, (name, b""))
            assert "can't be uploaded here" in refused.json()["errors"][0]["message"]
    for answer in (large, larger):
        assert answer.status_code == 413
        assert "1 MB" in answer.json()["errors"][0]["message"]


def test_the_number_of_statements_does_not_grow(company: Company, board: int) -> None:
    items = [company.pulse(board, str(n)) for n in range(4)]
    for item in items:
        upload(company["member"], item, "files")
    found = company["member"].data(ITEM, i=items)["items"]
    assert [len(one["assets"]) for one in found] == [1] * 4
