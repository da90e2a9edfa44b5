"""Every public method of PyPI's `monday-async`, called and read back."""

import asyncio

from calls import SCENE, ask, of_board
from monday_async.types import args
from monday_async.types import enum_values as e
from monday_async_client import calls, ids, member, of, state_of, team, team_mate
from monday_async_items import items, talk


async def account() -> None:
    await calls.wait(
        "complexity.get_complexity", check=lambda a: a["data"]["complexity"]["before"] > 0
    )
    await calls.wait(
        "custom.execute_custom_query",
        "query {version {value}}",
        check=lambda a: of(a, "version")["value"] == "2025-04",
    )
    await calls.wait(
        "api.get_all_api_versions",
        check=lambda a: "2026-07" in [v["value"] for v in of(a, "versions")],
    )
    await calls.wait(
        "api.get_current_api_version", check=lambda a: of(a, "version")["value"] == "2025-04"
    )
    await calls.wait(
        "account.get_account",
        with_complexity=True,
        check=lambda a: a["data"]["complexity"]["query"] > 0,
    )
    await calls.wait("account.get_account_roles", check=lambda a: len(of(a, "account_roles")) >= 4)
    await calls.wait(
        "users.get_me",
        with_custom_fields=True,
        check=lambda a: of(a, "me")["id"] == str(SCENE["admin"]),
    )
    await calls.wait(
        "users.get_users",
        [member],
        with_custom_fields=True,
        check=lambda a: ids(of(a, "users")) == [str(member)],
    )
    await calls.wait("users.get_users", check=lambda a: len(of(a, "users")) == SCENE["users"])
    await calls.wait(
        "users.get_users_by_email",
        ["member@example.com"],
        check=lambda a: ids(of(a, "users")) == [str(member)],
    )
    await calls.wait(
        "users.deactivate_users", [team_mate], check=lambda a: str(team_mate) in state_of(team_mate)
    )
    await calls.wait(
        "users.activate_users",
        [team_mate],
        check=lambda a: str(team_mate) not in state_of(team_mate),
    )
    kind = "query ($u: [ID!]) {users(ids: $u) {kind name title}}"
    await calls.wait(
        "users.update_users_role",
        [team_mate],
        e.BaseRoleName.VIEWER,
        check=lambda a: ask(kind, u=[str(team_mate)])["users"][0]["kind"] == "VIEW_ONLY",
    )
    await calls.wait(
        "users.update_multiple_users",
        [(team_mate, args.UserAttributesInput(title="Cook", name="Renamed"))],
        check=lambda a: ask(kind, u=[str(team_mate)])["users"][0]["title"] == "Cook",
    )
    await calls.wait(
        "users.invite_users", ["new@example.com"], e.Product.WORK_MANAGEMENT, e.BaseRoleName.MEMBER
    )
    await calls.wait(
        "users.update_users_email_domain",
        "else.example.com",
        [team_mate],
        check=lambda a: ask("query ($u: [ID!]) {users(ids: $u) {email}}", u=[str(team_mate)])[
            "users"
        ][0]["email"].endswith("@else.example.com"),
    )


async def teams() -> None:
    made = of(await calls.wait("teams.create_team", "Bakers", [member]), "create_team")["id"]
    await calls.wait(
        "teams.get_teams", [made], check=lambda a: of(a, "teams")[0]["name"] == "Bakers"
    )
    people = lambda part="users": ids(
        ask(f"query ($t: [ID!]) {{teams(ids: $t) {{{part} {{id}}}}}}", t=[made])["teams"][0][part]
    )
    await calls.wait(
        "teams.add_users_to_team",
        made,
        [SCENE["admin"]],
        check=lambda a: str(SCENE["admin"]) in people(),
    )
    await calls.wait(
        "teams.assign_team_owners", [member], made, check=lambda a: str(member) in people("owners")
    )
    await calls.wait(
        "teams.remove_team_owners",
        [member],
        made,
        check=lambda a: str(member) not in people("owners"),
    )
    await calls.wait(
        "teams.remove_users_from_team", made, [member], check=lambda a: str(member) not in people()
    )
    await calls.wait(
        "teams.delete_team",
        made,
        check=lambda a: ask("query ($t: [ID!]) {teams(ids: $t) {id}}", t=[made])["teams"] == [],
    )


