"""The public methods of each client, as its own introspection tells them, and which of them can't work."""

_BY_PART = {
    "monday": {
        "boards": "create_board duplicate_board fetch_all_items_by_board_id fetch_boards fetch_boards_by_id fetch_columns_by_board_id fetch_items_by_board_id fetch_next_items_by_cursor",
        "columns": "create_column update_multiple_columns",
        "complexity": "get_complexity",
        "custom": "execute_custom_query",
        "groups": "archive_group create_group delete_group duplicate_group get_groups_by_board get_items_by_group",
        "items": "add_file_to_column archive_item_by_id change_item_value change_multiple_column_values create_item create_subitem delete_item_by_id fetch_items_by_column_value fetch_items_by_id move_item_to_group mutate_multiple_items",
        "me": "get_details",
        "notifications": "create_notification",
        "tags": "create_or_get_tag fetch_tags",
        "updates": "create_update delete_update fetch_updates fetch_updates_for_item",
        "users": "fetch_users",
        "workspaces": "add_teams_to_workspace add_users_to_workspace create_workspace delete_teams_from_workspace delete_users_from_workspace get_workspaces",
    },
    "monday-async": {
        "account": "get_account get_account_roles",
        "api": "get_all_api_versions get_current_api_version",
        "boards": "add_teams_to_board add_users_to_board archive_board create_board delete_board delete_teams_from_board duplicate_board get_board_views get_boards remove_users_from_board update_board",
        "columns": "change_column_description change_column_title create_column delete_column get_columns_by_board",
        "complexity": "get_complexity",
        "custom": "execute_custom_file_upload_query execute_custom_query",
        "folders": "create_folder delete_folder get_folders update_folder",
        "groups": "archive_group create_group delete_group duplicate_group get_groups_by_board update_group",
        "items": "archive_item change_item_column_json_value change_item_column_simple_value change_multiple_item_column_values clear_item_updates create_item create_subitem delete_item duplicate_item get_item_updates get_items_by_board get_items_by_column_value get_items_by_group get_items_by_id get_items_by_multiple_column_values get_subitems_by_parent_item move_item_to_board move_item_to_group next_items_page upload_file_to_column",
        "notifications": "create_notification",
        "tags": "create_or_get_tag get_tags get_tags_by_board",
        "teams": "add_users_to_team assign_team_owners create_team delete_team get_teams remove_team_owners remove_users_from_team",
        "updates": "add_file_to_update create_update delete_update edit_update get_updates like_update pin_update unlike_update unpin_update",
        "users": "activate_users deactivate_users get_me get_users get_users_by_email invite_users update_multiple_users update_users_email_domain update_users_role",
        "webhooks": "create_webhook delete_webhook get_webhooks_by_board_id",
        "workspaces": "add_teams_to_workspace add_users_to_workspace create_workspace delete_teams_from_workspace delete_users_from_workspace delete_workspace get_workspaces update_workspace",
    },
    "pymonday": {
        "account": "get_account_details",
        "activity_logs": "get_activity_logs",
        "boards": "archive_board create_board delete_board duplicate_board get_all_boards get_board_from_item get_board_groups get_board_info get_board_views update_board_description",
        "client": "async_post column_id_formatter column_task_handler get_next_page send_post_request upload_file",
        "columns": "change_column_title change_column_values clear_column create_column get_column_metadata",
        "doc_blocks": "create_doc_block delete_doc_block fetch_doc_blocks update_doc_block",
        "docs": "create_doc fetch_docs",
        "files": "add_file_to_update get_assets upload_file_to_column",
        "folders": "create_folder delete_folder get_folders update_folder",
        "groups": "archive_group create_group delete_group duplicate_group is_group_empty move_item_to_group update_group",
        "items": "archive_item create_item create_item_with_column_values delete_item duplicate_item get_item_columns get_item_ids_between_date get_item_ids_between_dates get_item_ids_from_group get_items_by_column_values get_items_from_column get_items_page_between_date get_items_page_between_dates get_items_page_from_group get_items_with_status move_item_to_board",
        "notifications": "create_notification",
        "subitems": "create_subitem get_subitem_info get_subitem_names get_subitems",
        "tags": "create_or_get_tag",
        "teams": "get_team_members get_teams",
        "updates": "clear_updates create_reply create_update delete_update get_item_updates",
        "users": "add_user_to_board get_all_users get_user_info remove_user_from_board",
        "workspaces": "add_teams_to_workspace add_users_to_workspace create_workspace delete_teams_from_workspace delete_users_from_workspace delete_workspace get_workspaces update_workspace",
    },
    "@mondaydotcomorg/api": {
        "operations": "changeColumnValueOp changeMultipleColumnValuesOp changeSimpleColumnValueOp createItemOp getBoardGroupsOp getBoardItemsOp getMeOp",
        "": "rawRequest request",
    },
}

METHODS = {client: sorted(f"{part}.{name}" if part else name for part, names in parts.items() for name in names.split()) for client, parts in _BY_PART.items()}
"""By the client's name where it is installed from; a method as `boards.create_board`."""

BROKEN = {
    # It gives the item's id as the board's and the board's as the item's.
    ("monday", "columns.update_multiple_columns"): "Item not found",
    # It sends add_users_to_workspace.
    ("monday", "workspaces.delete_users_from_workspace"): "It had no effect",
    # A slip of the pen.
    ("monday-async", "teams.remove_users_from_team"): 'Cannot query field "idd" on type "User"',
}
"""Methods that are broken in the client itself, with what comes of calling them."""

PENDING: dict[tuple[str, str], str] = {}
"""Methods that the server answers with UNSUPPORTED_OPERATION still, with what they need: an entry goes when that comes."""
