"""A page of a board that is kept encoded shows every change at once, whoever asks and from wherever."""

from collections.abc import Callable
from typing import Any

from tests.company import Company


def test_a_page_shows_each_change_at_once(company: Company) -> None:
    client, board_id = company["member"], company.board()["id"]
    text = company.column(board_id, "text", "Plan")
    owner = company.column(board_id, "person", "Owner")
    first, second = (company.pulse(board_id, name) for name in ("one", "two"))
    groups = f"boards/{board_id}/groups.json"
    client.post(groups, title="Later")
    later = next(group for group in client.get(groups).json() if group["title"] == "Later")
    path, values = f"boards/{board_id}/pulses.json", f"boards/{board_id}/columns"

    def page() -> list[dict[str, Any]]:
        again = [client.get(path) for _ in range(2)]
        assert again[0].content == again[1].content
        assert again[0].headers["etag"] == again[1].headers["etag"]
        return list(again[0].json())

    def row(pulse_id: int) -> dict[str, Any]:
        return next(row for row in page() if row["pulse"]["id"] == pulse_id)

    def value(column: str) -> Any:
        return next(cell["value"] for cell in row(first)["column_values"] if cell["cid"] == column)

    def change(made: Any, shown: Callable[[], Any], expected: Any) -> None:
        assert shown() != expected
        assert made().status_code < 300
        assert shown() == expected

    change(
        lambda: client.put(f"pulses/{first}.json", name="uno"),
        lambda: row(first)["pulse"]["name"],
        "uno",
    )
    change(
        lambda: client.put(f"{values}/{text}/text.json", pulse_id=first, text="Elastic"),
        lambda: value(text),
        "Elastic",
    )
    change(
        lambda: client.put(
            f"{values}/{owner}/person.json", pulse_id=first, user_id=company.ids["admin"]
        ),
        lambda: (value(owner) or {}).get("id"),
        company.ids["admin"],
    )
    change(
        lambda: client.put(f"{values}/{text}.json", title="Idea"),
        lambda: row(second)["column_values"][2]["title"],
        "Idea",
    )
    change(
        lambda: client.post("updates.json", pulse=first, update_text="Look"),
        lambda: row(first)["pulse"]["updates_count"],
        1,
    )
    change(
        lambda: client.post(
            f"boards/{board_id}/pulses/move.json", group_id=later["id"], pulse_ids=second
        ),
        lambda: row(second)["board_meta"]["group_id"],
        later["id"],
    )
    change(
        lambda: client.delete(f"{values}/{text}.json"),
        lambda: [cell["cid"] for cell in row(first)["column_values"]],
        ["name", "last_post", owner],
    )
    change(
        lambda: client.delete(f"pulses/{second}.json"),
        lambda: [row["pulse"]["id"] for row in page()],
        [first],
    )
    elsewhere = client.request("GET", path, headers={"Host": "boards.example.com"})
    assert elsewhere.json()[0]["pulse"]["url"].startswith("http://boards.example.com/")
    assert page()[0]["pulse"]["url"].startswith("http://lundi.test/")
