"""Where uploaded files are kept."""

import asyncio
from pathlib import Path

import pytest

from lundi.core.blobs import Blobs, Place
from lundi.core.errors import Refusal
from lundi.settings import load_settings


def test_a_blob_comes_back_whole_or_in_part(tmp_path: Path) -> None:
    async def whole_life() -> None:
        blobs = Blobs(Place(url=str(tmp_path / "files")))
        await blobs.put("1/ab/c", b"0123456789")
        assert (tmp_path / "files/1/ab/c").read_bytes() == b"0123456789"
        assert [piece async for piece in blobs.get("1/ab/c")] == [b"0123456789"]
        assert [piece async for piece in blobs.get("1/ab/c", (2, 4))] == [b"23"]
        assert [piece async for piece in blobs.get("1/ab/c", (4, 4))] == []
        await blobs.remove(["1/ab/c", "1/ab/never"])
        with pytest.raises(FileNotFoundError):
            await anext(blobs.get("1/ab/c"))

    asyncio.run(whole_life())


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"files": "s3://"}, "LUNDI_FILES"),
        ({"s3_access_key": "x"}, "LUNDI_S3_SECRET_KEY"),
        ({"s3_endpoint": "minio:9000"}, "LUNDI_S3_ENDPOINT"),
        ({"file_size": 0}, "LUNDI_FILE_SIZE"),
    ],
)
def test_settings_that_fit_nowhere_are_told(settings: dict[str, object], named: str) -> None:
    with pytest.raises(Refusal, match=named):
        load_settings({}, **settings)


def test_files_are_beside_the_database_unless_told_otherwise() -> None:
    assert load_settings({}, data="/x").blob_place().folder == Path("/x/files")
    place = load_settings({"LUNDI_FILES": "s3://bucket/prefix"}).blob_place()
    assert place.folder is None
