"""Whether something was written since it was read: then what was made of it is no longer good."""

from collections.abc import Iterable

EVERY = ""
"""In place of a table: all of them."""


class Changes:
    """What this process hears of: its own writing before whoever asked for it is answered, and before anything is read after it."""

    def __init__(self) -> None:
        self.all_are_heard = False
        """No other process writes without this one hearing of it."""
        self.is_server = False
        """On PostgreSQL all others tell the servers when they have written."""
        self.now = 0
        """How many there were. Taken before something is read, it is the moment as at which that is good."""
        self._everywhere = 0
        self._last: dict[tuple[int, str], int] = {}

    def is_as_at(self, moment: int, account_id: int, tables: Iterable[str] = (EVERY,)) -> bool:
        """Nothing was written to these tables of the account since; account 0: of any account."""
        last, everywhere = self._last, self._everywhere
        return all(last.get((account_id, table), everywhere) <= moment for table in tables)

    def note(self, written: Iterable[tuple[int, frozenset[str]]]) -> None:
        """Accounts, and tables of theirs: to be called once others can see it, and where nobody knows whether they can."""
        for account_id, tables in written:
            self.now += 1
            for table in (EVERY, *tables):
                self._last[account_id, table] = self._last[0, table] = self.now

    def note_everywhere(self) -> None:
        """Somebody else wrote, and nobody knows where."""
        self.now += 1
        self._everywhere = self.now
        self._last.clear()