async def workspaces() -> None:
    made = of(
        await calls.wait("workspaces.create_workspace", "Async", e.WorkspaceKind.OPEN, "What"),
        "create_workspace",
    )["id"]
    seen = lambda: ask(
        "query ($w: [ID!]) {workspaces(ids: $w, state: all) {name state users_subscribers {id} teams_subscribers {id}}}",
        w=[made],
    )["workspaces"][0]
    await calls.wait(
        "workspaces.get_workspaces",
        [made],
        check=lambda a: of(a, "workspaces")[0]["name"] == "Async",
    )
    await calls.wait(
        "workspaces.update_workspace",
        made,
        "Renamed",
        e.WorkspaceKind.OPEN,
        "New",
        check=lambda a: seen()["name"] == "Renamed",
    )
    await calls.wait(
        "workspaces.add_users_to_workspace",
        made,
        [member],
        e.SubscriberKind.SUBSCRIBER,
        check=lambda a: str(member) in ids(seen()["users_subscribers"]),
    )
    await calls.wait(
        "workspaces.delete_users_from_workspace",
        made,
        [member],
        check=lambda a: str(member) not in ids(seen()["users_subscribers"]),
    )
    await calls.wait(
        "workspaces.add_teams_to_workspace",
        made,
        [team],
        e.SubscriberKind.OWNER,
        check=lambda a: ids(seen()["teams_subscribers"]) == [str(team)],
    )
    await calls.wait(
        "workspaces.delete_teams_from_workspace",
        made,
        [team],
        check=lambda a: seen()["teams_subscribers"] == [],
    )
    folder = of(
        await calls.wait("folders.create_folder", made, "Folder", e.FolderColor.AQUAMARINE),
        "create_folder",
    )["id"]
    named = lambda: ask("query ($f: [ID!]) {folders(ids: $f) {name}}", f=[folder])["folders"]
    await calls.wait(
        "folders.get_folders",
        workspace_ids=[made],
        check=lambda a: ids(of(a, "folders")) == [folder],
    )
    await calls.wait(
        "folders.update_folder",
        folder,
        "New name",
        check=lambda a: named()[0]["name"] == "New name",
    )
    await calls.wait("folders.delete_folder", folder, check=lambda a: named() == [])
    await calls.wait(
        "workspaces.delete_workspace",
        made,
        check=lambda a: (
            ask("query ($w: [ID!]) {workspaces(ids: $w) {id}}", w=[made])["workspaces"] == []
        ),
    )


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
            ),
            "create_board",
        )["id"]
    )
    await calls.wait(
        "boards.get_boards",
        [made],
        with_complexity=True,
        check=lambda a: of(a, "boards")[0]["name"] == "Async board",
    )
    await calls.wait(
        "boards.update_board",
        made,
        e.BoardAttributes.NAME,
        "Renamed",
        check=lambda a: of_board(made, "name")["name"] == "Renamed",
    )
    await calls.wait(
        "boards.add_users_to_board",
        made,
        [member],
        e.SubscriberKind.SUBSCRIBER,
        check=lambda a: str(member) in ids(of_board(made, "subscribers {id}")["subscribers"]),
    )
    await calls.wait(
        "boards.remove_users_from_board",
        made,
        [member],
        check=lambda a: str(member) not in ids(of_board(made, "subscribers {id}")["subscribers"]),
    )
    await calls.wait(
        "boards.add_teams_to_board",
        made,
        [team],
        e.SubscriberKind.SUBSCRIBER,
        check=lambda a: (
            ids(of_board(made, "team_subscribers {id}")["team_subscribers"]) == [str(team)]
        ),
    )
    await calls.wait(
        "boards.delete_teams_from_board",
        made,
        [team],
        check=lambda a: of_board(made, "team_subscribers {id}")["team_subscribers"] == [],
    )
    await calls.wait(
        "boards.get_board_views", made, check=lambda a: of(a, "boards")[0]["views"] == []
    )
    twin = of(
        await calls.wait("boards.duplicate_board", made, e.DuplicateBoardType.WITH_PULSES, "Twin"),
        "duplicate_board",
    )["board"]["id"]
    await calls.wait(
        "boards.archive_board", twin, check=lambda a: of_board(twin, "state")["state"] == "archived"
    )
    await calls.wait(
        "boards.delete_board", twin, check=lambda a: of_board(twin, "state", "active") is None
    )
    return made


async def columns(board: str) -> None:
    for kind, column_id, defaults in (
        (e.ColumnType.TEXT, "words", None),
        (e.ColumnType.STATUS, "state", {"labels": {"1": "Good"}}),
        (e.ColumnType.DATE, "day", None),
        (e.ColumnType.FILE, "files", None),
    ):
        await calls.wait(
            "columns.create_column",
            board,
            column_id.title(),
            kind,
            "Why",
            defaults,
            column_id,
            check=lambda a, c=column_id: of(a, "create_column")["id"] == c,
        )
    shown = lambda column_id: next(
        c
        for c in of_board(board, "columns {id title description}")["columns"]
        if c["id"] == column_id
    )
    await calls.wait(
        "columns.get_columns_by_board",
        board,
        types=e.ColumnType.TEXT,
        check=lambda a: ids(of(a, "boards")[0]["columns"]) == ["words"],
    )
    await calls.wait(
        "columns.change_column_title",
        board,
        "day",
        "The day",
        check=lambda a: shown("day")["title"] == "The day",
    )
    await calls.wait(
        "columns.change_column_description",
        board,
        "day",
        "Which",
        check=lambda a: shown("day")["description"] == "Which",
    )
    await calls.wait("columns.create_column", board, "Gone", e.ColumnType.NUMBERS, column_id="gone")
    await calls.wait(
        "columns.delete_column",
        board,
        "gone",
        check=lambda a: "gone" not in ids(of_board(board, "columns {id}")["columns"]),
    )


async def groups(board: str) -> str:
    made = of(
        await calls.wait(
            "groups.create_group",
            board,
            "New",
            e.GroupColors.DARK_GREEN,
            "topics",
            e.PositionRelative.AFTER_AT,
        ),
        "create_group",
    )["id"]
    here = lambda fields="id": of_board(board, f"groups {{{fields}}}")["groups"]
    await calls.wait(
        "groups.get_groups_by_board",
        board,
        [made],
        check=lambda a: ids(of(a, "boards")[0]["groups"]) == [made],
    )
    await calls.wait(
        "groups.update_group",
        board,
        made,
        e.GroupAttributes.TITLE,
        "Titled",
        check=lambda a: "Titled" in [g["title"] for g in here("title")],
    )
    copy = of(
        await calls.wait("groups.duplicate_group", board, made, True, "Copied"), "duplicate_group"
    )["id"]
    await calls.wait("groups.archive_group", board, copy, check=lambda a: copy not in ids(here()))
    await calls.wait(
        "groups.delete_group", board, copy, check=lambda a: copy not in ids(here("id deleted"))
    )
    return str(made)


async def everything() -> None:
    await account()
    await teams()
    await workspaces()
    board = await boards()
    await columns(board)
    group = await groups(board)
    await talk(board, await items(board, group))


asyncio.run(everything())
calls.told()
