"""Writes the pages of docs/ that are made from the code; with --check, fails where one is not up to date."""

import importlib
import sys
import typing
from pathlib import Path
from typing import Any

import msgspec

import lundi.app  # noqa: F401  (knows all tables)
from lundi.core.schema import metadata
from lundi.core.work import Event
from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.entrypoints.graphql_v2.bounds import LIST, MUTATION_COST
from lundi.entrypoints.graphql_v2.resolvers import missing_fields
from lundi.entrypoints.graphql_v2.schema import schema_of
from lundi.entrypoints.graphql_v2.versions import NEWEST, VERSIONS
from lundi.entrypoints.rest_v1.resources import OPERATIONS
from lundi.entrypoints.shared.idempotency import ABOUT, HEADER
from lundi.settings import Settings

DOCS = Path(__file__).parent
DOMAINS = (
    *("accounts", "teams", "workspaces", "boards", "tags", "pulses", "views", "docs"),
    *("conversation", "files", "webhooks"),
)
ADDING_A_TYPE = """
## Adding a type

1. **A file** in `src/lundi/domains/column_types/`, named after the type, that ends with `TYPE = ColumnType(...)`. It looks nothing up and
   writes nothing: it turns what clients send into what is stored (`read_json`, `read_text`), and that into what they read (`value_of`,
   `text_of`, `fields`). What doesn't fit raises `Invalid` with one sentence. `inputs.py` has the usual checks, `hour.py` is a short example.
2. **A line** in `registry.py`.
3. **A cell** in `frontend/src/features/board/cells/`: how it is shown, edited, typed, copied and pasted, with an editor of `editors/`; and a line in its
   `registry.ts`. `hour.tsx` is a short example there too.
4. **Its examples** in `tests/domains/column_types/examples.py`: the tests of all types go through them."""
SENDING_AGAIN = f"""
## Sending a request again

A POST whose answer got lost can be sent again without being done twice, where it has the header `{HEADER}`. {ABOUT}

- The second answer is the first one's, with `Idempotency-Replayed: true`; where both come at the same moment, one waits for the other.
- The answer is kept in the transaction of the change: after a crash of the server there are both or neither.
- Another request with the same key is 422. What was refused (4xx) isn't kept: it may be sent again in another way.
- A key is of the token's owner. The same parameters are the same request, in whatever form they are sent.

503, with `Retry-After`, and a connection that broke off are worth sending again; GET, PUT and DELETE need no key."""
ABOUT_V2 = """`POST /v2` with `{{"query", "variables", "operationName"}}` as JSON or as a form, and the token in the `Authorization` header,
with or without `Bearer`. The schema: `GET /v2/get_schema?format=sdl|json&version=YYYY-MM`, or introspection.

## Versions

The header `API-Version` names one; without it the newest answers. All are answered, each in its own form: `versions.py` says what differs.

{versions}

## What a query costs

The field `complexity` tells. A field costs 1 point. A field with fields in it costs 1 and, for each object it may give, what those cost: as many
objects as its `limit` or the number of its `ids`, else as the default of its `limit`, {list_size} for a list without one, 1 otherwise. Each field of a
mutation costs {mutation_cost} points more. Points are held to a budget only where LUNDI_COMPLEXITY_PER_MINUTE or LUNDI_COMPLEXITY_PER_QUERY is set;
the LUNDI_QUERY_* settings bound what one query may ask for. Each request counts as one of the plan's limit, as in REST API v1.

## Files

`add_file_to_column` and `add_file_to_update` take a file that comes with the request, a multipart form to `/v2/file` or `/v2`: `query`, the file, and how the two
belong together. A part called `variables[file]` is the variable `$file`; a part of any other name is what `map` says of it,
`{{"0": ["variables.file"]}}` or `{{"0": "variables.file"}}`. Other variables are in `variables` as JSON; `query` and `variables` may also stand in `operations`.

```
curl $LUNDI/v2/file -H "Authorization: $TOKEN" -F 'variables[file]=@photo.png' \\
  -F 'query=mutation ($file: File!) {{add_file_to_column(item_id: 1, column_id: "files", file: $file) {{id public_url}}}}'
```

`url` is for who is signed in or sends the token in the `Authorization` header; `public_url` is for everybody, for an hour. Answers of `/v2/file` have `account_id`;
where there is no file, no such item or no such update, they have the status 500, and `errors[].extensions.reason` says which.

## Sending a mutation again

A mutation whose answer got lost can be sent again without being done twice, where it has the header `{header}`. {about_key}
The outcome of each field at the top is kept in the transaction of its change, by the key and the field's name in the answer: if the server died in the
middle, the fields that were done are answered as they were, and the rest are done. Fields that were refused aren't kept. Another mutation with the same
key is `IDEMPOTENCY_CONFLICT` (409).

## Errors

The answer's status is 200 but for 401 (no valid token), 429 (a limit; `Retry-After` says when it ends), 413 and 415, 409 for a key of another request, 503
(`API_TEMPORARILY_BLOCKED`: the database can't be reached; `Retry-After`) and 507 (`INSUFFICIENT_STORAGE`: no room left); with the last two, the fields that
were done before are in `data`. `errors[].extensions` has `code`,
`status_code` and `error_data`, and in `reason` the sentence that says why, where the message is the one that clients compare with.
"""
MADE = "Made from the code by `make format`; don't change it here.\n"


