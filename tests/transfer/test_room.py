"""One account of several, and what is in the way where a database has accounts already."""

from pathlib import Path

import pytest

from lundi.core.errors import Refusal
from lundi.domains.accounts.queries import NOBODY
from lundi.domains.workspaces.actions import open_account
from lundi.transfer.tables import shape_of, taken_tables
from tests.company import Company, make_company
from tests.server import Server
from tests.transfer.conftest import NewServer
from tests.transfer.house import backed_up, restored, rows_on


@pytest.fixture(scope="module")
def pair(engine: str, new_server: NewServer) -> tuple[Company, Company]:
    """Two companies whose ids lie between each other's."""
    server = new_server(engine)
    one, other = make_company(server), make_company(server)
    for company in (one, other, one):
        company.pulse(company.board()["id"])
    return one, other


@pytest.fixture(scope="module")
def both(pair: tuple[Company, Company], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("backup") / "both"
    backed_up(pair[0].server, path)
    return path


def rows_of(server: Server, company: Company) -> dict[str, list[object]]:
    places = {
        str(table.name): list(shape_of(table).columns).index("account_id")
        for table in taken_tables()
    }
    return {
        table: [row for row in rows if row[places[table]] == company.account_id]
        for table, rows in rows_on(server).items()
    }


def check_refusal(server: Server, path: Path, *sentences: str, slug: str | None = None) -> None:
    before = rows_on(server)
    with pytest.raises(Refusal) as refused:
        restored(server, path, slug)
    for sentence in (*sentences, "nothing was restored"):
        assert sentence in str(refused.value)
    assert rows_on(server) == before


def test_one_account_is_written_alone(
    pair: tuple[Company, Company], tmp_path: Path, own_server: Server
) -> None:
    one, other = pair
    made = backed_up(one.server, tmp_path / "one", one.slug)
    assert [company.slug for company in made.companies] == [one.slug]
    restored(own_server, tmp_path / "one")
    assert rows_on(own_server) == rows_of(one.server, one)
    for name, token in one.tokens.items():
        assert own_server.request("GET", "/v1/users.json", headers={"Authorization": token}), name
    token = other.tokens["company"]
    answer = own_server.request("GET", "/v1/users.json", headers={"Authorization": token})
    assert answer.status_code == 401


def test_one_account_after_the_other_is_taken_out_of_a_backup(
    pair: tuple[Company, Company], both: Path, own_server: Server
) -> None:
    one, other = pair
    restored(own_server, both, other.slug)
    assert rows_on(own_server) == rows_of(one.server, other)
    restored(own_server, both, one.slug)
    assert rows_on(own_server) == rows_on(one.server)


def test_an_account_that_is_not_there_is_told_with_those_that_are(
    pair: tuple[Company, Company], both: Path, own_server: Server, tmp_path: Path
) -> None:
    with pytest.raises(Refusal, match=f"no account 'nope' in the backup, but '{pair[0].slug}', '"):
        restored(own_server, both, "nope")
    with pytest.raises(Refusal, match="There is no account 'nope' here"):
        backed_up(pair[0].server, tmp_path / "nope", "nope")
    with pytest.raises(Refusal, match="There is no account here"):
        backed_up(own_server, tmp_path / "nope")
    assert not list(tmp_path.glob("*nope*"))


def test_an_account_that_is_here_already_stays_as_it_is(
    pair: tuple[Company, Company], both: Path
) -> None:
    one, other = pair
    for slug in (None, one.slug, other.slug):
        check_refusal(one.server, both, "is here already", slug=slug)


def test_the_id_of_an_account_is_taken_once(
    pair: tuple[Company, Company], both: Path, own_server: Server
) -> None:
    opened(own_server, "First")
    check_refusal(own_server, both, f"'{pair[0].slug}', 1, is that of 'first'", "of its own")


def test_a_short_name_is_taken_once(
    pair: tuple[Company, Company], both: Path, own_server: Server
) -> None:
    restored(own_server, both, pair[1].slug)
    opened(own_server, pair[0].slug)
    check_refusal(
        own_server, both, f"Another account is called '{pair[0].slug}'", slug=pair[0].slug
    )


def test_the_id_of_a_row_is_taken_once(
    pair: tuple[Company, Company], both: Path, own_server: Server
) -> None:
    here = make_company(own_server)
    for _ in range(3):
        here.board()
    check_refusal(
        own_server, both, "The id ", f"is of the account '{here.slug}'", slug=pair[1].slug
    )


def opened(server: Server, name: str) -> None:
    server.write(NOBODY, lambda work: open_account(work, server.vault, name, "pro"))
