"""Which fields a client selects of an object: fragments opened, @skip and @include heeded."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLIncludeDirective,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLSkipDirective,
    OperationDefinitionNode,
    SelectionSetNode,
    is_abstract_type,
)
from graphql.execution.values import get_directive_values

Nodes: TypeAlias = list[FieldNode]
Fields: TypeAlias = dict[str, Nodes]
"""Response key -> the fields to be merged under it, in the order of the document."""


class Selections:
    """Of one operation of one document."""

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: Any,
    ) -> None:
        self.variables = variables
        self._schema = schema
        self._fragments = fragments

    def of_operation(self, root: GraphQLObjectType, operation: OperationDefinitionNode) -> Fields:
        return self._collected(root, [operation.selection_set])

    def within(self, kind: GraphQLObjectType, nodes: Nodes) -> Fields:
        return self._collected(kind, [node.selection_set for node in nodes if node.selection_set])

    def _collected(self, kind: GraphQLObjectType, sets: Sequence[SelectionSetNode]) -> Fields:
        fields: Fields = {}
        spread: set[str] = set()
        for one in sets:
            self._collect(kind, one, fields, spread)
        return fields

    def _collect(
        self, kind: GraphQLObjectType, within: SelectionSetNode, fields: Fields, spread: set[str]
    ) -> None:
        for selection in within.selections:
            if not self._is_included(selection):
                continue
            if isinstance(selection, FieldNode):
                key = (selection.alias or selection.name).value
                fields.setdefault(key, []).append(selection)
                continue
            fragment: Any = selection
            if isinstance(selection, FragmentSpreadNode):
                name = selection.name.value
                if name in spread:
                    continue
                spread.add(name)
                fragment = self._fragments[name]
            if self._applies(fragment.type_condition, kind):
                self._collect(kind, fragment.selection_set, fields, spread)

    def _is_included(self, selection: Any) -> bool:
        if not selection.directives:
            return True
        skip = get_directive_values(GraphQLSkipDirective, selection, self.variables)
        include = get_directive_values(GraphQLIncludeDirective, selection, self.variables)
        return not (skip and skip["if"]) and not (include and not include["if"])

    def _applies(self, condition: Any, kind: GraphQLObjectType) -> bool:
        if condition is None or condition.name.value == kind.name:
            return True
        other = self._schema.type_map[condition.name.value]
        return is_abstract_type(other) and self._schema.is_sub_type(other, kind)
