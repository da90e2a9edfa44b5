"""Runs an operation: a query in one moment, each field of a mutation as a change of its own."""

from typing import Any

import msgspec
from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    execute_sync,
)
from graphql.execution.values import get_variable_values

from lundi.core.database import Database
from lundi.core.errors import Failing
from lundi.core.work import Actor, Work
from lundi.domains.accounts.kept_answers import Key, keep_answer, kept_answer, take_key
from lundi.domains.pulses.querying.pages import Snapshot, keep_snapshot
from lundi.entrypoints.graphql_v2.bounds import Bounds, Measure, TooBroad
from lundi.entrypoints.graphql_v2.complexity import Complexity
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.documents import Document, Unfit, in_double_quotes
from lundi.entrypoints.graphql_v2.errors import told, told_of_upload
from lundi.entrypoints.graphql_v2.executor import NULLED, ChangeFailed, Execution
from lundi.entrypoints.graphql_v2.outcomes import packed, unpacked
from lundi.entrypoints.graphql_v2.outside import Means, Outside
from lundi.entrypoints.graphql_v2.request import Asked
from lundi.entrypoints.graphql_v2.resolvers import LOOKUPS, PREPARATIONS, RESOLVERS, type_of
from lundi.entrypoints.graphql_v2.schema import schema_of
from lundi.entrypoints.graphql_v2.selections import Nodes, Selections
from lundi.entrypoints.graphql_v2.versions import Version
from lundi.entrypoints.shared.links import Links

_INTROSPECTION = ("__schema", "__type")
# Lists and searches, which may be a second old.
_MAY_BE_LATE = frozenset(
    ("aggregate", "boards", "items_page_by_column_values", "search", "updates")
)


class Done(msgspec.Struct, frozen=True):
    """`data` is None where a field that is never null has none."""

    data: dict[str, Any] | None
    errors: list[GraphQLError]
    snapshots: list[Snapshot] = []
    """To be kept before this is answered."""


