"""Tags."""

from lundi.core.work import Work
from lundi.domains.tags.access import tag_to_read
from lundi.entrypoints.rest_v1 import examples
from lundi.entrypoints.rest_v1.kinds import Id
from lundi.entrypoints.rest_v1.operation import get
from lundi.entrypoints.rest_v1.parameters import Params, path
from lundi.entrypoints.rest_v1.shapes import Tag, show_tag


class OneTag(Params):
    id: Id = path("The tag's id.", example=7)


@get("/tags/{id}.json", tag="Tags", example=examples.TAG, lasts=True)
async def get_tag(work: Work, params: OneTag) -> Tag:
    """Get one tag."""
    return show_tag(work, await tag_to_read(work, params.id))
