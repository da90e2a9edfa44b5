"""Deadlocks and serialization failures on PostgreSQL: the whole action is done again, whichever way in it came by."""

from collections.abc import Iterator

import pytest

from lundi.core.database import Session
from tests.company import Company, make_company
from tests.process import new_database
from tests.server import Server

# A sequence goes on where a transaction is undone.
FAILS_TWICE = (
    "CREATE SEQUENCE tries",
    """CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('tries') % 3 <> 0 THEN RAISE EXCEPTION 'again' USING ERRCODE = '{}'; END IF;
        RETURN NULL;
    END $$""",
    "CREATE TRIGGER fails AFTER INSERT ON pulses FOR EACH ROW EXECUTE FUNCTION fail()",
)


@pytest.fixture(scope="module", params=["40001", "40P01"])
def company(
    request: pytest.FixtureRequest, postgres_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Company]:
    async def make_it_fail(session: Session) -> None:
        for statement in FAILS_TWICE:
            await session.run(statement.format(request.param), ())

    with Server(tmp_path_factory.mktemp("data"), new_database(postgres_url)) as server:
        company = make_company(server)
        server.run(server.database.write(make_it_fail))
        yield company


def test_by_rest_v1(company: Company) -> None:
    board = company.board()["id"]
    made = company["member"].post(f"boards/{board}/pulses.json", pulse={"name": "P"})
    assert made.status_code == 201
    assert names_on(company, board) == ["P"]


def test_by_graphql_v2(company: Company) -> None:
    board = company.board()["id"]
    company["member"].data(
        'mutation ($id: ID!) {a: create_item(board_id: $id, item_name: "A") {id name board {id}}'
        ' b: create_item(board_id: $id, item_name: "B") {id}}',
        id=board,
    )
    assert sorted(names_on(company, board)) == ["A", "B"]


def names_on(company: Company, board: int) -> list[str]:
    found = company["member"].get(f"boards/{board}/pulses.json").json()
    return [one["pulse"]["name"] for one in found]
