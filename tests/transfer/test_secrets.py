"""What must stay secret: in the file nothing can be read, and on the other side it is sealed under the key there."""

import stat
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from lundi.core.errors import Refusal
from lundi.core.work import Work
from lundi.domains.accounts.queries import NOBODY
from lundi.domains.accounts.tables import invitations, tokens, users
from lundi.domains.webhooks.tables import webhooks
from lundi.transfer import back_up
from lundi.transfer.tables import shape_of
from tests.transfer.house import PASSPHRASE, House, backed_up, rows_on

SECRET = (
    (tokens, "token_hash"),
    (tokens, "sealed"),
    (users, "password_hash"),
    (invitations, "secret_hash"),
    (webhooks, "secret"),
)


def secrets_of(house: House) -> Iterator[bytes]:
    rows = rows_on(house.server)
    for table, column in SECRET:
        at = list(shape_of(table).columns).index(column)
        for row in rows[str(table.name)]:
            yield row[at] if isinstance(row[at], bytes) else row[at].encode()


def test_nothing_can_be_read_in_the_file(house: House, backup: Path) -> None:
    content = backup.read_bytes()
    known = [
        *secrets_of(house),
        PASSPHRASE.encode(),
        b"Larkspur",
        b"On an update",
        b"password_hash",
    ]
    assert len(known) > 40
    for secret in known:
        for form in (secret, secret.hex().encode(), b64encode(secret)):
            assert form not in content
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_what_was_sealed_opens_with_the_other_key_alone(house: House, moved: House) -> None:
    async def sealed(work: Work) -> list[bytes]:
        return await work.all_once(
            sa.select(tokens.c.sealed).union_all(sa.select(webhooks.c.secret)), bytes
        )

    found = moved.server.read(NOBODY, sealed)
    assert len(found) > 20
    for one in found:
        moved.server.vault.open(one)
        with pytest.raises(Refusal):
            house.server.vault.open(one)


def test_two_backups_of_the_same_have_nothing_in_common(house: House, tmp_path: Path) -> None:
    for name in ("one", "other"):
        backed_up(house.server, tmp_path / name, house.company.slug, files=False)
    one, other = ((tmp_path / name).read_bytes() for name in ("one", "other"))
    assert one[1000:1200] not in other


def test_what_was_sealed_with_a_lost_key_is_told(house: House, tmp_path: Path) -> None:
    lost = msgspec.structs.replace(house.server.settings, secret_key="another")
    with pytest.raises(Refusal, match="another secret key"):
        house.server.run(back_up(lost, tmp_path / "x", PASSPHRASE, slug=None, with_files=False))
    assert list(tmp_path.iterdir()) == []
