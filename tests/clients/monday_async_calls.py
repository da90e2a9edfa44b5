"""Every public method of PyPI's `monday-async`, called and read back."""

import asyncio
from typing import Any

from monday_async import AsyncMondayClient
from monday_async.resources import base_resource
from monday_async.types import args
from monday_async.types import enum_values as e

from calls import FILE, SCENE, TOKEN, URL, Calls, ask, ids, of_board, of_folder, of_item, of_team, of_update, of_user, of_workspace, text_of

base_resource._URLS.update(prod=f"{URL}/v2", file=f"{URL}/v2/file")
client = AsyncMondayClient(TOKEN)
calls = Calls(client, "monday_async.resources")
member, team_mate, team = SCENE["member"], SCENE["other"], SCENE["team"]


def of(answer: Any, operation: str) -> Any:
    return answer["data"][operation]


def is_active(user_id: Any) -> bool:
    query = "query ($ids: [ID!]) {users(ids: $ids, non_active: true) {id}}"
    return ask(query, ids=[str(user_id)])["users"] == []


async def account() -> None:
    await calls.wait("complexity.get_complexity", check=lambda a: of(a, "complexity")["before"] > 0)
    version = "query {version {value}}"
    await calls.wait("custom.execute_custom_query", version, check=lambda a: of(a, "version")["value"] == "2025-04")
    await calls.wait("custom.execute_custom_file_upload_query", version, check=lambda a: of(a, "version")["value"] == "2025-04")
    await calls.wait("api.get_all_api_versions", check=lambda a: "2026-07" in [v["value"] for v in of(a, "versions")])
    await calls.wait("api.get_current_api_version", check=lambda a: of(a, "version")["value"] == "2025-04")
    await calls.wait("account.get_account", with_complexity=True, check=lambda a: of(a, "complexity")["query"] > 0 and of(a, "account")["tier"] == "enterprise")
    await calls.wait("account.get_account_roles", check=lambda a: len(of(a, "account_roles")) == 4)
    await calls.wait("users.get_me", with_custom_fields=True, check=lambda a: of(a, "me")["id"] == str(SCENE["admin"]))
    await calls.wait("users.get_users", [member], with_custom_fields=True, check=lambda a: ids(of(a, "users")) == [str(member)])
    await calls.wait("users.get_users", check=lambda a: len(of(a, "users")) == SCENE["users"])
    await calls.wait("users.get_users_by_email", [SCENE["member_email"]], check=lambda a: ids(of(a, "users")) == [str(member)])
    await calls.wait("users.deactivate_users", [team_mate], check=lambda _: not is_active(team_mate))
    await calls.wait("users.activate_users", [team_mate], check=lambda _: is_active(team_mate))
    await calls.wait("users.update_users_role", [team_mate], e.BaseRoleName.VIEWER, check=lambda _: of_user(team_mate, "is_view_only")["is_view_only"])
    changed = args.UserAttributesInput(title="Cook", name="Renamed")
    await calls.wait(
        "users.update_multiple_users", [(team_mate, changed)], check=lambda _: of_user(team_mate, "title name") == {"title": "Cook", "name": "Renamed"}
    )
    await calls.wait(
        "users.update_users_email_domain",
        "else.example.com",
        [team_mate],
        check=lambda _: of_user(team_mate, "email")["email"] == "other_member@else.example.com",
    )
    await calls.wait(
        "users.invite_users",
        ["new@example.com"],
        e.Product.WORK_MANAGEMENT,
        e.BaseRoleName.MEMBER,
        check=lambda a: (of(a, "invite_users")["invited_users"][0]["email"], of(a, "invite_users")["errors"]) == ("new@example.com", []),
    )


async def teams() -> None:
    made = of(
        await calls.wait(
            "teams.create_team", "Bakers", [member], check=lambda a: ids(of_team(of(a, "create_team")["id"], "users {id}")["users"]) == [str(member)]
        ),
        "create_team",
    )["id"]
    await calls.wait("teams.get_teams", [made], check=lambda a: of(a, "teams")[0]["name"] == "Bakers")
    people = lambda part="users": ids(of_team(made, f"{part} {{id}}")[part])
    await calls.wait("teams.add_users_to_team", made, [SCENE["admin"]], check=lambda a: str(SCENE["admin"]) in people())
    await calls.wait("teams.assign_team_owners", [member], made, check=lambda a: str(member) in people("owners"))
    await calls.wait("teams.remove_team_owners", [member], made, check=lambda a: str(member) not in people("owners"))
    await calls.wait("teams.remove_users_from_team", made, [member], check=lambda a: str(member) not in people())
    await calls.wait("teams.delete_team", made, check=lambda a: of_team(made, "id") is None)


