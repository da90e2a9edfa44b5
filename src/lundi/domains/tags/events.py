"""What can happen to tags."""

from lundi.core.work import Event


class TagCreated(Event, frozen=True):
    tag_id: int
    name: str
