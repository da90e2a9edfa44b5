"""Every setting: from a flag of the command line, else from the environment, else its default."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import msgspec

from lundi.core.blobs import Place
from lundi.core.errors import Refusal
from lundi.core.mail import Mailer, read_mailer
from lundi.core.rate_limit import Allowance
from lundi.domains.files.schemas import Rules
from lundi.patience import Bounds

_PLAN_LIMIT = re.compile(r"(standard|pro|enterprise)=(\d{1,9})/(\d{1,12})")
_FIELD = re.compile(r"`\$\.(\w+)`")
DEFAULT_PLAN_LIMITS = "standard=300/60000,pro=300/60000,enterprise=600/120000"


def _about(description: str, **limits: Any) -> msgspec.Meta:
    return msgspec.Meta(description=description, **limits)


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The variable of a field is `LUNDI_` and its name in capitals; docs/settings.md is made from this class."""

    host: Annotated[str, _about("The address to listen on.")] = "127.0.0.1"
    port: Annotated[int, _about("The port to listen on; 0 for a free one.", ge=0, le=65535)] = 8080
    data: Annotated[
        str,
        _about("The folder of the SQLite database and, unless one is given, of the secret key."),
    ] = "./data"
    database_url: Annotated[
        str | None, _about("A `postgresql://` address, to use PostgreSQL instead of SQLite.")
    ] = None
    database_connections: Annotated[
        int,
        _about(
            "How many connections to PostgreSQL a process may hold; a third of them is left to reads.",
            ge=1,
        ),
    ] = 10
    database_wait: Annotated[
        float,
        _about(
            "Seconds that a request waits for a PostgreSQL that can't be reached before it is answered 503, and the"
            " start for one that isn't there yet.",
            gt=0,
        ),
    ] = 10
    database_replica_url: Annotated[
        str | None,
        _about(
            "A streaming replica of that PostgreSQL, for reads that may be a second old. Needs `LUNDI_REDIS_URL`."
        ),
    ] = None
    redis_url: Annotated[
        str | None,
        _about(
            "A `redis://` address: what several nodes on one PostgreSQL share. All nodes need it, and the same secret key."
        ),
    ] = None
    workers: Annotated[
        int,
        _about(
            "How many processes serve on the one port; more than one need PostgreSQL and Redis.",
            ge=1,
            le=64,
        ),
    ] = 1
    secret_key: Annotated[
        str | None,
        _about(
            "What API tokens are sealed with, the same on every node. Not given, one is made and kept in the data folder."
        ),
    ] = None
    public_url: Annotated[
        str | None,
        _about("The address people reach this server by, for links; else the request's own host."),
    ] = None
    plan_limits: Annotated[
        str, _about("API requests a minute and a day by plan; plans left out keep theirs.")
    ] = DEFAULT_PLAN_LIMITS
    address_limit: Annotated[
        int, _about("Requests a minute from one address without a valid token.", ge=1)
    ] = 1000
    metrics_token: Annotated[
        str | None,
        _about(
            "What /metrics is asked with, as `Authorization: Bearer ...`; not given, it answers this machine alone, and no proxy."
        ),
    ] = None
    drain_seconds: Annotated[
        int,
        _about(
            "How long a server that is told to stop goes on, and says at /readyz that it isn't ready, before it takes no more"
            " requests: for a load balancer to turn away.",
            ge=0,
            le=300,
        ),
    ] = 0
    answers_megabytes: Annotated[
        int,
        _about(
            "How much memory answers of REST API v1 may take that are given again while nothing is written in their account; 0"
            " gives none again.",
            ge=0,
            le=10_000,
        ),
    ] = 16
    trusted_proxies: Annotated[
        str, _about("Addresses, with commas between, whose X-Forwarded-* headers are believed.")
    ] = "127.0.0.1"

    connections: Annotated[
        int,
        _about("How many connections of clients a process holds; more are answered 503.", ge=10),
    ] = 5000
    idle_timeout: Annotated[
        int, _about("Seconds that a connection is kept open between two requests.", ge=1)
    ] = 5
    head_timeout: Annotated[
        float, _about("Seconds in which a client has to send the head of a request.", gt=0)
    ] = 15
    body_timeout: Annotated[
        float, _about("Seconds in which something more of a request's body has to come.", gt=0)
    ] = 30
    answer_timeout: Annotated[
        float, _about("Seconds in which a client has to take something of its answer.", gt=0)
    ] = 30

    query_depth: Annotated[
        int, _about("How many fields within fields a query of API v2 may have.", ge=1)
    ] = 20
    query_fields: Annotated[
        int, _about("How many fields in all a query of API v2 may have.", ge=1)
    ] = 5000
    query_root_fields: Annotated[
        int, _about("How many fields a query of API v2 may have at its top.", ge=1)
    ] = 100
    query_values: Annotated[
        int, _about("How many values the answer to a query of API v2 may hold.", ge=1)
    ] = 1_000_000
    complexity_per_minute: Annotated[
        Annotated[int, msgspec.Meta(ge=1)] | None,
        _about("Points of complexity an account has a minute in API v2; not given, any number."),
    ] = None
    complexity_per_query: Annotated[
        Annotated[int, msgspec.Meta(ge=1)] | None,
        _about("Points of complexity that one query of API v2 may cost; not given, any number."),
    ] = None

    files: Annotated[
        str | None,
        _about(
            "Where uploaded files are kept: a folder, or `s3://bucket/prefix`; not given, `files` in the data folder."
        ),
    ] = None
    s3_endpoint: Annotated[
        str | None, _about("The address of a store that speaks S3, where it isn't Amazon's.")
    ] = None
    s3_region: Annotated[str | None, _about("The region of the bucket; `us-east-1`, if none.")] = (
        None
    )
    s3_access_key: Annotated[
        str | None,
        _about("The key's id; not given, what the `AWS_*` variables or the machine's role say."),
    ] = None
    s3_secret_key: Annotated[str | None, _about("The key itself.")] = None
    file_size: Annotated[
        int, _about("How large a file may be that is uploaded, in MB.", ge=1, le=2000)
    ] = 100
    file_types: Annotated[
        str | None,
        _about("The extensions of files that may be uploaded, as `png,pdf,docx`; not given, any."),
    ] = None
    file_types_refused: Annotated[
        str | None, _about("The extensions of files that may not be uploaded, as `exe,bat`.")
    ] = None

    smtp_url: Annotated[
        str | None,
        _about(
            "What sends mail: `smtp://user:password@host:587` (encrypted where the server offers it) or `smtps://`;"
            " invitations and links to a new password then go by mail. Needs `LUNDI_MAIL_FROM` and `LUNDI_PUBLIC_URL`."
        ),
    ] = None
    mail_from: Annotated[
        str | None, _about("The address that mail comes from: `Lundi <lundi@example.com>`.")
    ] = None

    copies_megabytes: Annotated[
        int,
        _about(
            "How much memory, in MB, copies of big boards may take in a process, so that filters and sums are fast; 0 for none.",
            ge=0,
        ),
    ] = 256

    backup_passphrase: Annotated[
        str | None,
        _about(
            "What `lundi backup` encrypts a backup with, and `lundi restore` opens it with; not given, they ask for it."
        ),
    ] = None

    webhooks_private_addresses: Annotated[
        bool,
        _about(
            "Whether webhooks may call addresses that are not of the public internet, such as those of this machine"
            " and its network."
        ),
    ] = False

    def as_environment(self) -> dict[str, str]:
        """What makes `load_settings` give these again, in another process."""
        given = {name: getattr(self, name) for name in self.__struct_fields__}
        return {
            f"LUNDI_{name.upper()}": str(value)
            for name, value in given.items()
            if value is not None
        }

    @property
    def data_folder(self) -> Path:
        return Path(self.data)

    def bounds(self) -> Bounds:
        return Bounds(self.connections, self.head_timeout, self.body_timeout, self.answer_timeout)

    def blob_place(self) -> Place:
        """Raises Refusal where its settings can't be read."""
        place = Place(
            url=self.files or str(self.data_folder / "files"),
            endpoint=self.s3_endpoint,
            region=self.s3_region,
            access_key=self.s3_access_key,
            secret_key=self.s3_secret_key,
        )
        place.check()
        return place

    def file_rules(self) -> Rules:
        return Rules(
            largest=self.file_size * 1_000_000,
            allowed=None if self.file_types is None else _extensions(self.file_types),
            refused=_extensions(self.file_types_refused or ""),
        )

    def mailer(self) -> Mailer | None:
        """None where no mail is sent. Raises Refusal where its settings can't be read."""
        if self.smtp_url is None:
            return None
        # A link in a mail must not lead to whatever host the request for it was made to look like.
        if not self.mail_from or not self.public_url:
            raise Refusal("LUNDI_SMTP_URL needs LUNDI_MAIL_FROM and LUNDI_PUBLIC_URL beside it.")
        return read_mailer(self.smtp_url, self.mail_from)

    def allowances(self) -> dict[str, Allowance]:
        """Plan -> its limits. Raises Refusal where LUNDI_PLAN_LIMITS can't be read."""
        plans = {}
        for part in (DEFAULT_PLAN_LIMITS + "," + self.plan_limits).split(","):
            match = _PLAN_LIMIT.fullmatch(part.strip())
            if not match:
                raise Refusal(f"LUNDI_PLAN_LIMITS has '{part}' where plan=minute/day belongs.")
            plans[match[1]] = Allowance(minute=int(match[2]), day=int(match[3]))
        return plans


