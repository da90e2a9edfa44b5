"""Delivers what is in the outbox: several webhooks at once, one delivery of each after the other."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from lundi.core import clock
from lundi.core.database import Database
from lundi.core.errors import Refusal
from lundi.core.metrics import Counter
from lundi.core.outbound import Caller
from lundi.core.secrets import Vault
from lundi.core.work import Actor, Work, read, write
from lundi.domains.accounts.queries import NOBODY, account_ids
from lundi.domains.webhooks.outbox import (
    Leased,
    due_webhooks,
    keep_attempt,
    lease_due,
    next_due,
    release,
    renew,
)
from lundi.domains.webhooks.schemas import DELIVERED, FAILED, WAITING, Attempt, Delivery
from lundi.domains.webhooks.signing import signatures

AT_ONCE = 64
"""Webhooks that a process delivers for at the same time."""
AT_ONCE_OF_ACCOUNT = 8
"""Of these: one account's receivers that are slow don't take the places of all others."""
MOST_IN_A_ROW = 50
"""Deliveries of a webhook until others get its place."""
SECONDS_TO_LOOK = 15
"""How often what is due again is looked for, and what other processes left behind."""
SECONDS_TO_GATHER = 0.02

DELIVERIES = Counter(
    "lundi_webhook_deliveries_total",
    "Tries to deliver to a webhook: delivered, waiting to be tried again, or failed, which is given up.",
    ("outcome",),
    known=[(DELIVERED,), (WAITING,), (FAILED,)],
)

_log = structlog.get_logger()


class Sender:
    """Of one process. Something is delivered at least once: a process that dies in the middle can't tell whether it was."""

    def __init__(self, database: Database, vault: Vault, caller: Caller) -> None:
        self._database = database
        self._vault = vault
        self._caller = caller
        self._awake: dict[int, None] = {}
        self._heard = asyncio.Event()
        self._at_work: dict[asyncio.Task[None], int] = {}

    async def run(self) -> None:
        """Until it is cancelled."""
        self._database.broker.listen(self._wake)
        looks_at = 0.0
        while True:
            if time.monotonic() >= looks_at:
                looks_at = time.monotonic() + SECONDS_TO_LOOK
                await self._wake_all()
            await self._start_awake()
            try:
                async with asyncio.timeout(max(0.0, looks_at - time.monotonic())):
                    await self._heard.wait()
            except TimeoutError:
                continue
            # A burst of changes is looked at once.
            await asyncio.sleep(SECONDS_TO_GATHER)

    async def deliver_due(self) -> None:
        """All that is due now, to its end."""
        await self._wake_all()
        while self._awake:
            await self._start_awake()
            await asyncio.gather(*self._at_work)

    async def stop(self) -> None:
        for task in self._at_work:
            task.cancel()
        await asyncio.gather(*self._at_work, return_exceptions=True)

    def _wake(self, account_id: int) -> None:
        self._awake[account_id] = None
        self._heard.set()

    async def _wake_all(self) -> None:
        try:
            for account_id in await read(self._database, NOBODY, account_ids):
                self._awake[account_id] = None
        except Exception:
            _log.exception("webhooks not looked for")

    async def _start_awake(self) -> None:
        """What finds no free place stays awake: who ends makes one and wakes us."""
        self._heard.clear()
        awake, self._awake = list(self._awake), {}
        for at, account_id in enumerate(awake):
            if len(self._at_work) >= AT_ONCE:
                self._awake = {**dict.fromkeys(awake[at:]), **self._awake}
                return
            free = self._free_for(account_id)
            try:
                if free:
                    await self._start(account_id, free)
            except Exception:
                _log.exception("webhooks not taken", account=account_id)

    def _free_for(self, account_id: int) -> int:
        own = sum(1 for owner in self._at_work.values() if owner == account_id)
        return min(AT_ONCE - len(self._at_work), AT_ONCE_OF_ACCOUNT - own)

    async def _start(self, account_id: int, free: int) -> None:
        operator = Actor(account_id, None, "company")
        # A look costs next to nothing; taking is a write, and most changes are nobody's business.
        if not await read(self._database, operator, due_webhooks):
            return
        for leased in await write(self._database, operator, lambda work: lease_due(work, free)):
            task = asyncio.create_task(self._deliver_for(operator, leased))
            self._at_work[task] = account_id
            task.add_done_callback(self._at_work.pop)

    async def _deliver_for(self, operator: Actor, leased: Leased) -> None:
        last = leased
        try:
            for _ in range(MOST_IN_A_ROW):
                held = await self._deliver_next(operator, last)
                if held is None:
                    break
                last = held
            await self._release(operator, last)
        except asyncio.CancelledError:
            await self._release(operator, last)
            raise
        except Exception:
            # It stays leased: who tries again does so once that is over.
            _log.exception("webhook not served", webhook=leased.webhook.id)
        else:
            # What came in while it was leased to us waits for somebody who looks again.
            self._wake(operator.account_id)

    async def _release(self, operator: Actor, leased: Leased) -> None:
        await write(self._database, operator, lambda work: release(work, leased))

    async def _deliver_next(self, operator: Actor, held: Leased) -> Leased | None:
        """None where there is nothing more to deliver, or it is for others now."""
        delivery = await read(self._database, operator, lambda work: next_due(work, held))
        if delivery is None:
            return None
        attempt = await self._attempt(operator.account_id, held, delivery)

        async def keep(work: Work) -> tuple[str, Leased | None]:
            return await keep_attempt(work, delivery, attempt), await renew(work, held)

        state, renewed = await write(self._database, operator, keep)
        DELIVERIES.add(state)
        _log_attempt(operator.account_id, delivery, attempt, state)
        return renewed

    async def _attempt(self, account_id: int, held: Leased, delivery: Delivery) -> Attempt:
        webhook, body, at = held.webhook, delivery.payload.encode(), clock.now()
        started = time.monotonic()

        def took() -> int:
            return round((time.monotonic() - started) * 1000)

        try:
            headers = signatures(
                self._vault.open(webhook.sealed),
                body,
                account_id=account_id,
                user_id=webhook.created_by,
                url=webhook.url,
                now=at,
            )
            answered = await self._caller.post(webhook.url, headers, body)
        except Refusal as error:
            return Attempt(at=at, milliseconds=took(), error=str(error))
        except Exception:
            # Else it would be tried for ever, and what comes after it never.
            _log.exception("webhook not called", webhook=webhook.id)
            return Attempt(at=at, milliseconds=took(), error="Something went wrong on our side.")
        return Attempt(at=at, milliseconds=took(), status=answered.status, answer=answered.body)


def _log_attempt(account_id: int, delivery: Delivery, attempt: Attempt, state: str) -> None:
    # Not the address, which may have a secret in it.
    _log.info(
        "webhook delivered" if attempt.succeeded else "webhook not delivered",
        account=account_id,
        webhook=delivery.webhook_id,
        delivery=delivery.id,
        status=attempt.status,
        error=attempt.error,
        milliseconds=attempt.milliseconds,
        state=state,
        request_id=delivery.request_id,
    )


@asynccontextmanager
async def sending(database: Database, vault: Vault, caller: Caller) -> AsyncIterator[None]:
    """Goes on beside what is inside."""
    sender = Sender(database, vault, caller)
    task = asyncio.create_task(sender.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await sender.stop()
