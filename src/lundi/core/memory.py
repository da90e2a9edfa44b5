"""How much memory is left for what can do without."""

from pathlib import Path

_MACHINE = Path("/proc/meminfo")
_GROUP = Path("/sys/fs/cgroup")


def bytes_left() -> int | None:
    """Before the machine, or the container, is out of memory; None where nobody can tell."""
    found = [one for one in (_left_on_machine(), _left_in_group()) if one is not None]
    return min(found, default=None)


def _left_on_machine() -> int | None:
    try:
        lines = _MACHINE.read_text().splitlines()
    except OSError:
        return None
    (line,) = [one for one in lines if one.startswith("MemAvailable:")] or [""]
    return int(line.split()[1]) * 1024 if line else None


def _left_in_group() -> int | None:
    try:
        most = (_GROUP / "memory.max").read_text().strip()
        used = int((_GROUP / "memory.current").read_text())
        stats = dict(line.split() for line in (_GROUP / "memory.stat").read_text().splitlines())
    except (OSError, ValueError):
        return None
    # What files have in memory goes when it is needed.
    return None if most == "max" else int(most) - used + int(stats.get("inactive_file", 0))
