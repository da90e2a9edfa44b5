"""A decimal number, kept exactly as text: no float ever rounds it."""

import re
from decimal import Decimal

from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import ColumnType

LONGEST = 40
_FORM = re.compile(r"([+-]?)(\d*)(?:\.(\d*))?", re.ASCII)


def parse(text: str) -> str:
    """`007.50` -> `7.50`: leading zeros and plus signs go, the decimals given stay."""
    match = _FORM.fullmatch(text.strip())
    if not match or len(text) > LONGEST or not (match[2] or match[3]):
        raise Invalid(
            f"'{text[:40]}' is not a number: it has up to {LONGEST} digits and at most one point."
        )
    sign = "-" if match[1] == "-" else ""
    whole = match[2].lstrip("0") or "0"
    return f"{sign}{whole}.{match[3]}" if match[3] else f"{sign}{whole}"


TYPE = ColumnType(name="numeric", shown_as="numeric", empty="", sort_key=Decimal)
