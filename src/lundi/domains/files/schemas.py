"""Uploaded files as the product knows them. Times in microseconds."""

import msgspec

# They are shown in a browser; all others are only downloaded. None of them can hold a script that would run in ours.
SHOWN = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "pdf": "application/pdf",
}
PICTURES = frozenset({"png", "jpg", "jpeg", "gif", "webp"})


class Asset(msgspec.Struct, frozen=True):
    """`extension` in small letters, without the dot. `width` and `height` of a picture alone."""

    id: int
    pulse_id: int
    update_id: int | None
    column_id: str | None
    uploaded_by: int
    name: str
    extension: str
    size: int
    blob: str
    width: int | None
    height: int | None
    created_at: int
    removed_at: int | None
    board_id: int
    pulse_state: str

    @property
    def is_image(self) -> bool:
        return self.width is not None


class Kept(msgspec.Struct, frozen=True):
    """A blob that is kept and waits for an asset to have it."""

    blob: str
    name: str
    extension: str
    size: int
    width: int | None = None
    height: int | None = None


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """What may be uploaded: `largest` in bytes, extensions in small letters. `allowed` None is any."""

    largest: int
    allowed: frozenset[str] | None = None
    refused: frozenset[str] = frozenset()


class Linked(msgspec.Struct, frozen=True):
    """A link among the files of a cell. `service`: whose it is, `link` for any other."""

    url: str
    name: str
    service: str = "link"


def small_blob(blob: str) -> str:
    """Where the small picture of a picture is."""
    return f"{blob}-small"
