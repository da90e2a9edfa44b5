"""Getting files: who may, by which address, and what browsers are told about them."""

from typing import Any
from urllib.parse import unquote, urlsplit

import httpx
import pytest
import time_machine

from tests.app_client import signed_in
from tests.company import Company, make_company
from tests.entrypoints.graphql_v2.test_items import board_with
from tests.uploads import bomb, picture, upload

SCRIPT = b"<script>alert(document.domain)</script>"
TOP = "http://lundi.test"


@pytest.fixture(scope="module")
def item(company: Company) -> int:
    return company.pulse(board_with(company, files="file"))


def fetch(company: Company, url: str, by: str = "", **headers: str) -> httpx.Response:
    if by:
        headers["Authorization"] = company.tokens[by]
    # Nobody is signed in, whatever other tests left.
    company.server.client.cookies.clear()
    return company.server.request("GET", url.removeprefix(TOP), headers=headers)


def test_a_file_comes_back_as_it_was(company: Company, item: int) -> None:
    content = bytes(range(256)) * 10_000
    asset = upload(company["member"], item, "files", "a b.bin", content)
    answer = fetch(company, asset["url"], "viewer")
    assert (answer.status_code, answer.content) == (200, content)
    assert answer.headers["content-length"] == str(len(content))
    head = company.server.request(
        "HEAD",
        urlsplit(asset["url"]).path,
        headers={"Authorization": f"Bearer {company.tokens['member']}"},
    )
    assert (head.content, head.headers["content-length"]) == (b"", str(len(content)))
    tagged = fetch(company, asset["url"], "viewer", **{"If-None-Match": answer.headers["etag"]})
    assert (tagged.status_code, tagged.content) == (304, b"")
    empty = upload(company["member"], item, "files", "empty", b"")
    assert fetch(company, empty["url"], "viewer").content == b""


@pytest.mark.parametrize(
    ("asked", "status", "content", "told"),
    [
        ("bytes=0-3", 206, b"0123", "bytes 0-3/10"),
        ("bytes=8-", 206, b"89", "bytes 8-9/10"),
        ("bytes=-3", 206, b"789", "bytes 7-9/10"),
        ("bytes=-30", 206, b"0123456789", "bytes 0-9/10"),
        ("bytes=5-99", 206, b"56789", "bytes 5-9/10"),
        ("bytes=10-", 416, None, "bytes */10"),
        ("bytes=-0", 416, None, "bytes */10"),
        ("bytes=3-1", 200, b"0123456789", None),
        ("bytes=1-2,4-5", 200, b"0123456789", None),
        ("bytes=-", 200, b"0123456789", None),
        ("lines=1-2", 200, b"0123456789", None),
    ],
)
def test_a_part_of_a_file(
    company: Company, item: int, asked: str, status: int, content: bytes | None, told: str | None
) -> None:
    asset = upload(company["member"], item, "files", "n.txt", b"0123456789")
    answer = fetch(company, asset["url"], "member", Range=asked)
    assert (answer.status_code, answer.headers.get("content-range")) == (status, told)
    if content is not None:
        assert answer.content == content
    other = fetch(company, asset["url"], "member", **{"Range": asked, "If-Range": '"other"'})
    assert other.content == b"0123456789"


@pytest.mark.parametrize(
    "name",
    ["x.html", "x.svg", "x.xhtml", "x.xml", "x.js", "x.htm", "x.swf", "x", "x.png.html", "x.mhtml"],
)
def test_what_could_hold_a_script_is_only_saved(company: Company, item: int, name: str) -> None:
    asset = upload(company["member"], item, "files", name, SCRIPT)
    for url in (asset["url"], asset["public_url"]):
        answer = fetch(company, url, "member")
        assert answer.content == SCRIPT
        headers = answer.headers
        assert headers["content-type"] == "application/octet-stream"
        assert headers["content-disposition"].startswith("attachment;")
        assert "sandbox" in headers["content-security-policy"]
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_a_page_that_calls_itself_a_picture_is_one_to_browsers(company: Company, item: int) -> None:
    for name, kind in (
        ("x.png", "image/png"),
        ("x.JPG", "image/jpeg"),
        ("x.pdf", "application/pdf"),
    ):
        asset = upload(company["member"], item, "files", name, SCRIPT)
        headers = fetch(company, asset["url"], "member").headers
        assert headers["content-type"] == kind
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-disposition"].startswith("inline;")
        assert "default-src 'none'" in headers["content-security-policy"]


def test_a_name_does_not_break_out_of_its_header(company: Company, item: int) -> None:
    asset = upload(company["member"], item, "files", 'é"; x=%22\\y.txt', b"")
    told = fetch(company, asset["url"], "member").headers["content-disposition"]
    plain, encoded = told.removeprefix("attachment; ").split("; filename*=")
    assert plain.count('"') == 2
    assert unquote(encoded.removeprefix("UTF-8''")) == asset["name"]


