"""What was measured, as Markdown."""

from collections.abc import Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """All but the first column are numbers."""
    line = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, line, *rows))


def number(value: float) -> str:
    """With three digits that say something."""
    for limit, places in ((100, 0), (10, 1), (0.1, 2), (0.01, 3)):
        if abs(value) >= limit:
            return f"{value:,.{places}f}"
    return f"{value:.4f}"


def at_least(value: float, mark: float) -> str:
    """Mark 0 is none."""
    return marked(value, f"≥ {mark:.2f}", value >= mark) if mark else number(value)


def at_most(value: float, mark: float, unit: str = "") -> str:
    return marked(value, f"≤ {mark:g}", value <= mark, unit)


def marked(value: float, mark: str, is_met: bool, unit: str = "") -> str:
    met = "met" if is_met else "**missed**"
    return f"{number(value)}{unit} ({mark}: {met})"
