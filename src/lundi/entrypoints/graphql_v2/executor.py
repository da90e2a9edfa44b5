"""Runs a GraphQL operation level by level: each field is resolved once for all objects of its level.

So a page of a thousand items takes as many statements as one of ten, and a field that is only looked up costs a list
comprehension. The language, validation, coercion and introspection are graphql-core's; docs/decisions.md has the figures.
"""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, TypeAlias

import msgspec
from graphql import (
    FieldNode,
    GraphQLEnumType,
    GraphQLError,
    GraphQLLeafType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    is_abstract_type,
    is_leaf_type,
)
from graphql.execution.values import get_argument_values

from lundi.entrypoints.graphql_v2.bounds import TooMuch
from lundi.entrypoints.graphql_v2.errors import NotDone
from lundi.entrypoints.graphql_v2.selections import Nodes, Selections
from lundi.entrypoints.graphql_v2.whereabouts import ROOT, Whereabouts

Resolver: TypeAlias = Callable[..., Awaitable[Sequence[Any]]]
Resolvers: TypeAlias = Mapping[tuple[str, str], Resolver]
Lookup: TypeAlias = Callable[[Any, Any], Any]
Lookups: TypeAlias = Mapping[tuple[str, str], Lookup]


class Failure(msgspec.Struct, frozen=True):
    """What a resolver gives in the place of a value that it doesn't have: why not."""

    error: Exception


