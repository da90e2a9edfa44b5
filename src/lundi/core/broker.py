"""Tells whoever listens in this process that something was committed. What it was, they read from the database."""

from collections.abc import Callable


class Broker:
    def __init__(self) -> None:
        self._listeners: list[Callable[[int], None]] = []

    def listen(self, listener: Callable[[int], None]) -> None:
        """`listener` is called with the id of each account in which something happened, after the commit."""
        self._listeners.append(listener)

    def publish(self, account_id: int) -> None:
        for listener in self._listeners:
            listener(account_id)
