"""Every public method of PyPI's `pymonday`, called and read back."""

import asyncio
import json
from typing import Any

import pymonday.config
import pymonday.monday_api_client as of_client
from calls import FILE, SCENE, TOKEN, URL, Calls, ask, of_board, of_item, text_of

for module in (pymonday.config, of_client):
    module.monday_api_URL, module.monday_file_URL = f"{URL}/v2", f"{URL}/v2/file"
of_client.MAX_RETRIES = 1
of_client.time.sleep = lambda seconds: None  # type: ignore[assignment]
client = of_client.MondayAPIClient(TOKEN)
calls = Calls(client, lambda part: type(part).__module__.startswith("pymonday.methods"))
calls.public |= {
    f"client.{name}" for name in ("send_post_request", "upload_file", "async_post", "get_next_page")
} | {"client.column_task_handler", "client.column_id_formatter"}
member, other, team = SCENE["member"], SCENE["other"], SCENE["team"]


def ids(found: Any) -> list[str]:
    return [one["id"] for one in found]


def on_client(name: str, *arguments: Any, check: Any) -> None:
    calls.checked(f"client.{name}", getattr(client, name)(*arguments), check)


main = ask("{workspaces {id}}")["workspaces"]
workspace = calls("workspaces.create_workspace", "Ours", "open", "What")
seen = lambda fields: ask(
    f"query ($w: [ID!]) {{workspaces(ids: $w, state: all) {{{fields}}}}}", w=[workspace]
)["workspaces"][0]
calls("workspaces.get_workspaces", check=lambda a: len(a) > len(main) - 1)
calls(
    "workspaces.update_workspace",
    workspace,
    "Renamed",
    "New",
    check=lambda a: seen("name")["name"] == "Renamed",
)
calls(
    "workspaces.add_users_to_workspace",
    workspace,
    [member],
    check=lambda a: str(member) in ids(seen("users_subscribers {id}")["users_subscribers"]),
)
calls(
    "workspaces.delete_users_from_workspace",
    workspace,
    [member],
    check=lambda a: str(member) not in ids(seen("users_subscribers {id}")["users_subscribers"]),
)
calls(
    "workspaces.add_teams_to_workspace",
    workspace,
    [team],
    check=lambda a: ids(seen("teams_subscribers {id}")["teams_subscribers"]) == [str(team)],
)
calls(
    "workspaces.delete_teams_from_workspace",
    workspace,
    [team],
    check=lambda a: seen("teams_subscribers {id}")["teams_subscribers"] == [],
)
folder = calls("folders.create_folder", "Folder", workspace, color="AQUAMARINE")
named = lambda: ask("query ($f: [ID!]) {folders(ids: $f) {name}}", f=[folder])["folders"]
calls("folders.get_folders", workspace, check=lambda a: ids(a) == [folder])
calls("folders.update_folder", folder, name="New", check=lambda a: named()[0]["name"] == "New")
calls("folders.delete_folder", folder, check=lambda a: named() == [])

board = calls(
    "boards.create_board",
    "Board",
    "public",
    workspace,
    check=lambda a: of_board(a, "workspace {id}")["workspace"]["id"] == workspace,
)
calls("boards.get_all_boards", check=lambda a: a[board] == "Board")
calls("boards.get_board_info", board, check=lambda a: a["workspace_id"] == workspace)
calls("boards.get_board_groups", board, check=lambda a: a == {"Group Title": "topics"})
calls("boards.get_board_views", board, check=lambda a: a == [])
calls(
    "boards.update_board_description",
    board,
    "About",
    check=lambda a: of_board(board, "description")["description"] == "About",
)
twin = calls(
    "boards.duplicate_board",
    board,
    board_name="Twin",
    check=lambda a: of_board(a, "name")["name"] == "Twin",
)
calls("boards.archive_board", twin, check=lambda a: of_board(twin, "state")["state"] == "archived")
calls("boards.delete_board", twin, check=lambda a: of_board(twin, "id", "active") is None)
calls("users.get_all_users", check=lambda a: len(a) == SCENE["users"])
calls("users.get_user_info", member, check=lambda a: a["id"] == str(member))
calls(
    "users.add_user_to_board",
    board,
    [member],
    check=lambda a: str(member) in ids(of_board(board, "subscribers {id}")["subscribers"]),
)
calls(
    "users.remove_user_from_board",
    board,
    [member],
    check=lambda a: str(member) not in ids(of_board(board, "subscribers {id}")["subscribers"]),
)
calls("teams.get_teams", check=lambda a: str(team) in a)
calls("teams.get_team_members", [team], check=lambda a: len(a) == 1)
calls("account.get_account_details", check=lambda a: a["tier"] == "enterprise")

