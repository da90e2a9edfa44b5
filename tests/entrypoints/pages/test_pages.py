"""Pages, what they load, and pictures, as a browser is given them."""

import asyncio
import gzip
import struct
import zlib
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from lundi.entrypoints.pages.photos import SIZE, draw_photo
from lundi.entrypoints.pages.routes import page_routes
from tests.server import Server

SCRIPT = b"console.log('Lundi')\n" * 100


def get(built: Path, path: str, **headers: str) -> httpx.Response:
    """From a front end that is built into that folder."""

    async def ask() -> httpx.Response:
        app = httpx.ASGITransport(Starlette(routes=page_routes(built)))
        async with httpx.AsyncClient(transport=app, base_url="http://lundi.test") as client:
            return await client.get(path, headers=headers)

    return asyncio.run(ask())


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<title>Lundi</title>")
    (tmp_path / "developers.html").write_text("<title>Developers</title>")
    (tmp_path / "developers-v2.html").write_text("<title>Developers, v2</title>")
    (tmp_path / "favicon.svg").write_text("<svg/>")
    (tmp_path / "assets" / "page-a1b2.js").write_bytes(SCRIPT)
    (tmp_path / "assets" / "page-a1b2.js.gz").write_bytes(gzip.compress(SCRIPT))
    (tmp_path / "assets" / "font-c3d4.woff2").write_bytes(b"font")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "title"), [("/developers", "Developers"), ("/developers/v2", "Developers, v2")]
)
def test_developers_pages_are_open_to_everyone_and_asked_for_anew(
    built: Path, path: str, title: str
) -> None:
    page = get(built, path)
    assert (page.status_code, page.text) == (200, f"<title>{title}</title>")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["cache-control"] == "no-cache"


def test_page_may_load_only_from_here_and_tells_nobody_its_address(built: Path) -> None:
    headers = get(built, "/developers").headers
    policy = headers["content-security-policy"].split("; ")
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert not any("script" in rule or "unsafe-eval" in rule for rule in policy)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_server_without_the_build_says_how_to_build(tmp_path: Path) -> None:
    page = get(tmp_path / "missing", "/developers")
    assert page.status_code == 503
    assert "make serve" in page.text
    assert get(tmp_path / "missing", "/assets/page-a1b2.js").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/setup", "/sign-in", "/forgot", "/invitation/5ec", "/reset/5ec"),
        *("/boards/7", "/boards/7/pulses/9", "/projects/9", "/inbox", "/recycle-bin"),
        *("/admin", "/admin/api", "/profile", "/profile/api", "/help"),
    ],
)
def test_each_address_of_the_app_is_its_one_page(built: Path, path: str) -> None:
    page = get(built, path)
    assert (page.status_code, page.text) == (200, "<title>Lundi</title>")
    assert page.headers["cache-control"] == "no-cache"
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]


@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_asset_is_kept_for_good_and_comes_packed_to_who_can_read_it(
    built: Path, coding: str
) -> None:
    answer = get(built, "/assets/page-a1b2.js", **{"accept-encoding": coding})
    assert answer.content == SCRIPT
    assert answer.headers.get("content-encoding", "identity") == coding
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["vary"] == "Accept-Encoding"


def test_asset_without_a_packed_copy_comes_as_it_is(built: Path) -> None:
    answer = get(built, "/assets/font-c3d4.woff2")
    assert answer.content == b"font"
    assert "content-encoding" not in answer.headers


def test_part_of_an_asset_is_a_part_of_the_file(built: Path) -> None:
    answer = get(built, "/assets/page-a1b2.js", range="bytes=0-6")
    assert (answer.status_code, answer.content) == (206, b"console")


def test_known_asset_is_not_sent_again(built: Path) -> None:
    etag = get(built, "/assets/page-a1b2.js").headers["etag"]
    assert get(built, "/assets/page-a1b2.js", **{"if-none-match": etag}).status_code == 304


@pytest.mark.parametrize("path", ["../developers.html", "..%2fdevelopers.html", "", "missing.js"])
def test_nothing_but_assets_comes_from_their_folder(built: Path, path: str) -> None:
    assert get(built, f"/assets/{path}").status_code in (404, 405)


@pytest.mark.parametrize("path", ["/favicon.svg", "/favicon.ico"])
def test_browser_gets_an_icon(built: Path, path: str) -> None:
    assert get(built, path).headers["content-type"] == "image/svg+xml"


def test_every_user_has_a_picture_whoever_asks(server: Server) -> None:
    answer = server.request("GET", "/photos/48.png")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/png"
    assert "max-age" in answer.headers["cache-control"]
    assert answer.content == server.request("GET", "/photos/48.png").content
    assert answer.content != server.request("GET", "/photos/49.png").content


@pytest.mark.parametrize("name", ["0", "-1", "9223372036854775808", "9" * 5000, "ada", "48.jpg"])
def test_no_picture_of_what_is_no_id(server: Server, name: str) -> None:
    assert server.request("GET", f"/photos/{name}.png").status_code == 404


@pytest.mark.parametrize("user_id", [1, 48, 2**63 - 1])
def test_picture_is_a_mirrored_png(user_id: int) -> None:
    picture = draw_photo(user_id)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", picture[16:24]) == (SIZE, SIZE)
    start = picture.index(b"IDAT") + 4
    pixels = zlib.decompress(picture[start:])
    wide = SIZE // 8 + 1
    assert len(pixels) == SIZE * wide
    for line in range(SIZE):
        row = "".join(f"{byte:08b}" for byte in pixels[line * wide + 1 : (line + 1) * wide])
        assert row == row[::-1]


def test_an_address_that_is_nothing_is_told_by_the_app(built: Path) -> None:
    page = get(built, "/no/such/page")
    assert (page.status_code, page.text) == (404, "<title>Lundi</title>")
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
