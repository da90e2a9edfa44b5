"""Whether what a backup holds has room beside what is in a database: ids and short names are given once on a server."""

from collections import defaultdict

import sqlalchemy as sa

from lundi.core.errors import Conflict
from lundi.core.schema import parameter
from lundi.core.work import Actor, Work
from lundi.transfer.reading import companies_here
from lundi.transfer.records import Company
from lundi.transfer.source import Ids, Source
from lundi.transfer.tables import has_ids, taken_tables

_ELSEWHERE = "Restore it into a database of its own."


async def check_room(work: Work, source: Source) -> None:
    """Raises Conflict that names what is in the way."""
    here = await companies_here(work)
    for company in source.companies:
        _check_company(company, here)
    if here:
        await _check_ids(work, here, await _ids_of(source))


def _check_company(company: Company, here: list[Company]) -> None:
    for other in here:
        if (company.id, company.slug) == (other.id, other.slug):
            raise Conflict(f"The account '{other.slug}' is here already: nothing was restored.")
        if company.slug == other.slug:
            raise Conflict(
                f"Another account is called '{other.slug}' here: nothing was restored. {_ELSEWHERE}"
            )
        if company.id == other.id:
            raise Conflict(
                f"The id of the account '{company.slug}', {company.id}, is that of '{other.slug}' here:"
                f" nothing was restored. {_ELSEWHERE}"
            )


async def _ids_of(source: Source) -> dict[str, Ids]:
    tables = {table.name for table in taken_tables() if has_ids(table)}
    found: defaultdict[str, Ids] = defaultdict(Ids)
    async for portion in source.portions():
        if portion.table in tables:
            at = list(portion.shape.columns).index("id")
            ids = found[portion.table]
            for row in portion.rows:
                ids.add(row[at])
    return found


async def _check_ids(work: Work, here: list[Company], restored: dict[str, Ids]) -> None:
    for table in taken_tables():
        if table.name not in restored:
            continue
        ids = restored[table.name]
        own = sa.select(table.c.id).where(table.c.account_id == parameter("account_id"))
        for other in here:
            work.enter(Actor(other.id, None, "company"))
            async for page in work.pages(own, int):
                for number in page:
                    if number in ids:
                        raise Conflict(
                            f"The id {number} in '{table.name}' is of the account '{other.slug}' here:"
                            f" nothing was restored. {_ELSEWHERE}"
                        )
