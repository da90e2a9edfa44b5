"""The addresses of uploaded files: for those who are signed in, and signed ones for everybody, for an hour."""

from collections.abc import Callable
from typing import Protocol
from urllib.parse import quote

import msgspec

from lundi.core.clock import MINUTE, SECOND

PROTECTED = "/protected_static/"
PUBLIC = "/public_static/"
RESOURCES = "resources"
SMALL = "small"
LASTS = 60 * MINUTE


class _File(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...


class Links(msgspec.Struct, frozen=True):
    """`sign`: as `core.secrets.Vault` does."""

    sign: Callable[[str], str]

    def public(self, site: str, account_id: int, file: _File, now: int) -> str:
        """For everybody who has it, until an hour from now."""
        expires = (now + LASTS) // SECOND
        signature = self.sign(signed_text(account_id, file.id, expires))
        return f"{site}{PUBLIC}{_rest(account_id, file)}?expires={expires}&signature={signature}"


def signed_text(account_id: int, asset_id: int, expires: int) -> str:
    """What a signature stands for."""
    return f"file {account_id} {asset_id} {expires}"


def protected(site: str, account_id: int, file: _File) -> str:
    return f"{site}{PROTECTED}{_rest(account_id, file)}"


def protected_small(site: str, account_id: int, file: _File) -> str:
    """Of a picture."""
    return f"{site}{PROTECTED}{account_id}/{RESOURCES}/{file.id}/{SMALL}/{quote(file.name, '')}"


def _rest(account_id: int, file: _File) -> str:
    return f"{account_id}/{RESOURCES}/{file.id}/{quote(file.name, '')}"
