"""From method and path to the action. A walk down a tree of path segments, with `.json` optional at the end."""

from collections.abc import Iterable

import msgspec

from lundi.core.errors import NotFound
from lundi.entrypoints.rest_v1.operation import Operation
from lundi.entrypoints.shared.errors import WrongMethod


class _Node(msgspec.Struct):
    fixed: dict[str, "_Node"] = msgspec.field(default_factory=dict)
    any: "_Node | None" = None
    operations: dict[str, Operation] = msgspec.field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


class Routes:
    def __init__(self, operations: Iterable[Operation]) -> None:
        self._root = _Node()
        for operation in operations:
            self._add(operation)

    def find(self, method: str, path: str) -> tuple[Operation, dict[str, str]]:
        """`path` is below /v1. Raises NotFound or WrongMethod."""
        given = path.strip("/").removesuffix(".json").split("/")
        node = self._root
        values: list[str] = []
        for segment in given:
            inner = node.fixed.get(segment)
            if inner is None:
                inner = node.any
                values.append(segment)
            if inner is None:
                raise NotFound(f"There is nothing at /v1/{path.strip('/')[:200]}.")
            node = inner
        if not node.operations:
            raise NotFound(f"There is nothing at /v1/{path.strip('/')[:200]}.")
        operation = node.operations.get("GET" if method == "HEAD" else method)
        if operation is None:
            allowed = tuple(sorted(node.operations))
            raise WrongMethod(
                f"Here only {', '.join(allowed)} can be used, not {method[:20]}.", allowed
            )
        return operation, dict(zip(node.names[operation.method], values, strict=True))

    def _add(self, operation: Operation) -> None:
        node, names = self._root, []
        for segment in operation.path.strip("/").removesuffix(".json").split("/"):
            if segment.startswith("{"):
                names.append(segment.strip("{}"))
                node.any = node.any or _Node()
                node = node.any
            else:
                node = node.fixed.setdefault(segment, _Node())
        node.operations[operation.method] = operation
        node.names[operation.method] = tuple(names)
