"""Every public method of PyPI's `monday`, called and read back."""

from typing import Any

from monday import MondayClient
from monday.resources.base import _URLS
from monday.resources.types import BoardKind, BoardsOrderBy, BoardState, ColumnType, DuplicateType

from calls import FILE, SCENE, TOKEN, URL, Calls, ids, of_board, of_item, of_workspace, text_of

_URLS.update(prod=f"{URL}/v2", file=f"{URL}/v2/file")
client = MondayClient(TOKEN)
calls = Calls(client, "monday.resources")
admin, member, team = SCENE["admin"], SCENE["member"], SCENE["team"]
NAME = 'An "item" \\ of ours'


def of(answer: Any, operation: str) -> Any:
    return answer["data"][operation]


def account() -> None:
    calls("me.get_details", check=lambda a: of(a, "me")["id"] == str(admin))
    calls("users.fetch_users", check=lambda a: len(of(a, "users")) == SCENE["users"])
    calls("users.fetch_users", limit=1, page=2, check=lambda a: len(of(a, "users")) == 1)
    calls("complexity.get_complexity", check=lambda a: of(a, "complexity")["after"] > 0)
    version = "{version {value}}"
    calls("custom.execute_custom_query", version, check=lambda a: of(a, "version")["value"] == "2026-01")


def workspaces() -> None:
    made = calls("workspaces.create_workspace", "Ours", "open", "What we do")
    made = of(made, "create_workspace")["id"]
    seen = of_workspace(made, "name description kind")
    assert seen == {"name": "Ours", "description": "What we do", "kind": "open"}
    people = lambda: ids(of_workspace(made, "users_subscribers {id}")["users_subscribers"])
    teams = lambda: ids(of_workspace(made, "teams_subscribers {id}")["teams_subscribers"])
    calls("workspaces.get_workspaces", check=lambda a: made in ids(of(a, "workspaces")))
    calls("workspaces.add_users_to_workspace", made, [member], "subscriber", check=lambda _: str(member) in people())
    calls("workspaces.delete_users_from_workspace", made, [member], check=lambda _: str(member) not in people())
    calls("workspaces.add_teams_to_workspace", made, [team], check=lambda _: teams() == [str(team)])
    calls("workspaces.delete_teams_from_workspace", made, [team], check=lambda _: teams() == [])
    calls(
        "boards.create_board",
        "There",
        BoardKind.PRIVATE,
        made,
        check=lambda a: of_board(of(a, "create_board")["id"], "board_kind workspace_id") == {"board_kind": "private", "workspace_id": made},
    )


def columns(board: str) -> dict[str, str]:
    calls("columns.create_column", board, "Words", ColumnType.TEXT)
    calls("columns.create_column", board, "State", "status", {"labels": {"1": "Good"}})
    calls("columns.create_column", board, "Files", "file")
    made = {c["title"]: c for c in of_board(board, "columns {id title type}")["columns"]}
    calls(
        "columns.create_column", board, "Day", ColumnType.DATE, check=lambda a: of(a, "create_column")["id"] in ids(of_board(board, "columns {id}")["columns"])
    )
    assert [made[title]["type"] for title in ("Words", "State", "Files")] == ["text", "status", "file"]
    return {title: column["id"] for title, column in made.items()}


def items(board: str, group: str, words: str, state: str, files: str) -> str:
    values = {words: "hello", state: {"label": "Good"}}
    made = of(calls("items.create_item", board, group, NAME, values, check=lambda a: text_of(of(a, "create_item")["id"], state) == "Good"), "create_item")["id"]
    calls(
        "items.create_item",
        board,
        "topics",
        "New label",
        {state: {"label": "Fresh"}},
        True,
        check=lambda a: text_of(of(a, "create_item")["id"], state) == "Fresh",
    )
    calls("items.fetch_items_by_id", [int(made)], check=lambda a: of(a, "items")[0]["name"] == NAME)
    calls("items.change_item_value", board, made, words, "changed", check=lambda _: text_of(made, words) == "changed")
    many = {words: "many", state: {"label": "Newest"}}
    calls("items.change_multiple_column_values", board, made, many, True, check=lambda _: (text_of(made, words), text_of(made, state)) == ("many", "Newest"))
    calls("items.fetch_items_by_column_value", int(board), words, "many", check=lambda a: ids(of(a, "items_page_by_column_values")["items"]) == [made])
    calls("items.move_item_to_group", made, "topics", check=lambda _: of_item(made, "group {id}")["group"]["id"] == "topics")
    calls(
        "items.create_subitem",
        made,
        "Below",
        {"status": {"label": "Done"}},
        check=lambda _: (
            of_item(made, 'subitems {name column_values(ids: "status") {text}}')["subitems"] == [{"name": "Below", "column_values": [{"text": "Done"}]}]
        ),
    )
    two = [
        {"method": "create_item", "board_id": int(board), "item_name": "One of two"},
        {"method": "create_item", "board_id": int(board), "item_name": "Two of two", "column_values": {words: "x"}, "create_labels_if_missing": True},
    ]
    calls(
        "items.mutate_multiple_items",
        two,
        check=lambda a: [of_item(of(a, alias)["id"], "name")["name"] for alias in ("item0", "item1")] == ["One of two", "Two of two"],
    )
    calls("items.add_file_to_column", made, files, FILE, check=lambda _: len(of_item(made, "assets {name}")["assets"]) == 1)
    calls("columns.update_multiple_columns", made, board, {words: "swapped"}, check=lambda _: text_of(made, words) == "swapped")
    return str(made)


