"""`lundi backup` and `lundi restore`: companies in one file, the same from both engines."""

from lundi.transfer.backing_up import back_up
from lundi.transfer.restoring import check, restore

__all__ = ["back_up", "check", "restore"]
