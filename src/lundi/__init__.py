"""Lundi: an open, self-hosted work platform."""

import sys

__version__ = "0.1.0"

# structlog looks for rich when it is imported, to draw tracebacks in colours that no server writes: 5 MB.
_rich = sys.modules.get("rich")
sys.modules["rich"] = None  # type: ignore[assignment]
import structlog  # noqa: E402, F401

if _rich is None:
    del sys.modules["rich"]
else:
    sys.modules["rich"] = _rich
