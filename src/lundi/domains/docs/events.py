"""What can happen to docs. `board_id` and `pulse_id` where the doc is of a pulse."""

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


class DocEdited(Event, frozen=True):
    """As a whole: in an editor."""

    doc_id: int


class DescriptionChanged(Event, frozen=True):
    """As DocEdited, of a pulse's description."""

    doc_id: int
