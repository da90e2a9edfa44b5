"""Pictures: how large they are, and small ones of them."""

import asyncio
import warnings
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import IO

import msgspec

FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
SMALL = (480, 360)
MOST_PIXELS = 25_000_000
# A JPEG is decoded at an eighth of its size where that is enough.
MOST_PIXELS_OF_JPEG = 150_000_000

# One after the other: each may take 100 MB.
_beside = ThreadPoolExecutor(1, "pictures")


class Picture(msgspec.Struct, frozen=True):
    """`small`: a WebP of at most SMALL pixels."""

    width: int
    height: int
    small: bytes


async def read_picture(file: IO[bytes]) -> Picture | None:
    """None where it is none that we know, is broken, or has so many pixels that it would take too much memory."""
    return await asyncio.get_running_loop().run_in_executor(_beside, _read, file)


def _read(file: IO[bytes]) -> Picture | None:
    # Loaded when it is first needed.
    from PIL import Image, ImageOps  # noqa: PLC0415

    file.seek(0)
    try:
        with warnings.catch_warnings():
            # Of large pictures, which are judged below.
            warnings.simplefilter("ignore")
            with Image.open(file, formats=FORMATS) as image:
                width, height = image.size
                most = MOST_PIXELS_OF_JPEG if image.format == "JPEG" else MOST_PIXELS
                if width * height > most:
                    return None
                image.draft("RGB", SMALL)
                if image.size[0] * image.size[1] > MOST_PIXELS:
                    return None
                turned = ImageOps.exif_transpose(image)
                turned.thumbnail(SMALL)
                small = BytesIO()
                turned.convert("RGBA").save(small, "WEBP", quality=80)
        return Picture(width, height, small.getvalue())
    except (OSError, ValueError, SyntaxError, ArithmeticError, Image.DecompressionBombError):
        return None
    finally:
        file.seek(0)
