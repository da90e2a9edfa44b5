"""Passwords, tokens, and the key that seals what must be shown again."""

import asyncio
import hashlib
import hmac
import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from lundi.core.errors import Refusal

if TYPE_CHECKING:
    from argon2 import PasswordHasher
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_KEY_BYTES = 32
_NONCE_BYTES = 12
# Each takes 64 MB: many who sign in at once wait for each other instead.
_beside = ThreadPoolExecutor(2, "passwords")

P = ParamSpec("P")
T = TypeVar("T")


class Vault:
    """Seals short secrets with AES-GCM under the server's key, and signs what it will want to know again."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        # Not the key itself: what signs says nothing about what seals.
        self._signing_key = hmac.digest(key, b"signatures", "sha256")

    @property
    def fingerprint(self) -> str:
        """Tells this key from others, and says nothing about it."""
        return self.sign("fingerprint")

    @cached_property
    def _cipher(self) -> "AESGCM":
        # Loaded when it is first needed: most of the time a server seals nothing, and needn't hold its 9 MB.
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        return AESGCM(self._key)

    def seal(self, secret: str) -> bytes:
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, secret.encode(), None)

    def open(self, sealed: bytes) -> str:
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415

        nonce, body = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        try:
            return self._cipher.decrypt(nonce, body, None).decode()
        except InvalidTag:
            raise Refusal(
                "This was sealed with another secret key: start with that one, or rotate the token."
            ) from None

    def sign(self, text: str) -> str:
        """Of hexadecimal digits, as tokens are: the access log masks them."""
        return hmac.digest(self._signing_key, text.encode(), "sha256").hex()

    def has_signed(self, text: str, signature: str) -> bool:
        return hmac.compare_digest(self.sign(text).encode(), signature.encode())


def new_vault() -> Vault:
    """With a key that nobody keeps."""
    return Vault(os.urandom(_KEY_BYTES))


def open_vault(secret_key: str | None, folder: Path) -> Vault:
    """The vault of LUNDI_SECRET_KEY, or of the key kept in `folder`, which is made on first use."""
    if secret_key:
        return Vault(hashlib.sha256(secret_key.encode()).digest())
    file = folder / "secret.key"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            _make_key(file)
        return Vault(_read_key(file))
    except OSError as error:
        raise Refusal(f"The secret key {file} can't be used: {error.strerror}.") from None


def _make_key(file: Path) -> None:
    # Whole or not there: another process may look for it at the same time.
    with NamedTemporaryFile(dir=file.parent, prefix="secret.key-") as out:
        out.write(urlsafe_b64encode(os.urandom(_KEY_BYTES)))
        out.flush()
        os.fsync(out.fileno())
        with suppress(FileExistsError):
            os.link(out.name, file)


def _read_key(file: Path) -> bytes:
    try:
        key = urlsafe_b64decode(file.read_bytes())
    except ValueError:
        key = b""
    if len(key) != _KEY_BYTES:
        raise Refusal(f"{file} does not hold a secret key; restore it from your backup.")
    return key


def new_token() -> str:
    return secrets.token_hex(16)


def new_session() -> str:
    return secrets.token_urlsafe(32)


def new_link_secret() -> str:
    """Of hexadecimal digits, as tokens are: the access log masks those wherever they stand."""
    return secrets.token_hex(32)


def new_password() -> str:
    return secrets.token_urlsafe(12)


def token_hash(token: str) -> bytes:
    return hashlib.sha256(token.encode(errors="surrogatepass")).digest()


async def beside_the_loop(hashing: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What hashes passwords, in a thread."""
    return await asyncio.get_running_loop().run_in_executor(
        _beside, lambda: hashing(*args, **kwargs)
    )


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher  # noqa: PLC0415

    return PasswordHasher()


def hash_password(password: str) -> str:
    return _hasher().hash(password)


def password_fits(hashed: str, password: str) -> bool:
    """Takes some 50 ms of a processor, on purpose; not to be called in the event loop."""
    from argon2.exceptions import VerifyMismatchError  # noqa: PLC0415

    try:
        return _hasher().verify(hashed, password)
    except VerifyMismatchError:
        return False