async def workspaces() -> None:
    made = of(
        await calls.wait(
            "workspaces.create_workspace",
            "Async",
            e.WorkspaceKind.OPEN,
            "What",
            check=lambda a: of_workspace(of(a, "create_workspace")["id"], "name description") == {"name": "Async", "description": "What"},
        ),
        "create_workspace",
    )["id"]
    seen = lambda: of_workspace(made, "name state users_subscribers {id} teams_subscribers {id}")
    await calls.wait("workspaces.get_workspaces", [made], check=lambda a: of(a, "workspaces")[0]["name"] == "Async")
    await calls.wait("workspaces.update_workspace", made, "Renamed", e.WorkspaceKind.OPEN, "New", check=lambda a: seen()["name"] == "Renamed")
    await calls.wait(
        "workspaces.add_users_to_workspace", made, [member], e.SubscriberKind.SUBSCRIBER, check=lambda a: str(member) in ids(seen()["users_subscribers"])
    )
    await calls.wait("workspaces.delete_users_from_workspace", made, [member], check=lambda a: str(member) not in ids(seen()["users_subscribers"]))
    await calls.wait("workspaces.add_teams_to_workspace", made, [team], e.SubscriberKind.OWNER, check=lambda a: ids(seen()["teams_subscribers"]) == [str(team)])
    await calls.wait("workspaces.delete_teams_from_workspace", made, [team], check=lambda a: seen()["teams_subscribers"] == [])
    folder = of(
        await calls.wait(
            "folders.create_folder",
            made,
            "Folder",
            e.FolderColor.AQUAMARINE,
            check=lambda a: of_folder(of(a, "create_folder")["id"], "name color") == {"name": "Folder", "color": "AQUAMARINE"},
        ),
        "create_folder",
    )["id"]
    await calls.wait("folders.get_folders", workspace_ids=[made], check=lambda a: ids(of(a, "folders")) == [folder])
    await calls.wait("folders.update_folder", folder, "New name", check=lambda a: of_folder(folder, "name")["name"] == "New name")
    await calls.wait("folders.delete_folder", folder, check=lambda a: of_folder(folder, "name") is None)
    await calls.wait("workspaces.delete_workspace", made, check=lambda a: of_workspace(made, "state") is None)


async def boards() -> str:
    made = str(
        of(
            await calls.wait(
                "boards.create_board",
                "Async board",
                e.BoardKind.PUBLIC,
                "About",
                board_owner_ids=[SCENE["admin"]],
                with_columns=True,
                with_groups=True,
                check=lambda a: of_board(of(a, "create_board")["id"], "name description") == {"name": "Async board", "description": "About"},
            ),
            "create_board",
        )["id"]
    )
    await calls.wait("boards.get_boards", [made], with_complexity=True, check=lambda a: of(a, "boards")[0]["name"] == "Async board")
    await calls.wait("boards.update_board", made, e.BoardAttributes.NAME, "Renamed", check=lambda a: of_board(made, "name")["name"] == "Renamed")
    await calls.wait(
        "boards.add_users_to_board",
        made,
        [member],
        e.SubscriberKind.SUBSCRIBER,
        check=lambda a: str(member) in ids(of_board(made, "subscribers {id}")["subscribers"]),
    )
    await calls.wait(
        "boards.remove_users_from_board", made, [member], check=lambda a: str(member) not in ids(of_board(made, "subscribers {id}")["subscribers"])
    )
    await calls.wait(
        "boards.add_teams_to_board",
        made,
        [team],
        e.SubscriberKind.SUBSCRIBER,
        check=lambda a: ids(of_board(made, "team_subscribers {id}")["team_subscribers"]) == [str(team)],
    )
    await calls.wait("boards.delete_teams_from_board", made, [team], check=lambda a: of_board(made, "team_subscribers {id}")["team_subscribers"] == [])
    await calls.wait("boards.get_board_views", made, check=lambda a: of(a, "boards")[0]["views"] == [])
    twin = of(await calls.wait("boards.duplicate_board", made, e.DuplicateBoardType.WITH_PULSES, "Twin"), "duplicate_board")["board"]["id"]
    await calls.wait("boards.archive_board", twin, check=lambda a: of_board(twin, "state")["state"] == "archived")
    await calls.wait("boards.delete_board", twin, check=lambda a: of_board(twin, "state", "active") is None)
    return made


