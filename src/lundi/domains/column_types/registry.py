"""The column types: one file each, one line here each."""

from lundi.core.errors import Invalid
from lundi.domains.column_types import (
    auto_number,
    board_relation,
    button,
    checkbox,
    color_picker,
    country,
    creation_log,
    date,
    dependency,
    direct_doc,
    doc,
    dropdown,
    email,
    file,
    formula,
    hour,
    item_id,
    last_post,
    last_updated,
    link,
    location,
    long_text,
    mirror,
    name,
    numeric,
    person,
    phone,
    progress,
    rating,
    status,
    subtasks,
    tags,
    team,
    text,
    time_tracking,
    timeline,
    vote,
    week,
    world_clock,
)
from lundi.domains.column_types.column_type import ColumnType

COLUMN_TYPES: dict[str, ColumnType] = {
    kind.name: kind
    for kind in (
        name.TYPE,
        last_post.TYPE,
        person.TYPE,
        status.TYPE,
        text.TYPE,
        date.TYPE,
        numeric.TYPE,
        timeline.TYPE,
        tags.TYPE,
        long_text.TYPE,
        dropdown.TYPE,
        team.TYPE,
        checkbox.TYPE,
        week.TYPE,
        hour.TYPE,
        rating.TYPE,
        email.TYPE,
        link.TYPE,
        phone.TYPE,
        location.TYPE,
        country.TYPE,
        world_clock.TYPE,
        color_picker.TYPE,
        file.TYPE,
        doc.TYPE,
        direct_doc.TYPE,
        vote.TYPE,
        time_tracking.TYPE,
        button.TYPE,
        creation_log.TYPE,
        last_updated.TYPE,
        item_id.TYPE,
        auto_number.TYPE,
        progress.TYPE,
        board_relation.TYPE,
        dependency.TYPE,
        subtasks.TYPE,
        mirror.TYPE,
        formula.TYPE,
    )
}
CREATABLE = {
    word: kind
    for kind in COLUMN_TYPES.values()
    if kind.creatable_in_v1
    for word in (kind.name, kind.shown_as)
}
"""By REST API v1."""
IN_V2 = {
    **{kind.in_v2: kind for kind in COLUMN_TYPES.values() if kind is not last_post.TYPE},
    # The name from when a cell held one person.
    "person": person.TYPE,
}


def creatable_type(word: str) -> ColumnType:
    """By its name or the name it is shown by in REST API v1."""
    kind = CREATABLE.get(word)
    if kind is None:
        known = ", ".join(dict.fromkeys(CREATABLE))
        raise Invalid(f"There is no column type '{word[:40]}': it is one of {known}.")
    return kind


def creatable_type_in_v2(word: str) -> ColumnType:
    kind = IN_V2.get(word)
    if kind is None or not kind.creatable:
        known = ", ".join(name for name, one in IN_V2.items() if one.creatable)
        raise Invalid(f"Columns of type '{word[:40]}' can't be made: it is one of {known}.")
    return kind
