"""What can happen to webhooks."""

from lundi.core.work import Event


class WebhookCreated(Event, frozen=True):
    """`trigger`: what it waits for."""

    webhook_id: int
    trigger: str


class DeliveryReplayed(Event, frozen=True):
    """It is delivered once more."""

    webhook_id: int
    delivery_id: int


class WebhookDeleted(Event, frozen=True):
    webhook_id: int
    trigger: str
