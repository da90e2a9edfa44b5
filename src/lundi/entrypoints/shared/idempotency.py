"""The header by which a client says that a request it sends again is the same one."""

import hashlib
import re
from typing import Any

import msgspec

from lundi.domains.accounts.kept_answers import Key
from lundi.entrypoints.shared.errors import BadKey
from lundi.entrypoints.shared.headers import Headers

HEADER = "Idempotency-Key"
ABOUT = (
    "A text of your own, 1 to 255 printable ASCII characters, another one for each request. Who sends the same request with it"
    " again within 24 hours gets the first one's answer, and nothing is done twice."
)
REPLAYED = (b"idempotency-replayed", b"true")
_KEY = re.compile(r"[ -~]{1,255}")
_encode = msgspec.json.Encoder(order="deterministic").encode


def key_in(headers: Headers, asked: Any) -> Key | None:
    """`asked` is all that makes this request another one than others, as JSON would have it. Raises BadKey."""
    name = headers.get("idempotency-key")
    if name is None:
        return None
    name = name.strip()
    if not _KEY.fullmatch(name):
        raise BadKey("Idempotency-Key has 1 to 255 printable ASCII characters.")
    return Key(name, hashlib.blake2b(_encode(asked), digest_size=16).digest())