made = {
    title: calls("columns.create_column", board, title, kind)
    for title, kind in (
        ("Words", "text"),
        ("State", "status"),
        ("Day", "date"),
        ("Span", "timeline"),
        ("Files", "file"),
        ("Done", "checkbox"),
    )
}
words, state, day, span, files = (
    made[title] for title in ("Words", "State", "Day", "Span", "Files")
)
calls(
    "columns.change_column_title",
    board,
    words,
    "Texts",
    check=lambda a: "Texts" in [c["title"] for c in of_board(board, "columns {title}")["columns"]],
)
calls(
    "columns.get_column_metadata",
    board,
    [words],
    check=lambda a: [c["title"] for c in a] == ["Texts"],
)
group = calls("groups.create_group", board, "Second")
calls(
    "groups.update_group",
    board,
    group,
    "title",
    "Other",
    check=lambda a: "Other" in [g["title"] for g in of_board(board, "groups {title}")["groups"]],
)
calls("groups.is_group_empty", board, group, check=lambda a: a is True)
values = {
    words: {"type": "text", "values": ["hello"]},
    state: {"type": "status", "values": ["Done"]},
    day: {"type": "date", "values": ["2026-01-15"]},
    span: {"type": "timeline", "values": ["2026-01-10", "2026-01-20"]},
}
item = calls(
    "items.create_item_with_column_values",
    board,
    group,
    "With values",
    values,
    check=lambda a: text_of(a, state) == "Done",
)
plain = calls(
    "items.create_item",
    board,
    group,
    "Plain",
    check=lambda a: of_item(a, "name")["name"] == "Plain",
)
calls(
    "columns.change_column_values",
    board,
    plain,
    {words: {"type": "text", "values": ["bye"]}},
    check=lambda a: text_of(plain, words) == "bye",
)
calls("columns.clear_column", board, plain, words, check=lambda a: text_of(plain, words) == "")
calls("boards.get_board_from_item", item, check=lambda a: a["id"] == board)
calls(
    "items.get_item_columns",
    [int(item), int(plain)],
    [words, state],
    check=lambda a: {one["name"] for one in a} == {"With values", "Plain"},
)
calls("items.get_item_ids_from_group", board, group, check=lambda a: set(a) == {item, plain})
calls("items.get_items_page_from_group", board, group, [words], check=lambda a: len(a) == 2)
calls(
    "items.get_items_from_column",
    board,
    words,
    "hello",
    [words],
    check=lambda a: [one["id"] for one in a] == [item],
)
calls(
    "items.get_items_by_column_values",
    board,
    [{"column_id": words, "column_values": ["hello"]}],
    check=lambda a: ids(a) == [item],
)
calls(
    "items.get_items_with_status", board, group, [state], state, 1, check=lambda a: ids(a) == [item]
)
for name, column in (
    ("items.get_items_page_between_dates", span),
    ("items.get_items_page_between_date", day),
):
    calls(
        name,
        board,
        group,
        [words],
        column,
        "2026-01-01",
        "2026-01-31",
        check=lambda a: ids(a) == [item],
    )
for name, column in (
    ("items.get_item_ids_between_dates", span),
    ("items.get_item_ids_between_date", day),
):
    calls(name, board, group, column, "2026-01-01", "2026-01-31", check=lambda a: a == [item])
sub = calls(
    "subitems.create_subitem",
    item,
    "Below",
    {"status": {"type": "status", "values": ["Done"]}},
    check=lambda a: of_item(item, "subitems {name}")["subitems"] == [{"name": "Below"}],
)
calls("subitems.get_subitems", item, check=lambda a: a == [sub["Item ID"]])
calls("subitems.get_subitem_names", item, check=lambda a: a == {sub["Item ID"]: "Below"})
calls(
    "subitems.get_subitem_info",
    sub["Item ID"],
    check=lambda a: a == {"Parent Item": item, "Subitem Board": sub["Subitem Board"]},
)
calls(
    "files.upload_file_to_column",
    item,
    files,
    FILE,
    check=lambda a: len(of_item(item, "assets {id}")["assets"]) == 1,
)
calls("files.get_assets", item, check=lambda a: len(a) == 1)
update = calls("updates.create_update", item, "Hello")
reply = calls(
    "updates.create_reply",
    item,
    "Hello back",
    update,
    check=lambda a: (
        ids(
            ask("query ($u: [ID!]) {updates(ids: $u) {replies {id}}}", u=[update])["updates"][0][
                "replies"
            ]
        )
        == [a]
    ),
)
calls("updates.get_item_updates", item, check=lambda a: len(a) == 1)
calls(
    "files.add_file_to_update",
    update,
    FILE,
    check=lambda a: (
        len(
            ask("query ($u: [ID!]) {updates(ids: $u) {assets {id}}}", u=[update])["updates"][0][
                "assets"
            ]
        )
        == 1
    ),
)
calls(
    "updates.delete_update",
    reply,
    check=lambda a: (
        ask("query ($u: [ID!]) {updates(ids: $u) {replies {id}}}", u=[update])["updates"][0][
            "replies"
        ]
        == []
    ),
)
calls("updates.clear_updates", item, check=lambda a: of_item(item, "updates {id}")["updates"] == [])
calls(
    "tags.create_or_get_tag",
    "urgent",
    board,
    check=lambda a: (
        ask("query ($t: [ID!]) {tags(ids: $t) {name}}", t=[a])["tags"][0]["name"] == "urgent"
    ),
)
calls(
    "notifications.create_notification",
    member,
    item,
    "Look",
    "Project",
    check=lambda a: a == "Look",
)
calls(
    "activity_logs.get_activity_logs",
    board,
    check=lambda a: "create_pulse" in [one["event"] for one in a],
)

