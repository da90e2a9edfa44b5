"""For the scripts that are run with a client: they call its methods, and tell what came of each."""

import inspect
import json
import os
import sys
import urllib.request
from collections.abc import Callable
from operator import attrgetter
from typing import Any

URL = os.environ["LUNDI_URL"]
TOKEN = os.environ["LUNDI_TOKEN"]
SCENE: dict[str, Any] = json.loads(os.environ["LUNDI_SCENE"])
FILE = os.environ["LUNDI_FILE"]

Check = Callable[[Any], Any]


def ask(query: str, **variables: Any) -> Any:
    """Reads back without the client."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    headers = {"Authorization": TOKEN, "Content-Type": "application/json"}
    with urllib.request.urlopen(urllib.request.Request(f"{URL}/v2", body, headers)) as answer:
        told = json.load(answer)
    if "errors" in told:
        raise AssertionError(told["errors"])
    return told["data"]


def of_item(item_id: Any, fields: str) -> Any:
    return _first("items", item_id, fields)


def of_board(board_id: Any, fields: str, state: str = "all") -> Any:
    return _first("boards", board_id, fields, f", state: {state}")


def of_workspace(workspace_id: Any, fields: str) -> Any:
    return _first("workspaces", workspace_id, fields, ", state: all")


def of_update(update_id: Any, fields: str) -> Any:
    return _first("updates", update_id, fields)


def of_folder(folder_id: Any, fields: str) -> Any:
    return _first("folders", folder_id, fields)


def of_team(team_id: Any, fields: str) -> Any:
    return _first("teams", team_id, fields)


def of_doc(doc_id: Any, fields: str) -> Any:
    return _first("docs", doc_id, fields)


def of_user(user_id: Any, fields: str) -> Any:
    return _first("users", user_id, fields)


def text_of(item_id: Any, column_id: str) -> Any:
    found = of_item(item_id, f'column_values(ids: ["{column_id}"]) {{text}}')
    return found["column_values"][0]["text"]


def ids(found: Any) -> list[str]:
    return [one["id"] for one in found]


def _first(field: str, object_id: Any, fields: str, more: str = "") -> Any:
    """None where it isn't there."""
    query = f"query ($ids: [ID!]) {{{field}(ids: $ids{more}) {{{fields}}}}}"
    found = ask(query, ids=[str(object_id)])[field]
    return found[0] if found else None


def _something(answer: Any) -> bool:
    """It isn't nothing, nor what one of the clients gives where it failed."""
    return answer is not None and not (isinstance(answer, dict) and "errors" in answer)


class Calls:
    """Calls methods by their paths, as `boards.create_board`, and keeps what came of them."""

    def __init__(self, client: Any, of_module: str, last: Callable[[], str] = str) -> None:
        """`last`: what the server answered last."""
        self._client = client
        self._last = last
        self._came: dict[str, str | None] = {}
        self._public = {f"{name}.{method}" for name, part in vars(client).items() if type(part).__module__.startswith(of_module) for method in _methods(part)}

    def __call__(self, path: str, *given: Any, check: Check = _something, **named: Any) -> Any:
        """`check` tells whether it had its effect; None where the call failed."""
        try:
            answer = attrgetter(path)(self._client)(*given, **named)
        except Exception as error:
            return self._note(path, f"{type(error).__name__}: {error}")
        return self.checked(path, answer, check)

    async def wait(self, path: str, *given: Any, check: Check = _something, **named: Any) -> Any:
        """As a call, of a method that is awaited."""
        try:
            answer = await attrgetter(path)(self._client)(*given, **named)
        except Exception as error:
            return self._note(path, f"{type(error).__name__}: {error}")
        return self.checked(path, answer, check)

    def checked(self, path: str, answer: Any, check: Check) -> Any:
        self._came.setdefault(path, None)
        try:
            if not check(answer):
                self._note(path, f"It had no effect; it gave {answer}")
        except Exception as error:
            self._note(path, f"{type(error).__name__}: {error}; it gave {answer}")
        return answer

    def tell(self, *more_public: str) -> None:
        """`more_public`: methods of the client itself."""
        public = sorted(self._public | set(more_public))
        json.dump({"public": public, "came": self._came}, sys.stdout)

    def _note(self, path: str, reason: str) -> None:
        self._came[path] = self._came.get(path) or f"{reason} {self._last()}"[:2000]


def _methods(part: Any) -> list[str]:
    found = inspect.getmembers(part, inspect.ismethod)
    return [name for name, _ in found if not name.startswith("_")]