def boards(board: str, item: str, words: str) -> None:
    named = lambda a: {one["name"] for one in of(a, "boards")}
    calls("boards.fetch_boards", 50, 1, order_by=BoardsOrderBy.CREATED_AT, check=lambda a: "Made" in named(a))
    calls("boards.fetch_boards", ids=[int(board)], board_kind=BoardKind.PUBLIC, state=BoardState.ALL, check=lambda a: named(a) == {"Made"})
    calls("boards.fetch_boards_by_id", board, check=lambda a: named(a) == {"Made"})
    calls("boards.fetch_columns_by_board_id", board, check=lambda a: {"Words", "State"} <= {c["title"] for c in of(a, "boards")[0]["columns"]})
    first = calls("boards.fetch_items_by_board_id", board, limit=2, check=lambda a: len(of(a, "boards")[0]["items_page"]["items"]) == 2)
    calls("boards.fetch_next_items_by_cursor", of(first, "boards")[0]["items_page"]["cursor"], 2, check=lambda a: len(of(a, "next_items_page")["items"]) == 2)
    calls(
        "boards.fetch_all_items_by_board_id", board, limit=1, check=lambda a: ids(a) == ids(of_board(board, "items_page {items {id}}")["items_page"]["items"])
    )
    rules = {"rules": [{"column_id": words, "compare_value": ["many"]}]}
    calls("boards.fetch_items_by_board_id", board, rules, check=lambda a: ids(of(a, "boards")[0]["items_page"]["items"]) == [item])
    calls(
        "boards.duplicate_board",
        board,
        DuplicateType.WITH_PULSES,
        "Twin",
        check=lambda a: of_board(of(a, "duplicate_board")["board"]["id"], "name items_count") == {"name": "Twin", "items_count": 5},
    )


def groups(board: str, group: str, item: str) -> None:
    here = lambda: ids(of_board(board, "groups {id}")["groups"])
    calls("groups.get_groups_by_board", board, check=lambda a: [g["title"] for g in of(a, "boards")[0]["groups"]] == ["Second", "Group Title"])
    calls("groups.get_items_by_group", board, "topics", 50, check=lambda a: item in ids(of(a, "boards")[0]["groups"][0]["items_page"]["items"]))
    copy = of(calls("groups.duplicate_group", board, group, check=lambda a: of(a, "duplicate_group")["id"] in here()), "duplicate_group")["id"]
    calls("groups.archive_group", board, group, check=lambda _: group not in here())
    calls("groups.delete_group", board, copy, check=lambda _: copy not in here())


def talk(item: str) -> None:
    update = of(calls("updates.create_update", item, 'It is "done"\nnow'), "create_update")["id"]
    calls("updates.fetch_updates", 10, check=lambda a: update in ids(of(a, "updates")))
    calls("updates.fetch_updates_for_item", item, check=lambda a: ids(of(a, "items")[0]["updates"]) == [update])
    calls("updates.delete_update", update, check=lambda _: of_item(item, "updates {id}")["updates"] == [])
    calls("notifications.create_notification", member, item, "Look", "Project", check=lambda a: of(a, "create_notification")["text"] == "Look")
    tag = of(calls("tags.create_or_get_tag", "urgent"), "create_or_get_tag")["id"]
    calls("tags.fetch_tags", [int(tag)], check=lambda a: of(a, "tags")[0]["name"] == "urgent")
    calls("items.archive_item_by_id", item, check=lambda _: of_item(item, "state")["state"] == "archived")
    calls("items.delete_item_by_id", item, check=lambda _: of_item(item, "state") is None)


account()
workspaces()
board = of(calls("boards.create_board", "Made", BoardKind.PUBLIC), "create_board")["id"]
column = columns(board)
group = calls("groups.create_group", board, "Second", check=lambda a: of_board(board, "groups {id}")["groups"][0]["id"] == of(a, "create_group")["id"])
group = of(group, "create_group")["id"]
item = items(board, group, column["Words"], column["State"], column["Files"])
boards(board, item, column["Words"])
groups(board, group, item)
talk(item)
calls.tell()