async def columns(board: str) -> None:
    for kind, column_id, defaults in (
        (e.ColumnType.TEXT, "words", None),
        (e.ColumnType.STATUS, "state", {"labels": {"1": "Good"}}),
        (e.ColumnType.DATE, "day", None),
        (e.ColumnType.FILE, "files", None),
    ):
        await calls.wait(
            "columns.create_column", board, column_id.title(), kind, "Why", defaults, column_id, check=lambda a, c=column_id: of(a, "create_column")["id"] == c
        )
    shown = lambda column_id: next(c for c in of_board(board, "columns {id title description}")["columns"] if c["id"] == column_id)
    await calls.wait("columns.get_columns_by_board", board, ["words"], check=lambda a: ids(of(a, "boards")[0]["columns"]) == ["words"])
    await calls.wait("columns.change_column_title", board, "day", "The day", check=lambda a: shown("day")["title"] == "The day")
    await calls.wait("columns.change_column_description", board, "day", "Which", check=lambda a: shown("day")["description"] == "Which")
    await calls.wait("columns.create_column", board, "Gone", e.ColumnType.NUMBERS, column_id="gone")
    await calls.wait("columns.delete_column", board, "gone", check=lambda a: "gone" not in ids(of_board(board, "columns {id}")["columns"]))


async def groups(board: str) -> str:
    made = of(
        await calls.wait(
            "groups.create_group",
            board,
            "New",
            e.GroupColors.DARK_GREEN,
            "topics",
            e.PositionRelative.AFTER_AT,
            check=lambda a: [g["title"] for g in of_board(board, "groups {title}")["groups"]] == ["Group Title", "New"],
        ),
        "create_group",
    )["id"]
    here = lambda: of_board(board, "groups {id title}")["groups"]
    await calls.wait("groups.get_groups_by_board", board, [made], check=lambda a: ids(of(a, "boards")[0]["groups"]) == [made])
    await calls.wait("groups.update_group", board, made, e.GroupAttributes.TITLE, "Titled", check=lambda a: "Titled" in [g["title"] for g in here()])
    copy = of(await calls.wait("groups.duplicate_group", board, made, True, "Copied"), "duplicate_group")["id"]
    await calls.wait("groups.archive_group", board, copy, check=lambda a: copy not in ids(here()))
    await calls.wait("groups.delete_group", board, copy, check=lambda a: copy not in ids(here()))
    return str(made)


async def items(board: str, group: str) -> str:
    item = str(
        of(
            await calls.wait(
                "items.create_item", 'A "name"', board, group, {"words": "hello"}, check=lambda a: text_of(of(a, "create_item")["id"], "words") == "hello"
            ),
            "create_item",
        )["id"]
    )
    for at in range(3):
        await calls.wait("items.create_item", f"Item {at}", board, group)
    await calls.wait("items.get_items_by_id", [item], with_subitems=True, with_updates=True, check=lambda a: of(a, "items")[0]["name"] == 'A "name"')
    await calls.wait("items.change_item_column_json_value", item, board, "state", {"label": "Good"}, check=lambda a: text_of(item, "state") == "Good")
    await calls.wait("items.change_item_column_simple_value", item, board, "words", "simple", check=lambda a: text_of(item, "words") == "simple")
    await calls.wait(
        "items.change_multiple_item_column_values",
        item,
        board,
        {"words": "many", "state": {"label": "New"}},
        True,
        check=lambda a: text_of(item, "state") == "New",
    )
    await calls.wait("items.get_items_by_column_value", board, "words", "many", check=lambda a: ids(of(a, "items_page_by_column_values")["items"]) == [item])
    asked = args.ItemByColumnValuesParam()
    asked.add_column("words", ["many"])
    asked.add_column("state", ["New"])
    await calls.wait("items.get_items_by_multiple_column_values", board, asked, check=lambda a: ids(of(a, "items_page_by_column_values")["items"]) == [item])
    rules = args.QueryParams(order_by={"column_id": "name"})
    rules.add_rule("words", "many", e.ItemsQueryRuleOperator.CONTAINS_TEXT)
    await calls.wait("items.get_items_by_board", board, rules, check=lambda a: ids(of(a, "boards")[0]["items_page"]["items"]) == [item])
    first = await calls.wait("items.get_items_by_board", board, limit=2, with_subitems=True, with_updates=True)
    cursor = of(first, "boards")[0]["items_page"]["cursor"]
    await calls.wait("items.next_items_page", cursor, 2, check=lambda a: len(of(a, "next_items_page")["items"]) == 2)
    await calls.wait("items.get_items_by_group", board, group, check=lambda a: len(of(a, "boards")[0]["groups"][0]["items_page"]["items"]) == 4)
    await calls.wait(
        "items.create_subitem",
        item,
        "Below",
        {"status": {"label": "Done"}},
        check=lambda a: of_item(item, "subitems {name}")["subitems"] == [{"name": "Below"}],
    )
    await calls.wait("items.get_subitems_by_parent_item", item, check=lambda a: of(a, "items")[0]["subitems"][0]["name"] == "Below")
    await calls.wait("items.move_item_to_group", item, "topics", check=lambda a: of_item(item, "group {id}")["group"]["id"] == "topics")
    await calls.wait("items.upload_file_to_column", item, "files", FILE, check=lambda a: len(of_item(item, "assets {name}")["assets"]) == 1)
    copy = str(
        of(
            await calls.wait(
                "items.duplicate_item",
                board,
                item,
                True,
                check=lambda a: len(of_item(of(a, "duplicate_item")["id"], "updates {id}")["updates"]) == len(of_item(item, "updates {id}")["updates"]),
            ),
            "duplicate_item",
        )["id"]
    )
    other = str(ask('mutation {create_board(board_name: "Other", board_kind: public) {id}}')["create_board"]["id"])
    mapping = args.ColumnsMappingInput()
    for column in ("words", "state", "day", "files"):
        mapping.add_mapping(column)
    await calls.wait("items.move_item_to_board", copy, other, "topics", mapping, check=lambda a: of_item(copy, "board {id}")["board"]["id"] == other)
    await calls.wait("items.archive_item", copy, check=lambda a: of_item(copy, "state")["state"] == "archived")
    await calls.wait("items.delete_item", copy, check=lambda a: of_item(copy, "state") is None)
    return item


