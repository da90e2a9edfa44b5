"""Passwords, on their way into the database: as hashes alone."""

from typing import NewType

from lundi.core.errors import Invalid
from lundi.core.secrets import hash_password

SHORTEST, LONGEST = 8, 1000

PasswordHash = NewType("PasswordHash", str)

# What is looked at for an address that nobody has, so that it takes as long to refuse as a wrong password.
NOBODYS = PasswordHash(
    "$argon2id$v=19$m=65536,t=3,p=4$YRy8q9Awk8HQH7aupdil+A$wzK9Ho0YbN5nT7SLKbFoM9AC9yWJm7a/ZjdAigIc9IU"
)


def new_password_hash(password: str) -> PasswordHash:
    """Takes some 50 ms of a processor: not to be called in the event loop, nor in a transaction."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise Invalid(f"A password has {SHORTEST} to {LONGEST:,} characters.")
    return PasswordHash(hash_password(password))
