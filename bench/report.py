"""Writes what was measured into docs/performance.md, between the marks of its part; what stands around stays."""

import re
from pathlib import Path

FILE = Path(__file__).parents[1] / "docs" / "performance.md"


def write(part: str, text: str) -> None:
    """A part that wasn't measured keeps what it says."""
    begin, end = f"<!-- measured: {part} -->", f"<!-- end: {part} -->"
    page, count = re.subn(
        f"{begin}.*?{end}",
        lambda _: f"{begin}\n{text}\n{end}",
        FILE.read_text(),
        flags=re.DOTALL,
    )
    assert count == 1, f"{FILE} has no place for {part}."
    FILE.write_text(page)
    print(f"\n{text}", flush=True)
