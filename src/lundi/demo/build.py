"""The company as steps of its history: the account, its people, its boards, and what everyone has read."""

from lundi.core.clock import DAY, SECOND
from lundi.core.errors import Conflict, NotFound
from lundi.core.secrets import Vault
from lundi.core.work import Actor, Work
from lundi.demo.board_steps import board_steps
from lundi.demo.company import BOARDS, FOUNDED, NAME, PLAN, SLUG
from lundi.demo.docs import doc_steps
from lundi.demo.moments import TODAY, moment
from lundi.demo.people import PEOPLE
from lundi.demo.plan import Person
from lundi.demo.story import OPERATOR, Act, Made, Step
from lundi.domains.accounts.actions import add_user
from lundi.domains.accounts.passwords import PasswordHash
from lundi.domains.accounts.queries import account_by_slug
from lundi.domains.feeds.actions import mark_read
from lundi.domains.workspaces.actions import open_account


def company_steps(vault: Vault, password_hash: PasswordHash) -> list[Step]:
    steps = [Step(moment(FOUNDED), OPERATOR, _found(vault))]
    steps += [
        Step(moment(person.joined), OPERATOR, _join(vault, person, password_hash))
        for person in PEOPLE
    ]
    for board in BOARDS:
        steps += board_steps(board)
    return [*steps, *doc_steps(), *_reading_steps()]


def _found(vault: Vault) -> Act:
    async def found(work: Work, made: Made) -> None:
        await check_is_new(work)
        made.account = await open_account(work, vault, NAME, PLAN)
        made.actors[OPERATOR] = Actor(made.account.id, None, "company")

    return found


async def check_is_new(work: Work) -> None:
    try:
        await account_by_slug(work, SLUG)
    except NotFound:
        return
    raise Conflict(f"The demo company is here already: its account is '{SLUG}'.")


def _join(vault: Vault, person: Person, password_hash: PasswordHash) -> Act:
    async def join(work: Work, made: Made) -> None:
        user = await add_user(
            work,
            vault,
            name=person.name,
            email=person.email,
            role=person.role,
            password_hash=password_hash,
            profile=person.profile,
        )
        made.people[person.key] = user
        made.actors[person.key] = Actor(work.account_id, user.id, person.role)

    return join


def _reading_steps() -> list[Step]:
    """Everyone has read what their boards said until some days ago; the newest is unread."""
    return [
        Step(moment(TODAY) - number * 600 * SECOND, person.key, _read(person.key, 3 + number % 6))
        for number, person in enumerate(PEOPLE)
    ]


def _read(key: str, days: int) -> Act:
    async def read(work: Work, made: Made) -> None:
        follows = {board.name for board in BOARDS if key in (*board.writers, *board.readers)}
        until = moment(TODAY) - days * DAY
        await mark_read(
            work,
            [
                update_id
                for (board, _, at), update_id in made.updates.items()
                if board in follows and at < until
            ],
        )

    return read