def settings() -> str:
    rows = ["| variable | default | what |", "| --- | --- | --- |"]
    hints = typing.get_type_hints(Settings, include_extras=True)
    for field in msgspec.structs.fields(Settings):
        (about,) = hints[field.name].__metadata__
        default = "" if field.default is None else f"`{field.default}`"
        rows.append(f"| `LUNDI_{field.name.upper()}` | {default} | {about.description} |")
    intro = (
        "`--host`, `--port`, `--data`, `--database-url`, `--redis-url` and `--workers` can be given as flags too;"
        " a flag wins.\n"
    )
    return page("Settings", intro, rows)


def actions() -> str:
    rows = ["| | path under /v1 | what it does |", "| --- | --- | --- |"]
    tag = ""
    for operation in OPERATIONS:
        if operation.tag != tag:
            tag = operation.tag
            rows.append(f"| **{tag}** | | |")
        rows.append(f"| {operation.method} | {operation.path.lstrip('/')} | {operation.summary} |")
    intro = "Each with its parameters, answers and errors at `/developers` of every server.\n"
    return page("REST API v1: the actions", intro, [*rows, SENDING_AGAIN])


def events() -> str:
    for domain in DOMAINS:
        importlib.import_module(f"lundi.domains.{domain}.events")
    rows = ["| event | of | details |", "| --- | --- | --- |"]
    for event in sorted(Event.__subclasses__(), key=lambda event: event.__name__):
        own = [name for name in event.__struct_fields__ if name not in Event.__struct_fields__]
        domain = event.__module__.split(".")[2]
        rows.append(f"| `{event.__name__}` | {domain} | {', '.join(f'`{name}`' for name in own)} |")
    intro = (
        "Each is kept in the table `events`, in the same transaction as the change it tells of.\n"
    )
    return page("Events", intro, rows)


def column_types() -> str:
    rows = [
        "| type | in v1 | made by v1 | in v2 | its values in v2 | written by v2 |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    rows += [
        f"| `{kind.name}` | `{kind.shown_as}` | {yes_or_no(kind.creatable_in_v1)} "
        f"| `{kind.in_v2}` | `{kind.v2_type}` | {yes_or_no(kind.writable)} |"
        for kind in COLUMN_TYPES.values()
    ]
    intro = (
        "One file each in `src/lundi/domains/column_types/`, one line each in its `registry.py`.\n"
    )
    return page("Column types", intro, [*rows, ADDING_A_TYPE])


def api_v2() -> str:
    schema = schema_of(VERSIONS[NEWEST])
    missing = missing_fields(schema)
    rows = []
    for title, name in (("Reading", "Query"), ("Changing", "Mutation")):
        root: Any = schema.type_map[name]
        rows += [f"## {title}", "", "| | what it does |", "| --- | --- |"]
        rows += [
            f"| `{field}` | {definition.description} |"
            for field, definition in sorted(root.fields.items())
            if f"{name}.{field}" not in missing
        ]
        rows.append("")
    rows += [
        "## Not done yet",
        "",
        "The schema names them, and they answer `UNSUPPORTED_OPERATION`:",
        "",
    ]
    rows += [f"- `{name}`" for name in missing]
    versions = [f"| `{version.value}` | {version.kind} |" for version in VERSIONS.values()]
    about = ABOUT_V2.format(
        versions="\n".join(["| version | |", "| --- | --- |", *versions]),
        mutation_cost=f"{MUTATION_COST:,}",
        list_size=LIST,
        header=HEADER,
        about_key=ABOUT,
    )
    return page("GraphQL API v2", about, rows)


def citus() -> str:
    tables = metadata.sorted_tables
    everywhere = [table.name for table in tables if table.info.get("is_reference")]
    spread = [table.name for table in tables if table.name not in everywhere]
    return "\n".join(
        [
            "-- Spreads an empty database over the nodes of Citus: run it once, on the coordinator, after `lundi migrate`.",
            "-- Made from the tables by `make format`; don't change it here. See docs/scaling.md.",
            "",
            "-- Who people are is looked up before the account is known, so every node has it.",
            *(f"SELECT create_reference_table('{name}');" for name in everywhere),
            "",
            "-- All else of an account is on one node.",
            *(f"SELECT create_distributed_table('{name}', 'account_id');" for name in spread),
            "",
        ]
    )


def yes_or_no(answer: bool) -> str:
    return "yes" if answer else "no"


def page(title: str, intro: str, rows: list[str]) -> str:
    return "\n".join([f"# {title}", "", MADE, intro, *rows, ""])


PAGES = {
    "settings.md": settings,
    "api-v1.md": actions,
    "api-v2.md": api_v2,
    "events.md": events,
    "column-types.md": column_types,
    "../deploy/citus.sql": citus,
}


def main() -> int:
    check = "--check" in sys.argv
    stale = []
    for name, write in PAGES.items():
        file = DOCS / name
        text = write()
        if check and (not file.exists() or file.read_text() != text):
            stale.append(name)
        elif not check:
            file.write_text(text)
    if stale:
        print(f"Not up to date: docs/{', docs/'.join(stale)}. Run `make format`.", file=sys.stderr)
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