async def talk(board: str, item: str) -> None:
    update = str(
        of(
            await calls.wait(
                "updates.create_update",
                "Hello <b>you</b>",
                item,
                check=lambda a: of_update(of(a, "create_update")["id"], "text_body")["text_body"] == "Hello you",
            ),
            "create_update",
        )["id"]
    )
    told = lambda fields: of_update(update, fields)
    await calls.wait("updates.get_updates", [update], with_viewers=True, check=lambda a: ids(of(a, "updates")) == [update])
    await calls.wait("items.get_item_updates", item, with_viewers=True, check=lambda a: update in ids(of(a, "items")[0]["updates"]))
    await calls.wait("updates.edit_update", update, "Edited", check=lambda a: told("text_body")["text_body"] == "Edited")
    await calls.wait("updates.like_update", update, check=lambda a: len(told("likes {id}")["likes"]) == 1)
    await calls.wait("updates.unlike_update", update, check=lambda a: told("likes {id}")["likes"] == [])
    await calls.wait("updates.pin_update", update, check=lambda a: told("pinned_to_top {item_id}")["pinned_to_top"] == [{"item_id": item}])
    await calls.wait("updates.unpin_update", update, check=lambda a: told("pinned_to_top {item_id}")["pinned_to_top"] == [])
    await calls.wait("updates.add_file_to_update", update, FILE, check=lambda a: len(told("assets {id}")["assets"]) == 1)
    await calls.wait("updates.delete_update", update, check=lambda a: told("id") is None)
    await calls.wait("items.clear_item_updates", item, check=lambda a: of_item(item, "updates {id}")["updates"] == [])
    tag = of(await calls.wait("tags.create_or_get_tag", "urgent", board), "create_or_get_tag")["id"]
    await calls.wait("tags.get_tags", [tag], check=lambda a: of(a, "tags")[0]["name"] == "urgent")
    await calls.wait("tags.get_tags_by_board", board, check=lambda a: isinstance(of(a, "boards")[0]["tags"], list))
    await calls.wait(
        "notifications.create_notification",
        member,
        item,
        "Look",
        e.NotificationTargetType.PROJECT,
        check=lambda a: of(a, "create_notification")["text"] == "Look",
    )
    listed = lambda: ask("query ($b: ID!) {webhooks(board_id: $b) {id event}}", b=board)["webhooks"]
    hook = await calls.wait(
        "webhooks.create_webhook",
        board,
        SCENE["receiver"],
        e.WebhookEventType.CHANGE_NAME,
        check=lambda a: [one["event"] for one in listed()] == ["change_name"],
    )
    made = of(hook, "create_webhook")["id"] if hook else "0"
    await calls.wait("webhooks.get_webhooks_by_board_id", board, check=lambda a: ids(of(a, "webhooks")) == [made])
    await calls.wait("webhooks.delete_webhook", made, check=lambda a: listed() == [])


async def everything() -> None:
    await account()
    await teams()
    await workspaces()
    board = await boards()
    await columns(board)
    group = await groups(board)
    await talk(board, await items(board, group))


asyncio.run(everything())
calls.tell()
