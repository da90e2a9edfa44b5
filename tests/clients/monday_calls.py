"""Every public method of PyPI's `monday`, called and read back."""

from typing import Any

from calls import FILE, SCENE, TOKEN, URL, Calls, ask, of_board, of_item, text_of
from monday import MondayClient
from monday.resources.base import _URLS
from monday.resources.types import BoardKind, BoardsOrderBy, ColumnType, DuplicateType

_URLS.update(prod=f"{URL}/v2", file=f"{URL}/v2/file")
client = MondayClient(TOKEN)
calls = Calls(client, lambda part: type(part).__module__.startswith("monday."))


def names(answer: Any) -> set[str]:
    return {board["name"] for board in answer["data"]["boards"]}


def id_in(answer: Any, operation: str) -> int:
    return int(answer["data"][operation]["id"])


board = id_in(calls("boards.create_board", "Made", BoardKind.PUBLIC), "create_board")
calls("me.get_details", check=lambda a: a["data"]["me"]["id"] == str(SCENE["admin"]))
calls("users.fetch_users", check=lambda a: len(a["data"]["users"]) == SCENE["users"])
calls("users.fetch_users", limit=1, check=lambda a: len(a["data"]["users"]) == 1)
calls("complexity.get_complexity", check=lambda a: a["data"]["complexity"]["after"] > 0)
calls(
    "custom.execute_custom_query",
    "{version {value}}",
    check=lambda a: a["data"]["version"]["value"] == "2026-01",
)

calls(
    "columns.create_column",
    board,
    "Words",
    ColumnType.TEXT,
    check=lambda a: a["data"]["create_column"]["title"] == "Words",
)
columns = of_board(board, "columns {id title}")["columns"]
text = next(c["id"] for c in columns if c["title"] == "Words")
calls("columns.create_column", board, "State", "status", {"labels": {"1": "Good"}})
calls("columns.create_column", board, "Files", "file")
columns = {c["title"]: c["id"] for c in of_board(board, "columns {id title}")["columns"]}
state, files = columns["State"], columns["Files"]

group = calls("groups.create_group", board, "Second")["data"]["create_group"]["id"]
calls(
    "groups.get_groups_by_board",
    board,
    check=lambda a: (
        [g["title"] for g in a["data"]["boards"][0]["groups"]] == ["Second", "Group Title"]
    ),
)
item = id_in(
    calls(
        "items.create_item",
        board,
        group,
        'An "item" \\ of ours',
        {text: "hello", state: {"label": "Good"}},
        check=lambda a: text_of(id_in(a, "create_item"), state) == "Good",
    ),
    "create_item",
)
calls("items.create_item", board, "topics", "New label", {state: {"label": "Fresh"}}, True)
calls(
    "items.fetch_items_by_id",
    [item],
    check=lambda a: a["data"]["items"][0]["name"] == 'An "item" \\ of ours',
)
calls(
    "items.change_item_value",
    board,
    item,
    text,
    "changed",
    check=lambda a: text_of(item, text) == "changed",
)
calls(
    "items.change_multiple_column_values",
    board,
    item,
    {text: "many", state: {"label": "Newest"}},
    True,
    check=lambda a: (text_of(item, text), text_of(item, state)) == ("many", "Newest"),
)
calls(
    "items.fetch_items_by_column_value",
    board,
    text,
    "many",
    check=lambda a: (
        [i["id"] for i in a["data"]["items_page_by_column_values"]["items"]] == [str(item)]
    ),
)
calls(
    "items.move_item_to_group",
    item,
    "topics",
    check=lambda a: of_item(item, "group {id}")["group"]["id"] == "topics",
)
calls(
    "items.create_subitem",
    item,
    "Below",
    {"status": {"label": "Done"}},
    check=lambda a: of_item(item, "subitems {name}")["subitems"] == [{"name": "Below"}],
)
calls(
    "items.mutate_multiple_items",
    [
        {"method": "create_item", "board_id": board, "item_name": "One of two"},
        {
            "method": "create_item",
            "board_id": board,
            "item_name": "Two of two",
            "column_values": {text: "x"},
            "create_labels_if_missing": True,
        },
    ],
    check=lambda a: (
        [a["data"][key]["name"] for key in ("item0", "item1")] == ["One of two", "Two of two"]
    ),
)
calls(
    "items.add_file_to_column",
    item,
    files,
    FILE,
    check=lambda a: len(of_item(item, "assets {name}")["assets"]) == 1,
)
calls(
    "columns.update_multiple_columns",
    item,
    board,
    {text: "swapped"},
    check=lambda a: text_of(item, text) == "swapped",
)

