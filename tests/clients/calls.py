"""For the scripts that are run with a client: what was called, and what came of it."""

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
SCENE: dict[str, Any] = json.loads(os.environ.get("LUNDI_SCENE", "{}"))
FILE = os.environ.get("LUNDI_FILE", "")


def ask(query: str, **variables: Any) -> Any:
    """Reading back, without the client."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    headers = {"Authorization": TOKEN, "Content-Type": "application/json"}
    request = urllib.request.Request(f"{URL}/v2", body, headers)
    with urllib.request.urlopen(request) as answer:
        told = json.load(answer)
    if "errors" in told:
        raise AssertionError(told["errors"])
    return told["data"]


def of_item(item_id: Any, fields: str) -> Any:
    found = ask(f"query ($i: [ID!]) {{items(ids: $i) {{{fields}}}}}", i=[str(item_id)])["items"]
    return found[0] if found else None


def of_board(board_id: Any, fields: str, state: str = "all") -> Any:
    query = f"query ($b: [ID!]) {{boards(ids: $b, state: {state}) {{{fields}}}}}"
    found = ask(query, b=[str(board_id)])["boards"]
    return found[0] if found else None


def text_of(item_id: Any, column_id: str) -> Any:
    found = of_item(item_id, f'column_values(ids: ["{column_id}"]) {{text}}')
    return found["column_values"][0]["text"]


class Calls:
    """Calls a client's methods by their paths, as `boards.create_board`, and keeps what went wrong."""

    def __init__(self, client: Any, parts: Callable[[Any], bool]) -> None:
        self.client = client
        self.wrong: dict[str, str] = {}
        self.called: set[str] = set()
        self.public = {
            f"{name}.{method}"
            for name, part in vars(client).items()
            if parts(part)
            for method, _ in inspect.getmembers(part, inspect.ismethod)
            if not method.startswith("_")
        }

    def __call__(
        self,
        path: str,
        *arguments: Any,
        check: Callable[[Any], Any] = lambda answer: answer is not None,
        **named: Any,
    ) -> Any:
        try:
            answer = attrgetter(path)(self.client)(*arguments, **named)
        except Exception as error:
            self._note(path, f"{type(error).__name__}: {error}")
            return None
        self.checked(path, answer, check)
        return answer

    async def wait(
        self,
        path: str,
        *arguments: Any,
        check: Callable[[Any], Any] = lambda answer: answer is not None,
        **named: Any,
    ) -> Any:
        """As a call, of a method that is awaited."""
        try:
            answer = await attrgetter(path)(self.client)(*arguments, **named)
        except Exception as error:
            self._note(path, f"{type(error).__name__}: {error}")
            return None
        self.checked(path, answer, check)
        return answer

    def checked(self, path: str, answer: Any, check: Callable[[Any], Any]) -> None:
        self.called.add(path)
        try:
            if not check(answer):
                self._note(path, f"It had no effect: {answer}")
        except Exception as error:
            self._note(path, f"{type(error).__name__}: {error}; it gave {answer}")

    def _note(self, path: str, reason: str) -> None:
        self.called.add(path)
        self.wrong.setdefault(path, reason[:600])

    def told(self) -> None:
        json.dump(
            {"never_called": sorted(self.public - self.called), "wrong": self.wrong}, sys.stdout
        )
