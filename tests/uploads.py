"""Forms with a file in them, as the clients of API v2 write them, and small pictures."""

import json
import struct
import zlib
from io import BytesIO
from typing import Any

import httpx
from PIL import Image

from tests.company import Client

TO_COLUMN = """mutation ($file: File!) {{add_file_to_column(item_id: {item}, column_id: "{column}", file: $file) {{
  id name file_extension file_size url public_url url_thumbnail original_geometry created_at uploaded_by {{id}}}}}}"""
TO_UPDATE = "mutation ($file: File!) {{add_file_to_update(update_id: {update}, file: $file) {{id name url}}}}"


def form_of(dialect: str, query: str, file: Any, **variables: Any) -> dict[str, Any]:
    """What httpx takes as a request's body. `file`: (name, bytes). E is the dialect of /v2; S that of the specification."""
    by_key = {"map": json.dumps({"0": ["variables.file"]})}
    forms: dict[str, tuple[dict[str, str], str]] = {
        "A": ({}, "variables[file]"),
        "B": (by_key, "0"),
        "C": ({"map": '{"file": ["variables.file"]}'}, "file"),
        "D": ({"map": '{"column_file": "variables.file"}'}, "column_file"),
        "E": ({**by_key, "variables": json.dumps({**variables, "file": None})}, "0"),
    }
    if dialect == "S":
        operations = {"query": query, "variables": {**variables, "file": None}}
        return {"data": {**by_key, "operations": json.dumps(operations)}, "files": {"0": file}}
    fields, part = forms[dialect]
    return {"data": {"query": query, **fields}, "files": {part: file}}


def send(
    client: Client, query: str, file: Any, dialect: str = "A", version: str = "", **variables: Any
) -> httpx.Response:
    headers = {"Authorization": client.token, "API-Version": version}
    path = "/v2" if dialect in "ES" else "/v2/file"
    form = form_of(dialect, query, file, **variables)
    return client.server.request("POST", path, headers=headers, **form)


def upload(
    client: Client, item: int, column: str, name: str = "a.txt", content: bytes = b"Hi"
) -> dict[str, Any]:
    """The new asset."""
    answer = send(client, TO_COLUMN.format(item=item, column=column), (name, content))
    assert "data" in answer.json(), answer.text
    return dict(answer.json()["data"]["add_file_to_column"])


def picture(form: str = "PNG", size: tuple[int, int] = (1000, 500)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "#336699").save(out, form)
    return out.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A small PNG that says it has that many pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
