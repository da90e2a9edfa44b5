"""Every setting: from a flag of the command line, else from the environment, else its default."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import msgspec

from lundi.core.errors import Refusal
from lundi.core.rate_limit import Allowance

_PLAN_LIMIT = re.compile(r"(standard|pro|enterprise)=(\d{1,9})/(\d{1,12})")
DEFAULT_PLAN_LIMITS = "standard=300/60000,pro=300/60000,enterprise=600/120000"

Port = Annotated[int, msgspec.Meta(ge=0, le=65535)]
Count = Annotated[int, msgspec.Meta(ge=1)]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The variable of a field is `LUNDI_` and its name in capitals; docs/settings.md lists them all."""

    host: str = "127.0.0.1"
    port: Port = 8080
    data: str = "./data"
    database_url: str | None = None
    database_connections: Count = 10
    secret_key: str | None = None
    public_url: str | None = None
    plan_limits: str = DEFAULT_PLAN_LIMITS
    address_limit: Count = 1000
    trusted_proxies: str = "127.0.0.1"

    @property
    def data_folder(self) -> Path:
        return Path(self.data)

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
        raise Refusal(f"A setting does not fit: {error}.") from None
    settings.allowances()
    url = settings.database_url
    if url and not url.startswith(("postgresql://", "postgres://")):
        raise Refusal("LUNDI_DATABASE_URL is a postgresql:// address, or not set for SQLite.")
    return settings
