"""What several files of these tests ask."""

from collections.abc import Callable
from typing import Any

import pytest

from lundi.core.work import Work
from tests.company import Company


@pytest.fixture
def counted(company: Company, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """How many statements a query takes."""
    asked: list[str] = []
    for name in ("all", "all_once", "run"):
        plain = getattr(Work, name)

        async def counting(self: Work, *args: Any, plain: Any = plain, **given: Any) -> Any:
            asked.append("one more")
            return await plain(self, *args, **given)

        monkeypatch.setattr(Work, name, counting)

    def count(query: str, **variables: Any) -> int:
        asked.clear()
        company["member"].data(query, **variables)
        return len(asked)

    return count