calls(
    "boards.fetch_boards",
    50,
    1,
    order_by=BoardsOrderBy.CREATED_AT,
    check=lambda a: "Made" in names(a),
)
calls("boards.fetch_boards_by_id", board, check=lambda a: names(a) == {"Made"})
calls(
    "boards.fetch_columns_by_board_id",
    board,
    check=lambda a: (
        {"Words", "State", "Files"} <= {c["title"] for c in a["data"]["boards"][0]["columns"]}
    ),
)
first = calls(
    "boards.fetch_items_by_board_id",
    board,
    limit=2,
    check=lambda a: len(a["data"]["boards"][0]["items_page"]["items"]) == 2,
)
calls(
    "boards.fetch_next_items_by_cursor",
    first["data"]["boards"][0]["items_page"]["cursor"],
    2,
    check=lambda a: len(a["data"]["next_items_page"]["items"]) == 2,
)
calls(
    "boards.fetch_all_items_by_board_id",
    board,
    limit=1,
    check=lambda a: (
        len(a) == len(of_board(board, "items_page {items {id}}")["items_page"]["items"])
    ),
)
rules = {"rules": [{"column_id": text, "compare_value": ["many"]}]}
calls(
    "boards.fetch_items_by_board_id",
    board,
    rules,
    check=lambda a: [i["id"] for i in a["data"]["boards"][0]["items_page"]["items"]] == [str(item)],
)
calls(
    "boards.duplicate_board",
    board,
    DuplicateType.WITH_PULSES,
    "Twin",
    check=lambda a: of_board(a["data"]["duplicate_board"]["board"]["id"], "name")["name"] == "Twin",
)
calls(
    "groups.get_items_by_group",
    board,
    "topics",
    50,
    check=lambda a: (
        str(item) in [i["id"] for i in a["data"]["boards"][0]["groups"][0]["items_page"]["items"]]
    ),
)
copy = calls(
    "groups.duplicate_group",
    board,
    group,
    check=lambda a: (
        a["data"]["duplicate_group"]["id"]
        in [g["id"] for g in of_board(board, "groups {id}")["groups"]]
    ),
)
calls("groups.archive_group", board, group, check=lambda a: a["data"]["archive_group"]["archived"])
calls(
    "groups.delete_group",
    board,
    copy["data"]["duplicate_group"]["id"],
    check=lambda a: a["data"]["delete_group"]["deleted"],
)

update = id_in(calls("updates.create_update", item, 'It is "done"\nnow'), "create_update")
calls(
    "updates.fetch_updates",
    10,
    check=lambda a: str(update) in [u["id"] for u in a["data"]["updates"]],
)
calls(
    "updates.fetch_updates_for_item",
    item,
    check=lambda a: [u["id"] for u in a["data"]["items"][0]["updates"]] == [str(update)],
)
calls(
    "updates.delete_update", update, check=lambda a: of_item(item, "updates {id}")["updates"] == []
)
calls(
    "notifications.create_notification",
    SCENE["member"],
    item,
    "Look",
    "Project",
    check=lambda a: a["data"]["create_notification"]["text"] == "Look",
)
tag = id_in(calls("tags.create_or_get_tag", "urgent"), "create_or_get_tag")
calls("tags.fetch_tags", [tag], check=lambda a: a["data"]["tags"][0]["name"] == "urgent")

workspace = id_in(
    calls("workspaces.create_workspace", "Ours", "open", "What we do"), "create_workspace"
)
calls(
    "workspaces.get_workspaces",
    check=lambda a: "Ours" in [w["name"] for w in a["data"]["workspaces"]],
)
subscribers = "query ($w: [ID!]) {workspaces(ids: $w) {users_subscribers {id} team_subscribers: teams_subscribers {id}}}"
of_workspace = lambda: ask(subscribers, w=[str(workspace)])["workspaces"][0]
calls(
    "workspaces.add_users_to_workspace",
    workspace,
    [SCENE["member"]],
    "subscriber",
    check=lambda a: {"id": str(SCENE["member"])} in of_workspace()["users_subscribers"],
)
calls(
    "workspaces.delete_users_from_workspace",
    workspace,
    [SCENE["member"]],
    check=lambda a: {"id": str(SCENE["member"])} not in of_workspace()["users_subscribers"],
)
calls(
    "workspaces.add_teams_to_workspace",
    workspace,
    [SCENE["team"]],
    check=lambda a: of_workspace()["team_subscribers"] == [{"id": str(SCENE["team"])}],
)
calls(
    "workspaces.delete_teams_from_workspace",
    workspace,
    [SCENE["team"]],
    check=lambda a: of_workspace()["team_subscribers"] == [],
)
calls(
    "items.archive_item_by_id", item, check=lambda a: of_item(item, "state")["state"] == "archived"
)
calls("items.delete_item_by_id", item, check=lambda a: of_item(item, "state") is None)
calls.told()
