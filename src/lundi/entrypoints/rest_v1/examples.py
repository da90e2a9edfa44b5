"""An example of each object, for the documentation. A test checks each against its schema."""

from typing import Any

HOST = "https://lundi.example.com"

USER: dict[str, Any] = {
    "url": f"{HOST}/users/48-ada-lovelace",
    "id": 48,
    "name": "Ada Lovelace",
    "email": "ada@example.com",
    "photo_url": f"{HOST}/photos/48.png",
    "title": "Maintainer",
    "position": None,
    "phone": "",
    "location": None,
    "status": None,
    "birthday": "2000-11-15",
    "is_guest": False,
    "created_at": "2015-10-27T16:27:10Z",
    "updated_at": "2017-01-20T23:32:54Z",
}
COLUMN: dict[str, Any] = {
    "id": "status",
    "title": "Status",
    "type": "color",
    "labels": {"0": "Working on it", "1": "Done"},
}
BOARD: dict[str, Any] = {
    "url": f"{HOST}/boards/12",
    "id": 12,
    "name": "Launch",
    "description": None,
    "board_kind": "public",
    "columns": [
        {"id": "name", "title": "Name", "type": "name"},
        {"id": "last_post", "title": "Last Update", "type": "lastpost", "empty_text": "no updates"},
        COLUMN,
    ],
    "groups": [{"title": "Group Title", "id": "topics", "color": "#037f4c", "board_id": 12}],
    "created_at": "2015-10-28T15:23:31Z",
    "updated_at": "2017-01-20T23:37:04Z",
}
GROUP: dict[str, Any] = {"title": "Group Title", "id": "topics", "color": "#037f4c", "pos": 65536}
ARCHIVED_GROUP: dict[str, Any] = {**GROUP, "archived": True, "deleted": False}
_BARE_PULSE: dict[str, Any] = {
    "url": f"{HOST}/boards/12/pulses/345",
    "id": 345,
    "name": "Order the cake",
    "updates_count": 2,
    "board_id": 12,
    "created_at": "2016-12-05T09:30:00Z",
    "updated_at": "2017-01-20T23:37:04Z",
}
PULSE: dict[str, Any] = {**_BARE_PULSE, "subscribers": [USER]}
BOARD_PULSE: dict[str, Any] = {
    "pulse": _BARE_PULSE,
    "board_meta": {"position": 65536.0, "group_id": "topics"},
    "column_values": [
        {"cid": "name", "title": "Name", "name": "Order the cake"},
        {"cid": "last_post", "title": "Last Update", "value": None},
        {"cid": "status", "title": "Status", "value": {"index": 1, "update_id": None}},
    ],
}
UPDATE: dict[str, Any] = {
    "user_id": 48,
    "user": USER,
    "url": f"{HOST}/posts/670",
    "id": 670,
    "body": "<p>It is <b>ready</b>.</p>",
    "kind": "update",
    "has_assets": False,
    "assets": [],
    "body_text": "It is ready.",
    "created_at": "2017-01-20T23:37:04Z",
    "updated_at": "2017-01-20T23:37:04Z",
    "pulse_id": 345,
    "likes_count": 1,
    "liked_by": [48],
    "replies": [],
}
NOTE: dict[str, Any] = {
    "type": "rich_text",
    "id": 91,
    "title": "Agenda",
    "project_id": 345,
    "permissions": "everyone",
    "content": "<p>First, the cake.</p>",
    "created_at": "2017-01-20T23:37:04Z",
    "updated_at": "2017-01-20T23:37:04Z",
}
TAG: dict[str, Any] = {
    "url": f"{HOST}/tags/7",
    "id": 7,
    "name": "urgent",
    "color": "black",
    "created_at": "2017-01-20T23:37:04Z",
    "updated_at": "2017-01-20T23:37:04Z",
}


def value(column_id: str, shown: Any) -> dict[str, Any]:
    return {"column_id": column_id, "pulse_id": 345, "value": shown}
