"""The names of uploaded files, and which of them may be uploaded."""

import re

from lundi.core.errors import Invalid
from lundi.domains.files.schemas import Rules

LONGEST_NAME = 255
_EXTENSION = re.compile(r"\.([A-Za-z0-9]{1,20})$")
# What no text of a database or header can hold, and what turns the direction of writing around.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def cleaned_name(given: str | None) -> str:
    """Without the folders before it; `file` where nothing is left."""
    name = re.split(r"[/\\]", given or "")[-1]
    name = _UNFIT.sub("", name).strip(" .")
    if len(name) <= LONGEST_NAME:
        return name or "file"
    extension = _EXTENSION.search(name)
    end = extension[0] if extension else ""
    return name[: LONGEST_NAME - len(end)] + end


def extension_of(name: str) -> str:
    found = _EXTENSION.search(name)
    return found[1].lower() if found else ""


def check_type(name: str, rules: Rules) -> None:
    """Raises Invalid."""
    extension = extension_of(name)
    shown = f"Files of type .{extension}" if extension else "Files without an extension"
    if rules.allowed is not None and extension not in rules.allowed:
        allowed = ", ".join(sorted(rules.allowed))
        raise Invalid(f"{shown} can't be uploaded here; these can: {allowed}.")
    if extension in rules.refused:
        raise Invalid(f"{shown} can't be uploaded here.")
