"""What is wrong with a document, as the versions before 2024-10 say it."""

import re
from collections.abc import Sequence
from typing import Any

from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    InlineFragmentNode,
    Node,
    OperationDefinitionNode,
    Visitor,
    visit,
)

_FIELD = re.compile(r'Cannot query field "(\w+)" on type "(\w+)"')
_ARGUMENT = re.compile(r'Unknown argument "(\w+)" on field "(\w+)\.(\w+)"')


def in_old_words(error: GraphQLError, ast: DocumentNode | None) -> dict[str, Any]:
    shown: dict[str, Any] = {"message": error.message}
    if ast is not None and error.nodes:
        shown["path"] = _path(ast, error.nodes[0])
    if found := _FIELD.match(error.message):
        name, kind = found.groups()
        shown["message"] = f"Field '{name}' doesn't exist on type '{kind}'"
        shown["extensions"] = {"code": "undefinedField", "typeName": kind, "fieldName": name}
    elif found := _ARGUMENT.match(error.message):
        argument, _, name = found.groups()
        shown["message"] = f"Field '{name}' doesn't accept argument '{argument}'"
        shown["extensions"] = {
            "code": "argumentNotAccepted",
            "name": name,
            "typeName": "Field",
            "argumentName": argument,
        }
    elif ast is not None:
        shown["extensions"] = {"code": "argumentLiteralsIncompatible"}
    return shown


def _path(ast: DocumentNode, wanted: Node) -> list[str]:
    finder = _Finder(wanted)
    visit(ast, finder)
    return [step for node in finder.found if (step := _step(node)) is not None]


class _Finder(Visitor):
    """`found`: the node that is wanted and those around it, the outermost first."""

    def __init__(self, wanted: Node) -> None:
        super().__init__()
        self.found: Sequence[Any] = ()
        self._wanted = wanted

    def enter(self, node: Node, _key: Any, parent: Any, _path: Any, around: list[Any]) -> Any:
        if node is self._wanted:
            self.found = [*around, parent, node]
            return self.BREAK
        return None


def _step(node: Any) -> str | None:
    if isinstance(node, OperationDefinitionNode):
        name = f" {node.name.value}" if node.name else ""
        return f"{node.operation.value}{name}"
    if isinstance(node, FragmentDefinitionNode):
        return f"fragment {node.name.value}"
    if isinstance(node, InlineFragmentNode):
        return f"... on {node.type_condition.name.value}" if node.type_condition else "..."
    if isinstance(node, FieldNode):
        return (node.alias or node.name).value
    return node.name.value if isinstance(node, ArgumentNode) else None
