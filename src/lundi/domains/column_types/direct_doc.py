"""A doc of the pulse's own, as `doc`, under another name: what clients make and read as `direct_doc`."""

from lundi.domains.column_types import doc
from lundi.domains.column_types.column_type import ColumnType

TYPE = ColumnType(
    name="direct_doc",
    v2_type="DirectDocValue",
    read_json=doc.TYPE.read_json,
    value_of=doc.TYPE.value_of,
    text_of=doc.TYPE.text_of,
    fields=doc.fields,
    operators=doc.TYPE.operators,
    sort_key=doc.TYPE.sort_key,
    filters=doc.TYPE.filters,
)
