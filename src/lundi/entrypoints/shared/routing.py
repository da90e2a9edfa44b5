"""From method and path to the action. A walk down a tree of path segments, with `.json` optional at the end."""

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from lundi.core.errors import NotFound
from lundi.entrypoints.shared.errors import WrongMethod


class Routed(Protocol):
    """`path` begins below the root of its way in; a segment in braces stands for any value."""

    @property
    def method(self) -> str: ...

    @property
    def path(self) -> str: ...


Action = TypeVar("Action", bound=Routed)


class _Node(Generic[Action]):
    def __init__(self) -> None:
        self.fixed: dict[str, _Node[Action]] = {}
        self.any: _Node[Action] | None = None
        self.actions: dict[str, Action] = {}
        # Of each method: which segment of the path is which value.
        self.names: dict[str, tuple[tuple[int, str], ...]] = {}

    def take(self, other: "_Node[Action]") -> None:
        """What `other` leads to, where this one leads nowhere yet."""
        for method, action in other.actions.items():
            if method not in self.actions:
                self.actions[method], self.names[method] = action, other.names[method]
        for segment, inner in other.fixed.items():
            self.fixed.setdefault(segment, _Node()).take(inner)
        if other.any is not None:
            self.any = self.any or _Node()
            self.any.take(other.any)

    def settle(self) -> None:
        """A value may read like a word of another path: then all that a value leads to is there too."""
        for inner in self.fixed.values():
            if self.any is not None:
                inner.take(self.any)
            inner.settle()
        if self.any is not None:
            self.any.settle()


class Routes(Generic[Action]):
    def __init__(self, actions: Iterable[Action], root: str) -> None:
        self._at = root
        self._root: _Node[Action] = _Node()
        for action in actions:
            self._add(action)
        self._root.settle()

    def find(self, method: str, path: str) -> tuple[Action, dict[str, str]]:
        """`path` is below the root. Raises NotFound or WrongMethod."""
        given = path.strip("/").removesuffix(".json").split("/")
        node = self._root
        for segment in given:
            inner = node.fixed.get(segment) or node.any
            if inner is None:
                raise self._nothing_at(path)
            node = inner
        if not node.actions:
            raise self._nothing_at(path)
        action = node.actions.get("GET" if method == "HEAD" else method)
        if action is None:
            allowed = tuple(sorted(node.actions))
            raise WrongMethod(
                f"Here only {', '.join(allowed)} can be used, not {method[:20]}.", allowed
            )
        return action, {name: given[place] for place, name in node.names[action.method]}

    def _nothing_at(self, path: str) -> NotFound:
        return NotFound(f"There is nothing at {self._at}/{path.strip('/')[:200]}.")

    def _add(self, action: Action) -> None:
        node, names = self._root, []
        for place, segment in enumerate(action.path.strip("/").removesuffix(".json").split("/")):
            if segment.startswith("{"):
                names.append((place, segment.strip("{}")))
                node.any = node.any or _Node()
                node = node.any
            else:
                node = node.fixed.setdefault(segment, _Node())
        node.actions[action.method] = action
        node.names[action.method] = tuple(names)
