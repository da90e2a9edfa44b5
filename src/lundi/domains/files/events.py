"""What can happen to files. Those of a cell are its value: pulses.ValueChanged tells of them."""

from lundi.core.work import Event


class FileAttached(Event, frozen=True):
    """To an update or a reply."""

    asset_id: int
    update_id: int
    name: str


class FileDetached(Event, frozen=True):
    asset_id: int
    update_id: int
    name: str