def load_settings(environ: Mapping[str, str] = os.environ, **flags: Any) -> Settings:
    """Flags that are None count as not given. Raises Refusal for a value that doesn't fit."""
    values: dict[str, Any] = {}
    for name in Settings.__struct_fields__:
        given = environ.get(f"LUNDI_{name.upper()}")
        if given:
            values[name] = given
    values.update({name: value for name, value in flags.items() if value is not None})
    try:
        settings = msgspec.convert(values, Settings, strict=False)
    except msgspec.ValidationError as error:
        told = _FIELD.sub(lambda field: f"LUNDI_{field[1].upper()}", str(error))
        raise Refusal(f"A setting does not fit: {told}.") from None
    settings = msgspec.structs.replace(settings, public_url=_site(settings.public_url))
    settings.allowances()
    settings.mailer()
    settings.blob_place()
    url = settings.database_url
    if url and not url.startswith(("postgresql://", "postgres://")):
        raise Refusal("LUNDI_DATABASE_URL is a postgresql:// address, or not set for SQLite.")
    _check_nodes(settings)
    return settings


def _check_nodes(settings: Settings) -> None:
    redis = settings.redis_url
    if redis and not redis.startswith(("redis://", "rediss://", "unix://")):
        raise Refusal("LUNDI_REDIS_URL is a redis://, rediss:// or unix:// address.")
    if redis and not settings.database_url:
        raise Refusal(
            "LUNDI_REDIS_URL is for several nodes, which need PostgreSQL: set LUNDI_DATABASE_URL too."
        )
    if settings.database_replica_url and not redis:
        raise Refusal("LUNDI_DATABASE_REPLICA_URL needs LUNDI_REDIS_URL beside it.")
    if settings.workers > 1 and not redis:
        raise Refusal(
            "LUNDI_WORKERS above 1 needs PostgreSQL and Redis: set LUNDI_DATABASE_URL and LUNDI_REDIS_URL."
        )


def _extensions(text: str) -> frozenset[str]:
    return frozenset(part.strip().lstrip(".").lower() for part in text.split(",") if part.strip())


def _site(url: str | None) -> str | None:
    """As browsers name it in their requests: in small letters, without a path."""
    if url is None:
        return None
    parts = urlsplit(url.strip())
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/"):
        raise Refusal("LUNDI_PUBLIC_URL is http:// or https:// and a host, without a path.")
    return f"{parts.scheme}://{parts.netloc.lower()}"
