"""From an uploaded file to a blob that waits for its asset: before the transaction that makes the asset."""

from collections.abc import Iterable
from typing import IO

import sqlalchemy as sa

from lundi.core.blobs import Blobs
from lundi.core.clock import MINUTE
from lundi.core.database import Database
from lundi.core.errors import Conflict
from lundi.core.pictures import read_picture
from lundi.core.schema import one_of, parameter
from lundi.core.secrets import new_token
from lundi.core.work import Actor, Work, as_json, read, write
from lundi.domains.files.naming import check_type, cleaned_name, extension_of
from lundi.domains.files.schemas import PICTURES, Kept, Rules, small_blob
from lundi.domains.files.tables import loose_blobs

WAITS = 60 * MINUTE
"""For how long after it began an upload can still become an asset; then its blob may be swept away."""

_THE_BLOB = sa.and_(
    loose_blobs.c.account_id == parameter("account_id"),
    loose_blobs.c.blob == parameter("blob", sa.Text),
)
_LOOSE = sa.insert(loose_blobs).values(
    account_id=parameter("account_id"), blob=parameter("blob", sa.Text), since=parameter("now")
)
_THESE = sa.and_(
    loose_blobs.c.account_id == parameter("account_id"),
    one_of(loose_blobs.c.blob, "blob_keys"),
)
_LOOSE_OF_THESE = sa.select(loose_blobs.c.blob).where(_THESE)
_FORGET = sa.delete(loose_blobs).where(_THESE)
_TAKE = sa.delete(loose_blobs).where(_THE_BLOB, loose_blobs.c.since > parameter("since"))


class Store:
    """Where uploads are kept, and which may be. Not to be used within a transaction that writes."""

    def __init__(self, database: Database, blobs: Blobs, rules: Rules) -> None:
        self.rules = rules
        self._database = database
        self._blobs = blobs

    async def keep(self, actor: Actor, file: IO[bytes], *, name: str, size: int) -> Kept:
        """For an actor who may write. Raises Invalid for a type that may not be uploaded."""
        cleaned = cleaned_name(name)
        check_type(cleaned, self.rules)
        token = new_token()
        blob = f"{actor.account_id}/{token[:2]}/{token}"
        await write(self._database, actor, lambda work: expect_blob(work, blob))
        extension = extension_of(cleaned)
        picture = await read_picture(file) if extension in PICTURES else None
        if picture is not None:
            await self._blobs.put(small_blob(blob), picture.small)
        file.seek(0)
        await self._blobs.put(blob, file)
        kept = Kept(blob=blob, name=cleaned, extension=extension, size=size)
        if picture is None:
            return kept
        return Kept(blob, cleaned, extension, size, picture.width, picture.height)

    async def drop_loose(self, actor: Actor, kept: Iterable[Kept]) -> None:
        """Those of them that no asset has taken, because that was refused: housekeeping would find them too, later."""
        keys = [one.blob for one in kept]
        found = await read(self._database, actor, lambda work: loose_among(work, keys))
        await remove_blobs(self._database, actor, self._blobs, found)


async def expect_blob(work: Work, blob: str) -> None:
    """From now on it is swept away unless an asset takes it."""
    await work.run(_LOOSE, blob=blob)


async def take_blob(work: Work, kept: Kept) -> None:
    """For an asset that is made in the same transaction."""
    if not await work.run(_TAKE, blob=kept.blob, since=work.now - WAITS):
        raise Conflict(f"'{kept.name}' took too long, or was added already: upload it again.")


async def loose_among(work: Work, keys: list[str]) -> list[str]:
    return await work.all(_LOOSE_OF_THESE, str, blob_keys=as_json(keys))


async def remove_blobs(database: Database, actor: Actor, blobs: Blobs, keys: list[str]) -> None:
    """Loose ones, for good."""
    if not keys:
        return
    # The blobs first: a server that stops in between still knows of them.
    await blobs.remove([*keys, *(small_blob(blob) for blob in keys)])
    gone = as_json(keys)
    await write(database, actor, lambda work: work.run(_FORGET, blob_keys=gone))