def test_a_small_picture(company: Company, item: int) -> None:
    for form in ("PNG", "JPEG", "GIF", "WEBP"):
        asset = upload(company["member"], item, "files", f"x.{form}", picture(form))
        answer = fetch(company, asset["url_thumbnail"], "viewer")
        assert answer.content[8:12] == b"WEBP"
        assert answer.headers["content-type"] == "image/webp"
        assert len(answer.content) < 5_000
        assert fetch(company, asset["url_thumbnail"], "guest").status_code == 404
        assert fetch(company, asset["url"], "viewer").content == picture(form)
    text = upload(company["member"], item, "files", "x.txt", picture())
    small = text["url"].replace("/x.txt", "/small/x.txt")
    assert fetch(company, small, "viewer").status_code == 404


def test_pictures_that_would_take_too_much_memory_have_no_small_one(
    company: Company, item: int
) -> None:
    for content in (
        bomb(60_000, 60_000),
        bomb(2**31 - 1, 2**31 - 1),
        bomb(6_000, 6_000),
        b"",
        b"\x89PNG",
    ):
        asset = upload(company["member"], item, "files", "x.png", content)
        assert (asset["original_geometry"], asset["url_thumbnail"]) == (None, None)


def test_who_gets_a_file_by_its_address(company: Company, item: int) -> None:
    url = upload(company["member"], item, "files")["url"]
    statuses = {who: fetch(company, url, who).status_code for who in company.tokens}
    assert statuses == {
        "company": 200,
        "admin": 200,
        "member": 200,
        "other_member": 200,
        "viewer": 200,
        "guest": 404,
    }
    assert fetch(company, url).status_code == 401
    assert fetch(company, url, Authorization="0" * 32).status_code == 401
    stranger = make_company(company.server)
    assert fetch(stranger, url, "admin").status_code == 404
    own = url.replace(f"/{company.account_id}/", f"/{stranger.account_id}/")
    assert fetch(stranger, own, "admin").status_code == 404
    for who, status in (("viewer", 200), ("guest", 404)):
        secret = signed_in(company, who).secret
        assert fetch(company, url, Cookie=f"lundi_session={secret}").status_code == status


def test_a_private_boards_files_are_its_subscribers(company: Company) -> None:
    hidden = company.board(kind="private")["id"]
    make = 'mutation ($b: ID!) {create_column(board_id: $b, title: "f", column_type: file, id: "f") {id}}'
    company["member"].data(make, b=hidden)
    url = upload(company["member"], company.pulse(hidden), "f")["url"]
    for who in ("company", "admin", "other_member", "viewer", "guest"):
        assert fetch(company, url, who).status_code == 404
    assert fetch(company, url, "member").status_code == 200


def test_a_signed_link_is_for_everybody_for_an_hour(company: Company, item: int) -> None:
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        asset = upload(company["member"], item, "files", "x.txt", b"Hi")
        answer = fetch(company, asset["public_url"])
        assert (answer.status_code, answer.content) == (200, b"Hi")
        clock.shift(3_599)
        assert fetch(company, asset["public_url"]).status_code == 200
        clock.shift(2)
        assert fetch(company, asset["public_url"]).status_code == 404


def test_a_link_that_was_not_signed_here_leads_nowhere(company: Company, item: int) -> None:
    one = upload(company["member"], item, "files")
    other = upload(company["member"], item, "files")
    url = one["public_url"]
    expires = url.split("expires=")[1].split("&")[0]
    for wrong in (
        url.replace(f"/{one['id']}/", f"/{other['id']}/"),
        url.replace(f"expires={expires}", f"expires={int(expires) + 1}"),
        url[:-1] + ("0" if url[-1] != "0" else "1"),
        url.split("&signature")[0],
        url.split("?")[0],
        url.replace(f"expires={expires}", "expires=x"),
        url.replace(f"expires={expires}", "expires=" + "9" * 100),
        url.replace("signature=", "signature=%C3%A9"),
        url.replace("/a.txt", "/small/a.txt"),
    ):
        assert fetch(company, wrong).status_code == 404, wrong


def test_what_was_taken_away_is_gone_for_links_too(company: Company, item: int) -> None:
    asset = upload(company["member"], item, "files")
    query = """mutation ($b: ID!, $i: ID!) {
      change_column_value(board_id: $b, item_id: $i, column_id: "files", value: "{}") {id}}"""
    board = company["member"].data(f"{{items(ids: [{item}]) {{board {{id}}}}}}")["items"][0]
    company["member"].data(query, b=board["board"]["id"], i=item)
    for url in (asset["url"], asset["public_url"]):
        assert fetch(company, url, "member").status_code == 404


def test_odd_addresses_are_refused_politely(company: Company) -> None:
    for path in (
        "",
        "x",
        "1/resources/1",
        "1/resources/x/a",
        "1/resources/1/%0A",
        f"{'9' * 30}/resources/1/a",
    ):
        for root in ("/protected_static/", "/public_static/"):
            answer: Any = company.server.request(
                "GET", root + path, headers={"Authorization": company.tokens["member"]}
            )
            assert answer.status_code == 404
    assert company.server.request("POST", "/public_static/1/resources/1/a").status_code == 405
