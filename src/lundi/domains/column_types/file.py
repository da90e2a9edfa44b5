"""Files, links and docs. Stored: {"files": [...]}, each with a "kind": asset, link or doc.

An asset has "asset_id", "name" and "is_image"; a link "url", "name" and, where it is to one of SERVICES, "service"; a doc
"doc_id" and "name"; each "created_at" in microseconds and "creator_id".
"""

from collections.abc import Iterator, Sequence
from typing import Any

from lundi.core.clock import SECOND
from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import Around, ColumnType, Given, Stored
from lundi.domains.column_types.conditions import Condition, Either, Holds
from lundi.domains.column_types.filtering import Filters, Rule
from lundi.domains.column_types.inputs import mapping, plain_text
from lundi.domains.column_types.link import checked_url
from lundi.domains.column_types.operators import EMPTY, SET

MOST = 1_000
SERVICES = ("google_drive", "dropbox", "box", "onedrive")
LONGEST_NAME = 255


def asset(
    asset_id: int, name: str, *, is_image: bool, created_at: int, creator_id: int | None
) -> Stored:
    """One file, for `with_file`."""
    known = {"kind": "asset", "asset_id": asset_id, "name": name, "is_image": is_image}
    return {**known, "created_at": created_at, "creator_id": creator_id}


def link(
    url: str, name: str, *, created_at: int, creator_id: int | None, service: str = "link"
) -> Stored:
    """One link, for `with_file`."""
    named = plain_text(name, "a link's name", LONGEST_NAME)
    known = {"kind": "link", "url": checked_url(url), "name": named}
    if service in SERVICES:
        known["service"] = service
    return {**known, "created_at": created_at, "creator_id": creator_id}


def doc(doc_id: int, name: str, *, created_at: int, creator_id: int | None) -> Stored:
    """One doc, for `with_file`."""
    known = {"kind": "doc", "doc_id": doc_id, "name": name}
    return {**known, "created_at": created_at, "creator_id": creator_id}


def with_file(stored: Stored | None, one: Stored) -> Stored:
    files = [] if stored is None else stored["files"]
    if len(files) >= MOST:
        raise Invalid(f"A cell has at most {MOST} files.")
    return {"files": [*files, one]}


def read_json(given: Any, around: Around) -> Given:
    """Files are added by uploading them; JSON only takes all away."""
    if mapping(given, 'the way to clear files, {"clear_all": true}').get("clear_all") is True:
        return Given()
    raise Invalid('Files are uploaded; the only JSON they take is {"clear_all": true}.')


def value_of(stored: Stored, around: Around) -> Any:
    return {"files": [_shown(one) for one in stored["files"]]}


def text_of(stored: Stored, around: Around) -> str:
    return ", ".join(_addresses(stored, around))


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    return {"files": [] if stored is None else stored["files"]}


def _shown(one: Stored) -> dict[str, Any]:
    shown = {
        "name": one["name"],
        "fileType": one["kind"].upper(),
        "createdAt": one["created_at"] * 1000 // SECOND,
        "createdBy": one["creator_id"],
    }
    match one["kind"]:
        case "asset":
            is_image = "true" if one["is_image"] else "false"
            return {**shown, "assetId": one["asset_id"], "isImage": is_image}
        case "link":
            kind = one.get("service", "link").upper()
            return {**shown, "fileType": kind, "linkToFile": one["url"]}
        case _:
            return {**shown, "docId": one["doc_id"]}


def _addresses(stored: Stored, around: Around) -> Iterator[str]:
    for one in stored["files"]:
        if one["kind"] == "link":
            yield one["url"]
        elif one["kind"] == "asset" and one["asset_id"] in around.assets:
            yield around.assets[one["asset_id"]]
        elif one["kind"] == "doc" and one["doc_id"] in around.docs:
            yield around.docs[one["doc_id"]]


def _among(values: Sequence[Any], rule: Rule, around: Around) -> Condition:
    """By an asset's id, or by a name as it is written."""
    wanted = tuple(str(value) for value in values)
    names = Holds(("files",), (("name", wanted),))
    return Either((names, Holds(("files",), (("asset_id", wanted),))))


TYPE = ColumnType(
    name="file",
    v2_type="FileValue",
    read_json=read_json,
    value_of=value_of,
    text_of=text_of,
    fields=fields,
    operators=SET | EMPTY,
    sort_key=lambda value: len(value["files"]),
    assets=lambda value: tuple(one["asset_id"] for one in value["files"] if "asset_id" in one),
    filters=Filters(_among),
)
