"""Mails on their way: kept in the transaction of what they are about, sealed, as links are secrets, and sent until they are taken."""

import msgspec
import sqlalchemy as sa
import structlog

from lundi.core import clock
from lundi.core.database import Database
from lundi.core.mail import Mailer
from lundi.core.schema import parameter
from lundi.core.secrets import Vault
from lundi.core.work import Actor, Work, as_json, read, write
from lundi.domains.accounts.queries import NOBODY, account_ids
from lundi.domains.accounts.tables import mails

LEASE = 5 * clock.MINUTE
"""How long nobody else sends what one process has taken. Longer than a mail server may take."""
RETRY_AFTER = tuple(minutes * clock.MINUTE for minutes in (1, 5, 15, 60, 120, 240, 480, 480))
"""Between one try and the next; after the last it is given up."""

_THE_MAIL = sa.and_(
    mails.c.account_id == parameter("account_id"), mails.c.id == parameter("mail_id")
)
_IS_DUE = sa.and_(
    mails.c.account_id == parameter("account_id"), mails.c.next_at <= parameter("now")
)
_KEEP = sa.insert(mails).values(
    account_id=parameter("account_id"),
    id=parameter("id"),
    sealed=parameter("sealed", sa.LargeBinary),
    tries=sa.literal_column("0"),
    next_at=parameter("next_at"),
    created_at=parameter("now"),
)
_KEPT = sa.select(mails.c.id, mails.c.sealed, mails.c.tries).where(_THE_MAIL)
_DUE = sa.select(mails.c.id).where(_IS_DUE).order_by(mails.c.next_at).limit(sa.literal_column("1"))
_TAKE = _DUE.with_for_update(skip_locked=True)
_POSTPONE = (
    sa.update(mails)
    .where(_THE_MAIL)
    .values(next_at=parameter("next_at"), tries=mails.c.tries + parameter("more", sa.Integer))
)
_REMOVE = sa.delete(mails).where(_THE_MAIL)
_log = structlog.get_logger()


class Mail(msgspec.Struct, frozen=True):
    to: str
    subject: str
    text: str


class _Kept(msgspec.Struct, frozen=True):
    id: int
    sealed: bytes
    tries: int


class Outbox:
    """A mail is sent at least once: a process that dies in the middle can't tell whether it was."""

    def __init__(self, database: Database, vault: Vault, mailer: Mailer) -> None:
        self._database = database
        self._vault = vault
        self._mailer = mailer

    async def keep(self, work: Work, mail: Mail) -> int:
        """Its id. Whoever keeps it sends it after the commit; if they don't, others do once the lease is over."""
        mail_id = await work.new_id("mail")
        sealed = self._vault.seal(as_json(mail))
        await work.run(_KEEP, id=mail_id, sealed=sealed, next_at=work.now + LEASE)
        return mail_id

    async def send(self, account_id: int, mail_id: int) -> bool:
        """Whether the mail server has taken it now; else it is tried again later."""
        operator = Actor(account_id, None, "company")

        async def kept_mail(work: Work) -> _Kept | None:
            return await work.first(_KEPT, _Kept, mail_id=mail_id)

        kept = await read(self._database, operator, kept_mail)
        if kept is None:
            return False
        mail = msgspec.json.decode(self._vault.open(kept.sealed), type=Mail)
        sent = await self._mailer.send(mail.to, mail.subject, mail.text)
        await write(self._database, operator, lambda work: _note(work, kept, sent))
        return sent

    async def send_due(self) -> None:
        """What others left behind, and what comes again."""
        for account_id in await read(self._database, NOBODY, account_ids):
            operator = Actor(account_id, None, "company")
            while await read(self._database, operator, _first_due) is not None:
                mail_id = await write(self._database, operator, _take)
                if mail_id is None or not await self.send(account_id, mail_id):
                    break


async def _first_due(work: Work) -> int | None:
    return await work.first(_DUE, int)


async def _take(work: Work) -> int | None:
    mail_id = await work.first(_TAKE, int)
    if mail_id is not None:
        await work.run(_POSTPONE, mail_id=mail_id, next_at=work.now + LEASE, more=0)
    return mail_id


async def _note(work: Work, kept: _Kept, sent: bool) -> None:
    if sent or kept.tries >= len(RETRY_AFTER):
        await work.run(_REMOVE, mail_id=kept.id)
    else:
        next_at = work.now + RETRY_AFTER[kept.tries]
        await work.run(_POSTPONE, mail_id=kept.id, next_at=next_at, more=1)
    if not sent and kept.tries >= len(RETRY_AFTER):
        _log.error("mail given up", account=work.account_id, mail=kept.id)
