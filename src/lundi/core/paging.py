"""Pages of a list: how many rows to skip, how many to take."""

from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core.schema import parameter

LARGEST_PAGE = 500


class Window(msgspec.Struct, frozen=True):
    take: int = 25
    skip: int = 0

    @property
    def parameters(self) -> dict[str, int]:
        """For a statement made by `paged`."""
        return {"take": self.take, "skip": self.skip}


def paged(statement: sa.Select[Any]) -> sa.Select[Any]:
    return statement.limit(parameter("take")).offset(parameter("skip"))
