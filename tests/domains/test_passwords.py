"""Passwords, as hashes."""

import pytest
from argon2 import PasswordHasher

from lundi.core.errors import Invalid
from lundi.core.secrets import password_fits
from lundi.domains.accounts.passwords import NOBODYS, new_password_hash


def test_nobodys_password_takes_the_same_way_as_anybodys() -> None:
    """Same algorithm, same cost, and a well-formed hash that nothing fits."""
    hashed = new_password_hash("correct horse battery")
    assert NOBODYS.split("$")[:4] == hashed.split("$")[:4]
    assert len(NOBODYS) == len(hashed)
    assert not PasswordHasher().check_needs_rehash(NOBODYS)
    assert password_fits(NOBODYS, "correct horse battery") is False
    assert password_fits(hashed, "correct horse battery") is True


@pytest.mark.parametrize("password", ["", "seven77", "x" * 1001])
def test_too_short_and_too_long_passwords_are_refused(password: str) -> None:
    with pytest.raises(Invalid, match="8 to 1,000 characters"):
        new_password_hash(password)
