"""The pulse's own name, shown as a column. Its value lives on the pulse."""

from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import Around, ColumnType, Given, Stored
from lundi.domains.column_types.conditions import Look
from lundi.domains.column_types.filtering import by_text
from lundi.domains.column_types.inputs import plain_text
from lundi.domains.column_types.operators import EMPTY, SET, TEXT

LONGEST = 255


def read_text(text: str, around: Around) -> Given:
    if not text.strip():
        raise Invalid("A name has at least one character that isn't a space.")
    return Given(value=plain_text(text, "a name", LONGEST))


def text_of(stored: Stored, around: Around) -> str:
    return str(stored)


TYPE = ColumnType(
    name="name",
    creatable=False,
    clearable=False,
    read_text=read_text,
    text_of=text_of,
    operators=SET | EMPTY | TEXT,
    sort_key=lambda value: str(value).casefold(),
    filters=by_text(Look(fact="name")),
)