doc = calls("docs.create_doc", workspace, "Notes", "public")
calls("docs.fetch_docs", check=lambda a: doc in ids(a))
content = {"deltaFormat": [{"insert": "Hello"}]}
block = calls("doc_blocks.create_doc_block", doc, "normal_text", content)
calls("doc_blocks.fetch_doc_blocks", doc, check=lambda a: block in ids(a))
calls(
    "doc_blocks.update_doc_block",
    block,
    {"deltaFormat": [{"insert": "Changed"}]},
    check=lambda a: "Changed" in json.dumps(client.doc_blocks.fetch_doc_blocks(doc)),
)
calls(
    "doc_blocks.delete_doc_block",
    block,
    check=lambda a: block not in ids(client.doc_blocks.fetch_doc_blocks(doc)),
)

me = {"query": "{me {id}}"}
on_client("send_post_request", me, check=lambda a: a["data"]["me"]["id"] == str(SCENE["admin"]))
on_client("column_id_formatter", {words: values[words]}, check=lambda a: words in a)
page = of_board(board, "items_page(limit: 1) {cursor items {id}}")["items_page"]
on_client("get_next_page", page["cursor"], page["items"], "id", check=lambda a: len(a) >= 1)
asyncio.run(client.async_post(me))
calls.checked("client.async_post", client.results, lambda a: len(a) == 1)
client.results = []
asyncio.run(client.column_task_handler([int(item)], [words]))
calls.checked(
    "client.column_task_handler", client.results, lambda a: a[0]["data"]["items"][0]["id"] == item
)
with open(FILE, "rb") as file:
    query = f'mutation ($file: File!) {{add_file_to_column(item_id: {item}, column_id: "{files}", file: $file) {{id}}}}'
    payload = {"query": query, "map": '{"it": "variables.file"}'}
    on_client(
        "upload_file",
        payload,
        [("it", ("note.txt", file, "text/plain"))],
        check=lambda a: a["data"]["add_file_to_column"]["id"],
    )
copy = calls(
    "items.duplicate_item",
    board,
    item,
    check=lambda a: of_item(a, "name")["name"] == "With values (copy)",
)
in_topics = lambda a: of_item(copy, "group {id}")["group"]["id"] == "topics"
calls("groups.move_item_to_group", copy, "topics", check=in_topics)
target = ask(
    "mutation ($b: ID!) {duplicate_board(board_id: $b, duplicate_type: duplicate_board_with_structure) {board {id}}}",
    b=board,
)["duplicate_board"]["board"]["id"]
mapping = {column: column for column in made.values()}
calls(
    "items.move_item_to_board",
    copy,
    target,
    "topics",
    mapping,
    check=lambda a: of_item(copy, "board {id}")["board"]["id"] == target,
)
calls("items.archive_item", copy, check=lambda a: of_item(copy, "state")["state"] == "archived")
calls("items.delete_item", plain, check=lambda a: of_item(plain, "state") is None)
doubled = calls(
    "groups.duplicate_group",
    board,
    group,
    check=lambda a: a in ids(of_board(board, "groups {id}")["groups"]),
)
calls(
    "groups.archive_group",
    board,
    doubled,
    check=lambda a: doubled not in ids(of_board(board, "groups {id}")["groups"]),
)
calls(
    "groups.delete_group",
    board,
    group,
    check=lambda a: group not in ids(of_board(board, "groups {id}")["groups"]),
)

calls(
    "workspaces.delete_workspace",
    workspace,
    check=lambda a: (
        not ask("query ($w: [ID!]) {workspaces(ids: $w) {id}}", w=[workspace])["workspaces"]
    ),
)
calls.told()
