"""Settings that are unsafe where strangers can come: told of at the start, one sentence each."""

from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit

from lundi.settings import Settings

SHORTEST_SECRET = 16
FEWEST_LETTERS = 6
"""Different ones, in what was not typed in passing."""
_COMMON = ("changeme", "change-me", "secret", "password", "default", "lundi", "admin", "minioadmin")


def cautions(settings: Settings) -> Iterator[str]:
    yield from _of_the_way_in(settings)
    if settings.database_url and not settings.secret_key:
        yield (
            f"LUNDI_SECRET_KEY is not set, so the key to the API tokens in PostgreSQL is in {settings.data}/secret.key alone:"
            " keep that file with your backups, or set LUNDI_SECRET_KEY before there are accounts."
        )
    for name in _weak_secrets(settings):
        yield f"{name} is easy to guess: `openssl rand -hex 32` makes a good one."
    if settings.webhooks_private_addresses:
        yield (
            "LUNDI_WEBHOOKS_PRIVATE_ADDRESSES is on: whoever may make a webhook can have this server call"
            " any machine of its network."
        )


def _of_the_way_in(settings: Settings) -> Iterator[str]:
    site = urlsplit(settings.public_url or "")
    if site.scheme == "http" and not _is_this_machine(site.hostname or ""):
        yield (
            "LUNDI_PUBLIC_URL is an http:// address: what people send, their passwords too, can be read on the way."
            " Put a proxy with TLS in front, and set it to https://."
        )
    if not site.scheme and not _is_this_machine(settings.host):
        yield (
            f"Lundi listens on {settings.host} without TLS: what people send, their passwords too, can be read on the way."
            " Put a proxy with TLS in front, and set LUNDI_PUBLIC_URL to its https:// address."
        )
    if "*" in settings.trusted_proxies:
        yield (
            "LUNDI_TRUSTED_PROXIES is *: everybody can claim to come from any address, and so pass the limits by address."
            " Name the addresses of your proxies."
        )


def _weak_secrets(settings: Settings) -> Iterator[str]:
    for name in ("secret_key", "metrics_token"):
        secret = getattr(settings, name)
        if secret and (_is_short(secret) or _is_common(secret)):
            yield f"LUNDI_{name.upper()}"
    if settings.s3_secret_key and _is_common(settings.s3_secret_key):
        yield "LUNDI_S3_SECRET_KEY"
    for name in ("database_url", "redis_url"):
        address = urlsplit(getattr(settings, name) or "")
        password = unquote(address.password or "")
        if password and (password == address.username or _is_common(password)):
            yield f"The password in LUNDI_{name.upper()}"


def _is_short(secret: str) -> bool:
    return len(secret) < SHORTEST_SECRET or len(set(secret)) < FEWEST_LETTERS


def _is_common(secret: str) -> bool:
    return secret.casefold().startswith(_COMMON)


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
