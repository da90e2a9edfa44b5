"""What can happen in the conversation about a pulse."""

from lundi.core.work import Event


class UpdatePosted(Event, frozen=True):
    update_id: int
    announcement: bool
    mentioned: list[int]


class ReplyPosted(Event, frozen=True):
    update_id: int
    parent_id: int
    mentioned: list[int]


class UpdateEdited(Event, frozen=True):
    """`old` and `new`: its texts, as sanitised HTML."""

    update_id: int
    old: str
    new: str


class UpdatePinned(Event, frozen=True):
    update_id: int


class UpdateUnpinned(Event, frozen=True):
    update_id: int


class UpdateDeleted(Event, frozen=True):
    update_id: int


class UpdateRestored(Event, frozen=True):
    """With the replies that were deleted with it."""

    update_id: int


class UpdateLiked(Event, frozen=True):
    update_id: int


class UpdateUnliked(Event, frozen=True):
    update_id: int


class NoteCreated(Event, frozen=True):
    note_id: int


class NoteChanged(Event, frozen=True):
    note_id: int


class NoteDeleted(Event, frozen=True):
    note_id: int


class UserNotified(Event, frozen=True):
    """Somebody was told about the board or the pulse of this event."""

    user_id: int
