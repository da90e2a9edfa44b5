"""How much one request may ask for, so that none can take the server down."""

from typing import Any

import msgspec
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionSetNode,
    get_named_type,
    get_nullable_type,
    is_list_type,
)
from graphql.language import IntValueNode, ListValueNode, VariableNode

from lundi.core.errors import Refusal

MUTATION_COST = 10_000

LIST = 10
"""How many objects a list is taken to have that has no limit."""
DEAREST = 2**31 - 1
_SAME_NAME = 50


class Bounds(msgspec.Struct, frozen=True, kw_only=True):
    depth: int
    """Of fields within fields."""
    fields: int
    """Written in the document, and with its fragments opened."""
    root_fields: int
    values: int
    """In the answer."""
    characters: int = 200_000
    """Of the document."""
    tokens: int = 30_000


class TooDeep(Refusal):
    """The fields go deeper than they may."""


class TooBroad(Refusal):
    """More fields than may be asked for at once."""


class TooMuch(Refusal):
    """The answer would hold more values than one may."""


def check_breadth(document: DocumentNode, bounds: Bounds) -> None:
    """Before it is validated, which takes the longer the more fields there are of one name."""
    left = bounds.fields
    waiting: list[Any] = [
        one.selection_set for one in document.definitions if hasattr(one, "selection_set")
    ]
    while waiting:
        names: dict[str, int] = {}
        for selection in waiting.pop().selections:
            left -= 1
            if isinstance(selection, FieldNode):
                key = (selection.alias or selection.name).value
                names[key] = names.get(key, 0) + 1
                if names[key] > _SAME_NAME:
                    raise TooBroad(
                        f"'{key[:80]}' is selected more than {_SAME_NAME} times at one place."
                    )
            inner = getattr(selection, "selection_set", None)
            if inner is not None:
                waiting.append(inner)
        if left < 0:
            raise TooBroad(f"The query has more than {bounds.fields:,} fields.")


class Measure:
    """Counts what an operation asks for: its cost in points (docs/api-v2.md), its depth and its fields."""

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: dict[str, FragmentDefinitionNode],
        variables: dict[str, Any],
        bounds: Bounds,
    ) -> None:
        self._schema = schema
        self._fragments = fragments
        self._variables = variables
        self._bounds = bounds
        self._known: dict[str, _Size] = {}

    def cost(self, operation: OperationDefinitionNode) -> int:
        """Raises TooDeep or TooBroad."""
        root = self._schema.get_root_type(operation.operation)
        size = self._of(operation.selection_set, root)
        if size.depth > self._bounds.depth:
            raise TooDeep(
                f"The query is {size.depth} fields deep; {self._bounds.depth} is the most."
            )
        if size.fields > self._bounds.fields:
            raise TooBroad(
                f"The query has {size.fields:,} fields; {self._bounds.fields:,} is the most."
            )
        roots = len(operation.selection_set.selections)
        if roots > self._bounds.root_fields:
            raise TooBroad(
                f"The query has {roots:,} fields at its top; {self._bounds.root_fields:,} is the most."
            )
        of_changes = MUTATION_COST * roots if operation.operation.value == "mutation" else 0
        return min(size.cost + of_changes, DEAREST)

    def _of(self, selections: SelectionSetNode, parent: Any) -> "_Size":
        cost, depth, fields = 0, 0, 0
        for selection in selections.selections:
            if isinstance(selection, FieldNode):
                one = self._of_field(selection, parent)
            elif isinstance(selection, FragmentSpreadNode):
                one = self._of_fragment(selection.name.value)
            else:
                one = self._of_inline(selection, parent)
            cost = min(cost + one.cost, DEAREST)
            depth = max(depth, one.depth)
            fields += one.fields
        return _Size(cost, depth, fields)

    def _of_inline(self, fragment: Any, parent: Any) -> "_Size":
        condition = fragment.type_condition
        kind = self._schema.type_map[condition.name.value] if condition else parent
        return self._of(fragment.selection_set, kind)

    def _of_fragment(self, name: str) -> "_Size":
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._of_inline(self._fragments[name], None)
        return known

    def _of_field(self, field: FieldNode, parent: Any) -> "_Size":
        name = field.name.value
        if field.selection_set is None or name.startswith("__"):
            return _Size(1, 1, 1)
        definition = parent.fields[name]
        inner = self._of(field.selection_set, get_named_type(definition.type))
        cost = 1 + self._many(field, definition) * inner.cost
        return _Size(min(cost, DEAREST), inner.depth + 1, inner.fields + 1)

    def _many(self, field: FieldNode, definition: Any) -> int:
        """How many objects it gives, as far as that can be told before."""
        given = {argument.name.value: argument.value for argument in field.arguments or ()}
        for name in ("limit", "ids"):
            if name in given:
                return max(1, self._length(given[name]))
            if name == "limit" and name in definition.args:
                default = definition.args[name].default_value
                return default if isinstance(default, int) else LIST
        return LIST if is_list_type(get_nullable_type(definition.type)) else 1

    def _length(self, value: Any) -> int:
        if isinstance(value, VariableNode):
            known = self._variables.get(value.name.value)
            if isinstance(known, list):
                return len(known)
            return known if isinstance(known, int) else 1
        if isinstance(value, ListValueNode):
            return len(value.values)
        return int(value.value) if isinstance(value, IntValueNode) else 1


class _Size(msgspec.Struct, frozen=True):
    cost: int
    depth: int
    fields: int