class Run:
    """One operation of a document. Raises Unfit or TooBroad where it can't be run at all."""

    def __init__(
        self,
        version: Version,
        document: Document,
        asked: Asked,
        bounds: Bounds,
        links: Links,
        *,
        is_file: bool = False,
    ) -> None:
        self._version = version
        self._schema = schema_of(version)
        self._document = document
        self._links = links
        self._told_as = told_of_upload if is_file else told
        self._operation = document.operation(asked.operation_name)
        self._given = asked.variables
        variables = _variables(self._schema, self._operation, asked.variables)
        selections = Selections(self._schema, document.fragments, variables)
        self._root = self._root_type()
        self._fields = selections.of_operation(self._root, self._operation)
        if len(self._fields) > bounds.root_fields:
            raise TooBroad(f"The query has more than {bounds.root_fields:,} fields at its top.")
        measure = Measure(self._schema, document.fragments, variables.coerced, bounds)
        self.cost = measure.cost(self._operation)
        self._execution = Execution(
            self._schema, selections, RESOLVERS, LOOKUPS, type_of, self._told, bounds.values
        )

    @property
    def is_query(self) -> bool:
        return self._operation.operation is OperationType.QUERY

    @property
    def may_be_late(self) -> bool:
        """A query of which no part has to be of this moment."""
        return self.is_query and all(
            nodes[0].name.value in _MAY_BE_LATE for nodes in self._fields.values()
        )

    @property
    def action(self) -> str:
        """The field at its top, by the schema's name; `several`, where it has more than one."""
        names = {nodes[0].name.value for nodes in self._fields.values()}
        return names.pop() if len(names) == 1 else "several"

    async def query(self, work: Work, complexity: Complexity) -> Done:
        ctx = Context(work, self._version, complexity, self._links)
        data = {}
        for key, nodes in self._fields.items():
            if nodes[0].name.value in _INTROSPECTION:
                data[key] = self._introspected(key, nodes)
            else:
                data[key] = await self._execution.root_field(self._root, key, nodes, ctx)
        return msgspec.structs.replace(self._done(data), snapshots=ctx.snapshots)

    async def mutation(
        self,
        database: Database,
        actor: Actor,
        site: str,
        complexity: Complexity,
        means: Means,
        once: Key | None = None,
    ) -> Done:
        """With `once`, fields that were done under that key already are not done again. Raises KeyReused."""
        data: dict[str, Any] = {}
        outside = Outside(database, actor, site, means)
        failing: Failing | None = None
        for key, nodes in self._fields.items():
            try:
                if failing is not None:
                    raise failing
                data[key] = await self._changed(key, nodes, outside, complexity, once)
            except Failing as error:
                # The rest would only wait for the same.
                failing = error
                data[key] = self._execution.unchanged(self._root, key, nodes, error)
        return self._done(data)

    async def _changed(
        self,
        key: str,
        nodes: Nodes,
        outside: Outside,
        complexity: Complexity,
        once: Key | None,
    ) -> Any:
        if once is not None:
            outcome = await outside.read(lambda work: kept_answer(work, once, key))
            if outcome is not None:
                return self._known(outcome, nodes)
        known = len(self._execution.errors)
        prepared = None

        async def change(work: Work) -> tuple[Any, Context]:
            # It may be tried again.
            del self._execution.errors[known:]
            ctx = Context(work, self._version, complexity, self._links, outside.means, prepared)
            if once is not None:
                await take_key(work, once)
                outcome = await take_key(work, once, key)
                if outcome is not None:
                    return self._known(outcome, nodes), ctx
            value = await self._execution.change(self._root, key, nodes, ctx)
            for snapshot in ctx.snapshots:
                await keep_snapshot(work, snapshot)
            if once is not None:
                outcome = packed(value, self._execution.errors[known:])
                await keep_answer(work, once, outcome, key)
            return value, ctx

        try:
            prepared = await self._prepared(nodes, outside)
            value, ctx = await outside.write(change)
        except ChangeFailed as failed:
            del self._execution.errors[known:]
            return self._execution.unchanged(self._root, key, nodes, failed.error)
        for follow in ctx.afterwards:
            await follow()
        return value

    def _known(self, outcome: bytes, nodes: Nodes) -> Any:
        value, errors = unpacked(outcome, nodes)
        self._execution.errors.extend(errors)
        return value

    async def _prepared(self, nodes: Nodes, outside: Outside) -> Any:
        preparation = PREPARATIONS.get(nodes[0].name.value)
        if preparation is None:
            return None
        arguments = self._execution.arguments(self._root, nodes)
        try:
            return await preparation(outside, **arguments)
        except Exception as error:
            raise ChangeFailed(error) from error

    def _done(self, data: dict[str, Any]) -> Done:
        whole = None if any(value is NULLED for value in data.values()) else data
        return Done(whole, self._execution.errors)

    def _introspected(self, key: str, nodes: Nodes) -> Any:
        alone = OperationDefinitionNode(
            operation=OperationType.QUERY,
            variable_definitions=self._operation.variable_definitions,
            selection_set=SelectionSetNode(selections=tuple(nodes)),
        )
        document = DocumentNode(definitions=(alone, *self._document.fragments.values()))
        result = execute_sync(self._schema, document, variable_values=self._given)
        return (result.data or {}).get(key)

    def _told(self, error: Exception, nodes: Nodes, path: list[str | int]) -> GraphQLError:
        first = next(iter(path), "")
        root = self._fields.get(str(first), nodes)[0].name.value
        known = self._told_as(error, root)
        return GraphQLError(known.message, nodes, path=path, extensions={"told": known})

    def _root_type(self) -> GraphQLObjectType:
        root = self._schema.get_root_type(self._operation.operation)
        if root is None:
            raise Unfit([GraphQLError("Schema is not configured to execute this operation.")])
        return root


def _variables(
    schema: GraphQLSchema, operation: OperationDefinitionNode, given: dict[str, Any]
) -> Any:
    found = get_variable_values(schema, operation.variable_definitions or (), given, max_errors=20)
    if isinstance(found, list):
        raise Unfit([in_double_quotes(error) for error in found])
    return found
