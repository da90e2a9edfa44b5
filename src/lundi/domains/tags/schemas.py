"""Tags as the product knows them. Times in microseconds."""

import msgspec

MAIN_BOARDS = 0


class Tag(msgspec.Struct, frozen=True):
    """`board_id` is 0 for a tag that all main boards share."""

    id: int
    board_id: int
    name: str
    color: str
    created_at: int
    updated_at: int