class ChangeFailed(Exception):
    """Nothing of it may be kept."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class _Nulled:
    """There is no value, and the error is told already; what must not be null goes with it."""


NULLED: Final = _Nulled()


_NONE: Final = type(None)
_MISSING: Final = frozenset((_NONE, Failure))
_TEXT_OR_NONE: Final = frozenset((_NONE, str))


@lru_cache(maxsize=512)
def _shape(keys: tuple[str, ...]) -> Callable[..., msgspec.Struct]:
    """Of an object with these keys: an eighth of the time of a dict where there are many."""
    # A key may be a word of Python's.
    names = {f"field_{at}": key for at, key in enumerate(keys)}
    return msgspec.defstruct("Selected", list(names), rename=names, gc=False)


class Execution:
    """One operation. `resolvers`: (type, field) -> for all parents of a level, their values in the same order.

    `lookups`: what one parent tells by itself; a field in neither is looked up by its name. `type_of` names the object type of
    a value whose field is of an abstract type; `told` makes of an exception the error that the client reads.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        selections: Selections,
        resolvers: Resolvers,
        lookups: Lookups,
        type_of: Callable[[Any], str],
        told: Callable[[Exception, Nodes, list[str | int]], GraphQLError],
        most_values: int,
    ) -> None:
        self.errors: list[GraphQLError] = []
        self._schema = schema
        self._selections = selections
        self._resolvers = resolvers
        self._lookups = lookups
        self._type_of = type_of
        self._told = told
        self._left = most_values
        self._nulled = 0

    async def root_field(self, root: GraphQLObjectType, key: str, nodes: Nodes, ctx: Any) -> Any:
        """Its completed value; NULLED where all of `data` must be null."""
        (value,) = await self._field(root, key, nodes, [None], ROOT, ctx)
        return value

    async def change(self, root: GraphQLObjectType, key: str, nodes: Nodes, ctx: Any) -> Any:
        """As `root_field`, but where the field itself fails: raises ChangeFailed."""
        name = nodes[0].name.value
        if name == "__typename":
            return root.name
        values = await self._resolved(root.name, root.fields[name], nodes[0], [None], ctx)
        (value,) = values
        if value.__class__ is Failure:
            raise ChangeFailed(value.error)
        (done,) = await self._completed(root.fields[name].type, nodes, values, ROOT.field(key), ctx)
        return done

    def arguments(self, root: GraphQLObjectType, nodes: Nodes) -> dict[str, Any]:
        """Of a field of an operation. Raises ChangeFailed."""
        field = root.fields[nodes[0].name.value]
        try:
            return get_argument_values(field, nodes[0], self._selections.variables)
        except GraphQLError as error:
            raise ChangeFailed(error) from None

    def unchanged(
        self, root: GraphQLObjectType, key: str, nodes: Nodes, error: Exception
    ) -> _Nulled | None:
        self.failed(error, nodes, [key])
        must_be = isinstance(root.fields[nodes[0].name.value].type, GraphQLNonNull)
        return NULLED if must_be else None

    def failed(self, error: Exception, nodes: Nodes, path: list[str | int]) -> None:
        self.errors.append(self._told(error, nodes, path))

    async def _field(
        self,
        parent_type: GraphQLObjectType,
        key: str,
        nodes: Nodes,
        parents: Sequence[Any],
        where: Whereabouts,
        ctx: Any,
    ) -> list[Any]:
        name = nodes[0].name.value
        if name == "__typename":
            return [parent_type.name] * len(parents)
        self._left -= len(parents)
        if self._left < 0:
            raise TooMuch("The answer would hold too many values: ask for fewer at a time.")
        field = parent_type.fields[name]
        values = await self._resolved(parent_type.name, field, nodes[0], parents, ctx)
        return await self._completed(field.type, nodes, values, where.field(key), ctx)

    async def _resolved(
        self, type_name: str, field: Any, node: FieldNode, parents: Sequence[Any], ctx: Any
    ) -> Sequence[Any]:
        name = node.name.value
        resolver = self._resolvers.get((type_name, name))
        if resolver is None:
            return self._looked_up(type_name, name, parents, ctx)
        try:
            given: dict[str, Any] = {}
            if field.args:
                given = get_argument_values(field, node, self._selections.variables)
            return await resolver(ctx, parents, **given)
        except TooMuch:
            raise
        except Exception as error:
            return [Failure(error)] * len(parents)

    def _looked_up(
        self, type_name: str, name: str, parents: Sequence[Any], ctx: Any
    ) -> Sequence[Any]:
        lookup = self._lookups.get((type_name, name))
        try:
            if lookup is not None:
                return [lookup(ctx, parent) for parent in parents]
            if parents[0].__class__ is dict:
                return [parent[name] for parent in parents]
            return [getattr(parent, name) for parent in parents]
        except (AttributeError, KeyError, TypeError):
            return [Failure(NotDone(f"{type_name}.{name}"))] * len(parents)

    async def _completed(
        self, kind: Any, nodes: Nodes, values: Sequence[Any], where: Whereabouts, ctx: Any
    ) -> list[Any]:
        if isinstance(kind, GraphQLNonNull):
            done = await self._of_type(kind.of_type, nodes, values, where, ctx)
            if _NONE not in set(map(type, done)):
                return done
            for at, value in enumerate(done):
                if value is None:
                    self._null(
                        RuntimeError("A field that is never null has none."), nodes, where, at
                    )
                    done[at] = NULLED
            return done
        before = self._nulled
        done = await self._of_type(kind, nodes, values, where, ctx)
        if self._nulled == before:
            return done
        return [None if value is NULLED else value for value in done]

    async def _of_type(
        self, kind: Any, nodes: Nodes, values: Sequence[Any], where: Whereabouts, ctx: Any
    ) -> list[Any]:
        if is_leaf_type(kind):
            return self._leaves(kind, nodes, values, where)
        if _MISSING.isdisjoint(map(type, values)):
            return await self._present(kind, nodes, values, where, ctx)
        there = [at for at, value in enumerate(values) if value.__class__ not in _MISSING]
        done: list[Any] = [None] * len(values)
        for at, value in enumerate(values):
            if value.__class__ is Failure:
                self._null(value.error, nodes, where, at)
                done[at] = NULLED
        found = await self._present(
            kind, nodes, [values[at] for at in there], where.some(there), ctx
        )
        for at, value in zip(there, found, strict=True):
            done[at] = value
        return done

    async def _present(
        self, kind: Any, nodes: Nodes, values: Sequence[Any], where: Whereabouts, ctx: Any
    ) -> list[Any]:
        if not values:
            return []
        if isinstance(kind, GraphQLList):
            return await self._lists(kind, nodes, values, where, ctx)
        if is_abstract_type(kind):
            return await self._abstract(nodes, values, where, ctx)
        return await self._objects(kind, nodes, values, where, ctx)

    def _leaves(
        self, kind: GraphQLLeafType, nodes: Nodes, values: Sequence[Any], where: Whereabouts
    ) -> list[Any]:
        serialize = kind.serialize
        is_text = kind.name in ("String", "ID", "JSON")
        if is_text and set(map(type, values)) <= _TEXT_OR_NONE:
            return list(values)
        if isinstance(kind, GraphQLEnumType):
            serialize = lru_cache(serialize)
        done: list[Any] = []
        for at, value in enumerate(values):
            if value is None or (is_text and value.__class__ is str):
                done.append(value)
                continue
            try:
                if value.__class__ is Failure:
                    raise value.error
                done.append(serialize(value))
            except Exception as error:
                self._null(error, nodes, where, at)
                done.append(NULLED)
        return done

    async def _lists(
        self,
        kind: GraphQLList[Any],
        nodes: Nodes,
        values: Sequence[Sequence[Any]],
        where: Whereabouts,
        ctx: Any,
    ) -> list[Any]:
        flat = [item for value in values for item in value]
        sizes = [len(value) for value in values]
        before = self._nulled
        items = await self._completed(kind.of_type, nodes, flat, where.items(sizes), ctx)
        done: list[Any] = []
        start = 0
        for size in sizes:
            done.append(items[start : start + size])
            start += size
        if self._nulled == before:
            return done
        return [NULLED if any(item is NULLED for item in own) else own for own in done]

    async def _abstract(
        self, nodes: Nodes, values: Sequence[Any], where: Whereabouts, ctx: Any
    ) -> list[Any]:
        by_type: defaultdict[str, list[int]] = defaultdict(list)
        for at, value in enumerate(values):
            by_type[self._type_of(value)].append(at)
        if len(by_type) == 1:
            return await self._objects(
                self._schema.type_map[next(iter(by_type))], nodes, values, where, ctx
            )
        done: list[Any] = [None] * len(values)
        for name, those in by_type.items():
            kind = self._schema.type_map[name]
            some = [values[at] for at in those]
            found = await self._objects(kind, nodes, some, where.some(those), ctx)
            for at, value in zip(those, found, strict=True):
                done[at] = value
        return done

    async def _objects(
        self, kind: Any, nodes: Nodes, values: Sequence[Any], where: Whereabouts, ctx: Any
    ) -> list[Any]:
        before = self._nulled
        fields = self._selections.within(kind, nodes)
        if not fields:
            # Of a type that none of the fragments is about.
            return [{} for _ in values]
        columns = [
            await self._field(kind, key, own, values, where, ctx) for key, own in fields.items()
        ]
        done: list[Any] = list(map(_shape(tuple(fields)), *columns))
        if self._nulled == before:
            return done
        return [NULLED if NULLED in msgspec.structs.astuple(one) else one for one in done]

    def _null(self, error: Exception, nodes: Nodes, where: Whereabouts, at: int) -> None:
        self._nulled += 1
        self.failed(error, nodes, where.path(at))
