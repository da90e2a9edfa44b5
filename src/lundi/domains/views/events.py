"""What can happen to the views of a board."""

from lundi.core.work import Event


class ViewCreated(Event, frozen=True):
    view_id: int
    name: str


class ViewChanged(Event, frozen=True):
    view_id: int
    name: str


class ViewDeleted(Event, frozen=True):
    view_id: int
    name: str
