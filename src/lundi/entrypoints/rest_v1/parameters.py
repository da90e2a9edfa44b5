"""What an action may be given: declared as a class, read from the tree of a request."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Self, get_args, get_origin, get_type_hints

import msgspec

from lundi.core.errors import Invalid, NotFound
from lundi.core.paging import Window
from lundi.entrypoints.rest_v1.kinds import Kind, Offset, OutOfRange, Page, PerPage, Unfit
from lundi.entrypoints.shared.body import Tree

_MISSING: Any = object()


class Declared(msgspec.Struct, frozen=True):
    """One parameter as its class declares it."""

    place: str
    description: str
    name: str | None
    default: Any
    clears: bool
    example: Any


class Parameter(msgspec.Struct, frozen=True):
    """One parameter, ready to be read. `steps`: its way into the tree, so `pulse[name]` has two."""

    attribute: str
    name: str
    steps: tuple[str, ...]
    declared: Declared
    kind: Kind
    optional: bool

    @property
    def required(self) -> bool:
        return not self.optional and self.declared.default is _MISSING

    @property
    def default(self) -> Any:
        return None if self.declared.default is _MISSING else self.declared.default

    def read(self, raw: Any) -> Any:
        try:
            return self.kind.read(raw)
        except OutOfRange as error:
            if self.declared.place == "path":
                raise NotFound(f"There is nothing with the {self.name} {str(raw)[:40]}.") from None
            raise Invalid(f"Parameter '{self.name}' {error}.") from None
        except Unfit as error:
            raise Invalid(f"Parameter '{self.name}' {error}.") from None


def path(description: str, *, example: Any = None) -> Any:
    return Declared("path", description, None, _MISSING, False, example)


def query(
    description: str, *, name: str | None = None, default: Any = _MISSING, example: Any = None
) -> Any:
    return Declared("query", description, name, default, False, example)


def body(
    description: str,
    *,
    name: str | None = None,
    default: Any = _MISSING,
    clears: bool = False,
    example: Any = None,
) -> Any:
    """`clears`: it must be given, and given empty it means that the value is taken away (None)."""
    return Declared("body", description, name, default, clears, example)


class Params:
    """The parameters of an action: `id: Id = path("...")`. A type `... | None` makes one optional."""

    declared: ClassVar[tuple[Parameter, ...]] = ()

    def __init_subclass__(cls) -> None:
        hints = get_type_hints(cls, include_extras=True)
        cls.declared = tuple(
            _parameter(attribute, hint, getattr(cls, attribute))
            for attribute, hint in hints.items()
            if isinstance(getattr(cls, attribute, None), Declared)
        )

    @classmethod
    def read(cls, tree: Tree, path_values: Mapping[str, str]) -> Self:
        """Raises Invalid or NotFound with a sentence that names the parameter."""
        params = cls()
        values = params.__dict__
        for parameter in cls.declared:
            if parameter.declared.place == "path":
                raw: Any = path_values[parameter.name]
            else:
                raw = _at(tree, parameter.steps)
            values[parameter.attribute] = _value(parameter, raw)
        return params


def _parameter(attribute: str, hint: Any, declared: Declared) -> Parameter:
    optional = type(None) in get_args(hint) and get_origin(hint) is not Annotated
    if optional:
        hint = next(part for part in get_args(hint) if part is not type(None))
    (kind,) = (extra for extra in hint.__metadata__ if isinstance(extra, Kind))
    name = declared.name or attribute
    steps = tuple(name.replace("]", "").split("["))
    return Parameter(attribute, name, steps, declared, kind, optional and not declared.clears)


def _at(tree: Tree, steps: tuple[str, ...]) -> Any:
    place: Any = tree
    for step in steps:
        if not isinstance(place, dict) or step not in place:
            return _MISSING
        place = place[step]
    return place


def _value(parameter: Parameter, raw: Any) -> Any:
    if raw is _MISSING or raw is None or raw in ("", []):
        if parameter.declared.clears and raw is not _MISSING:
            return None
        if parameter.required:
            what = "is missing" if raw is _MISSING else "must not be empty"
            raise Invalid(f"Parameter '{parameter.name}' {what}.")
        return parameter.default
    return parameter.read(raw)


class Paged(Params):
    page: Page = query("Which page, from 1.", default=1, example=1)
    per_page: PerPage = query("How many on a page, at most 500.", default=25, example=25)
    offset: Offset | None = query("How many to skip, instead of `page`.")

    @property
    def window(self) -> Window:
        skip = self.offset
        if skip is None:
            skip = (max(self.page, 1) - 1) * self.per_page
        return Window(take=self.per_page, skip=skip)
