"""What can happen to docs. `board_id` and `pulse_id` where the doc is in a cell."""

from lundi.core.work import Event


class DocCreated(Event, frozen=True):
    doc_id: int
    name: str


class DocDuplicated(Event, frozen=True):
    """`doc_id` is the copy."""

    doc_id: int
    original_id: int


class DocRenamed(Event, frozen=True):
    doc_id: int
    old: str
    new: str


class DocDeleted(Event, frozen=True):
    doc_id: int
    name: str


class DocBlocksAdded(Event, frozen=True):
    doc_id: int
    block_ids: list[int]


class DocBlockChanged(Event, frozen=True):
    doc_id: int
    block_id: int


class DocBlocksDeleted(Event, frozen=True):
    doc_id: int
    block_ids: list[int]
