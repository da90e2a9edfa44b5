"""Items, and what is said about them, by PyPI's `monday-async`."""

from calls import FILE, SCENE, ask, of_item, text_of
from monday_async.types import args
from monday_async.types import enum_values as e
from monday_async_client import calls, ids, member, of


async def items(board: str, group: str) -> str:
    item = str(
        of(
            await calls.wait("items.create_item", 'A "name"', board, group, {"words": "hello"}),
            "create_item",
        )["id"]
    )
    for at in range(3):
        await calls.wait("items.create_item", f"Item {at}", board, group)
    await calls.wait(
        "items.get_items_by_id",
        [item],
        with_subitems=True,
        with_updates=True,
        check=lambda a: of(a, "items")[0]["name"] == 'A "name"',
    )
    await calls.wait(
        "items.change_item_column_json_value",
        item,
        board,
        "state",
        {"label": "Good"},
        check=lambda a: text_of(item, "state") == "Good",
    )
    await calls.wait(
        "items.change_item_column_simple_value",
        item,
        board,
        "words",
        "simple",
        check=lambda a: text_of(item, "words") == "simple",
    )
    await calls.wait(
        "items.change_multiple_item_column_values",
        item,
        board,
        {"words": "many", "state": {"label": "New"}},
        True,
        check=lambda a: text_of(item, "state") == "New",
    )
    await calls.wait(
        "items.get_items_by_column_value",
        board,
        "words",
        "many",
        check=lambda a: ids(of(a, "items_page_by_column_values")["items"]) == [item],
    )
    asked = args.ItemByColumnValuesParam()
    asked.add_column("words", ["many"])
    asked.add_column("state", ["New"])
    await calls.wait(
        "items.get_items_by_multiple_column_values",
        board,
        asked,
        check=lambda a: ids(of(a, "items_page_by_column_values")["items"]) == [item],
    )
    rules = args.QueryParams(order_by={"column_id": "name"})
    rules.add_rule("words", "many", e.ItemsQueryRuleOperator.CONTAINS_TEXT)
    await calls.wait(
        "items.get_items_by_board",
        board,
        rules,
        check=lambda a: ids(of(a, "boards")[0]["items_page"]["items"]) == [item],
    )
    first = await calls.wait(
        "items.get_items_by_board", board, limit=2, with_subitems=True, with_updates=True
    )
    cursor = of(first, "boards")[0]["items_page"]["cursor"]
    await calls.wait(
        "items.next_items_page",
        cursor,
        2,
        check=lambda a: len(of(a, "next_items_page")["items"]) == 2,
    )
    await calls.wait(
        "items.get_items_by_group",
        board,
        group,
        check=lambda a: len(of(a, "boards")[0]["groups"][0]["items_page"]["items"]) == 4,
    )
    await calls.wait(
        "items.create_subitem",
        item,
        "Below",
        {"status": {"label": "Done"}},
        check=lambda a: of_item(item, "subitems {name}")["subitems"] == [{"name": "Below"}],
    )
    await calls.wait(
        "items.get_subitems_by_parent_item",
        item,
        check=lambda a: of(a, "items")[0]["subitems"][0]["name"] == "Below",
    )
    await calls.wait(
        "items.move_item_to_group",
        item,
        "topics",
        check=lambda a: of_item(item, "group {id}")["group"]["id"] == "topics",
    )
    await calls.wait(
        "items.upload_file_to_column",
        item,
        "files",
        FILE,
        check=lambda a: len(of_item(item, "assets {name}")["assets"]) == 1,
    )
    upload = f'mutation {{create_update(item_id: {item}, body: "by the other address") {{id}}}}'
    await calls.wait(
        "custom.execute_custom_file_upload_query",
        upload,
        check=lambda a: of(a, "create_update")["id"],
    )
    copy = str(
        of(await calls.wait("items.duplicate_item", board, item, True), "duplicate_item")["id"]
    )
    other = str(
        ask('mutation {create_board(board_name: "Other", board_kind: public) {id}}')[
            "create_board"
        ]["id"]
    )
    mapping = args.ColumnsMappingInput()
    for column in ("words", "state", "day", "files"):
        mapping.add_mapping(column)
    await calls.wait(
        "items.move_item_to_board",
        copy,
        other,
        "topics",
        mapping,
        check=lambda a: of_item(copy, "board {id}")["board"]["id"] == other,
    )
    await calls.wait(
        "items.archive_item", copy, check=lambda a: of_item(copy, "state")["state"] == "archived"
    )
    await calls.wait("items.delete_item", copy, check=lambda a: of_item(copy, "state") is None)
    return item


async def talk(board: str, item: str) -> None:
    update = str(
        of(await calls.wait("updates.create_update", "Hello <b>you</b>", item), "create_update")[
            "id"
        ]
    )
    told = lambda fields: ask(f"query ($u: [ID!]) {{updates(ids: $u) {{{fields}}}}}", u=[update])[
        "updates"
    ]
    await calls.wait(
        "updates.get_updates",
        [update],
        with_viewers=True,
        check=lambda a: ids(of(a, "updates")) == [update],
    )
    await calls.wait(
        "items.get_item_updates",
        item,
        with_viewers=True,
        check=lambda a: update in ids(of(a, "items")[0]["updates"]),
    )
    await calls.wait(
        "updates.edit_update",
        update,
        "Edited",
        check=lambda a: told("text_body")[0]["text_body"] == "Edited",
    )
    await calls.wait(
        "updates.like_update", update, check=lambda a: len(told("likes {id}")[0]["likes"]) == 1
    )
    await calls.wait(
        "updates.unlike_update", update, check=lambda a: told("likes {id}")[0]["likes"] == []
    )
    await calls.wait(
        "updates.pin_update",
        update,
        check=lambda a: told("pinned_to_top {item_id}")[0]["pinned_to_top"] == [{"item_id": item}],
    )
    await calls.wait(
        "updates.unpin_update",
        update,
        check=lambda a: told("pinned_to_top {item_id}")[0]["pinned_to_top"] == [],
    )
    await calls.wait(
        "updates.add_file_to_update",
        update,
        FILE,
        check=lambda a: len(told("assets {id}")[0]["assets"]) == 1,
    )
    await calls.wait("updates.delete_update", update, check=lambda a: told("id") == [])
    await calls.wait(
        "items.clear_item_updates",
        item,
        check=lambda a: of_item(item, "updates {id}")["updates"] == [],
    )
    tag = of(await calls.wait("tags.create_or_get_tag", "urgent", board), "create_or_get_tag")["id"]
    await calls.wait("tags.get_tags", [tag], check=lambda a: of(a, "tags")[0]["name"] == "urgent")
    await calls.wait(
        "tags.get_tags_by_board",
        board,
        check=lambda a: isinstance(of(a, "boards")[0]["tags"], list),
    )
    await calls.wait(
        "notifications.create_notification",
        member,
        item,
        "Look",
        e.NotificationTargetType.PROJECT,
        check=lambda a: of(a, "create_notification")["text"] == "Look",
    )
    hook = await calls.wait(
        "webhooks.create_webhook", board, SCENE["receiver"], e.WebhookEventType.CHANGE_NAME
    )
    listed = lambda: ids(ask("query ($b: ID!) {webhooks(board_id: $b) {id}}", b=board)["webhooks"])
    made = of(hook, "create_webhook")["id"] if hook else "0"
    await calls.wait(
        "webhooks.get_webhooks_by_board_id", board, check=lambda a: ids(of(a, "webhooks")) == [made]
    )
    await calls.wait("webhooks.delete_webhook", made, check=lambda a: listed() == [])
