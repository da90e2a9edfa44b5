"""What PostgreSQL's advisory locks of ours are for: the first of their two numbers."""

SERVING = 7_033_186

EVENTS = 7_033_187
"""With an account's number: shared by who is about to commit an event there, alone by who waits for all of them."""


def second(account_id: int) -> int:
    """Two accounts that share a lock wait for each other now and then, no more."""
    return account_id & 0x7FFF_FFFF
