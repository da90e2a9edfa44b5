"""A request's headers as a plain dict: reading one that isn't there costs nothing, which a header object's lookup does."""

from collections.abc import Mapping
from typing import TypeAlias

from starlette.types import Scope

Headers: TypeAlias = Mapping[str, str]


def headers_of(scope: Scope) -> Headers:
    """By their names in lower case; the last of a name stands."""
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
