"""PyPI's `monday-async`, pointed at the server, and what its answers are read with."""

from typing import Any

from calls import SCENE, TOKEN, URL, Calls, ask
from monday_async import AsyncMondayClient
from monday_async.resources import base_resource

base_resource._URLS.update(prod=f"{URL}/v2", file=f"{URL}/v2/file")
client = AsyncMondayClient(TOKEN)
calls = Calls(client, lambda part: type(part).__module__.startswith("monday_async.resources"))
member, team_mate, team = SCENE["member"], SCENE["other"], SCENE["team"]


def of(answer: Any, operation: str) -> Any:
    return answer["data"][operation]


def ids(found: Any) -> list[str]:
    return [one["id"] for one in found]


def state_of(user_id: Any) -> str:
    return str(
        ask("query ($u: [ID!]) {users(ids: $u, non_active: true) {id}}", u=[str(user_id)])["users"]
    )
