"""A day. Stored as YYYY-MM-DD."""

import datetime
import re
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import ColumnType, People, Stored

_FORM = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def parse(text: str) -> str:
    try:
        if not _FORM.fullmatch(text):
            raise ValueError
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise Invalid(f"'{text[:40]}' is not a date of the calendar, written YYYY-MM-DD.") from None


def show_after_change(value: Stored, people: People) -> Any:
    return {"date": value, "icon": ""}


TYPE = ColumnType(name="date", shown_as="date", show_after_change=show_after_change)
