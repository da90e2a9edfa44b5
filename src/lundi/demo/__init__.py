"""`lundi demo`: a believable company to try things with, the same every time."""

from typing import Any

import msgspec

from lundi.app import open_from
from lundi.core.secrets import new_password, open_vault
from lundi.core.work import read
from lundi.demo.build import check_is_new, company_steps
from lundi.demo.company import BOARDS, NAME
from lundi.demo.people import PEOPLE
from lundi.demo.story import Made, play
from lundi.domains.accounts.passwords import new_password_hash
from lundi.domains.accounts.queries import NOBODY
from lundi.settings import Settings

__all__ = ["add_demo"]


async def add_demo(settings: Settings, as_json: bool) -> None:
    """In one transaction: all of the company or nothing. Refusal where it is there already."""
    password = new_password()
    made = await _made(settings, password)
    answer = _answer(made, password)
    if as_json:
        print(msgspec.json.encode(answer).decode())
    else:
        _print_table(answer)


async def _made(settings: Settings, password: str) -> Made:
    # `lundi serve` needs none of it.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    database = await open_from(settings)
    try:
        await read(database, NOBODY, check_is_new)
        vault = open_vault(settings.secret_key, settings.data_folder)
        steps = company_steps(vault, new_password_hash(password))
        with Progress(console=Console(stderr=True)) as progress:
            task = progress.add_task(NAME, total=len(steps))
            return await play(database, steps, lambda done: progress.update(task, completed=done))
    finally:
        await database.close()


def _answer(made: Made, password: str) -> dict[str, Any]:
    account = made.account
    return {
        "account_id": account.id,
        "account_slug": account.slug,
        "company_token": account.company_token,
        "users": [
            {
                "user_id": made.people[person.key].id,
                "name": person.name,
                "email": person.email,
                "role": person.role,
                "password": password,
                "personal_token": made.people[person.key].personal_token,
            }
            for person in PEOPLE
        ],
        "boards": [
            {"id": made.boards[board.name], "name": board.name, "board_kind": board.kind}
            for board in BOARDS
        ],
    }


def _print_table(answer: dict[str, Any]) -> None:
    print(f"{NAME} is ready: {len(PEOPLE)} people, {len(BOARDS)} boards.\n")
    print(f"account        {answer['account_slug']}")
    print(f"company token  {answer['company_token']}\n")
    columns = ("name", "role", "email", "password", "personal_token")
    rows = [columns, *(tuple(str(user[name]) for name in columns) for user in answer["users"])]
    widths = [max(len(row[place]) for row in rows) for place in range(len(columns))]
    for row in rows:
        cells = (cell.replace("_", " ") if row is columns else cell for cell in row)
        print("  ".join(map(str.ljust, cells, widths)).rstrip())
