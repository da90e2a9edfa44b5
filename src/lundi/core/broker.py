"""Tells whoever listens in this process that something was committed. What it was, they read from the database."""

from collections.abc import Callable


class Broker:
    def __init__(self) -> None:
        self._listeners: list[Callable[[int], None]] = []
        self._elsewhere: list[Callable[[int], None]] = []

    def listen(self, listener: Callable[[int], None], *, everywhere: bool = False) -> None:
        """`listener` is called with the id of each account in which something happened, after the commit; `everywhere`: on
        another node too.
        """
        self._listeners.append(listener)
        if everywhere:
            self._elsewhere.append(listener)

    def publish(self, account_id: int) -> None:
        """Something happened by this process."""
        for listener in self._listeners:
            listener(account_id)

    def hear(self, account_id: int) -> None:
        """Something happened on another node."""
        for listener in self._elsewhere:
            listener(account_id)
