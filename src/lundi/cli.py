"""The command line."""

import asyncio
import select
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec
import typer
import uvloop
from typer.exceptions import TyperException

from lundi import __version__, demo, server, transfer
from lundi.app import open_from
from lundi.core import one_key, opening, secrets
from lundi.core.errors import Refusal
from lundi.core.opening import open_database
from lundi.core.secrets import Vault, open_vault
from lundi.core.work import Work, write
from lundi.domains.accounts import actions, user_actions
from lundi.domains.accounts.passwords import PasswordHash, new_password_hash
from lundi.domains.accounts.queries import NOBODY, token_of, user_by_email
from lundi.domains.workspaces.actions import open_account
from lundi.settings import Settings, load_settings
from lundi.transfer.records import Company, End

T = TypeVar("T")
SECONDS_FOR_PASSWORD = 5
MOST_NAMED = 5

app = typer.Typer(help="Lundi, an open work platform.", no_args_is_help=True, add_completion=False)
account_commands = typer.Typer(help="Accounts: the companies on this server.")
user_commands = typer.Typer(help="The users of an account.")
token_commands = typer.Typer(help="API tokens: a user's with --user, else the company's.")
plan_commands = typer.Typer(help="The plan of an account, which sets its API limits.")
key_commands = typer.Typer(help="The secret key that tokens are sealed with.")
app.add_typer(account_commands, name="account")
app.add_typer(user_commands, name="user")
app.add_typer(token_commands, name="token")
app.add_typer(plan_commands, name="plan")
app.add_typer(key_commands, name="key")

Data = Annotated[
    str | None, typer.Option("--data", help="Folder of the SQLite database and the secret key.")
]
Url = Annotated[
    str | None, typer.Option("--database-url", help="postgresql:// address, instead of SQLite.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Slug = Annotated[str, typer.Option("--account", help="The account's short name (slug).")]


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 for a free one.")] = None,
    data: Data = None,
    database_url: Url = None,
    redis_url: Annotated[
        str | None, typer.Option(help="redis:// address: what several nodes share.")
    ] = None,
    workers: Annotated[int | None, typer.Option(help="How many processes serve.")] = None,
    socket_fd: Annotated[int | None, typer.Option(hidden=True)] = None,
    parent_fd: Annotated[int | None, typer.Option(hidden=True)] = None,
) -> None:
    """Serve Lundi until it is told to stop."""
    settings = load_settings(
        host=host,
        port=port,
        data=data,
        database_url=database_url,
        redis_url=redis_url,
        workers=workers,
    )
    if socket_fd is not None and parent_fd is not None:
        serving = server.serve_as_worker(settings, socket_fd, parent_fd)
    elif settings.workers > 1:
        serving = server.serve_by_workers(settings, say=_say)
    else:
        serving = server.serve(settings, say=_say)
    uvloop.run(serving)


@account_commands.command("create")
def create_account(
    name: Annotated[str, typer.Option(help="The company's name.")],
    admin_name: Annotated[str, typer.Option(help="The first admin's name.")],
    admin_email: Annotated[str, typer.Option(help="The first admin's e-mail address.")],
    plan: Annotated[str, typer.Option(help="standard, pro or enterprise.")] = "standard",
    as_json: AsJson = False,
    data: Data = None,
    database_url: Url = None,
) -> None:
    """Create an account with its first admin."""
    settings = load_settings(data=data, database_url=database_url)
    password_hash, made_up = _password()

    async def create(work: Work, vault: Vault) -> dict[str, Any]:
        account = await open_account(work, vault, name, plan)
        admin = await actions.add_user(
            work,
            vault,
            name=admin_name,
            email=admin_email,
            role="admin",
            password_hash=password_hash,
        )
        return {
            "account_id": account.id,
            "account_slug": account.slug,
            "user_id": admin.id,
            "company_token": account.company_token,
            "personal_token": admin.personal_token,
        }

    _show({**_run(settings, create), **made_up}, as_json)


@user_commands.command("add")
def add_user(
    account: Slug,
    name: Annotated[str, typer.Option(help="The user's name.")],
    email: Annotated[str, typer.Option(help="The user's e-mail address.")],
    role: Annotated[str, typer.Option(help="admin, member, viewer or guest.")] = "member",
    as_json: AsJson = False,
    data: Data = None,
    database_url: Url = None,
) -> None:
    """Add a user to an account."""
    settings = load_settings(data=data, database_url=database_url)
    password_hash, made_up = _password()

    async def add(work: Work, vault: Vault) -> dict[str, Any]:
        await actions.enter_account(work, account)
        user = await actions.add_user(
            work, vault, name=name, email=email, role=role, password_hash=password_hash
        )
        return {"user_id": user.id, "personal_token": user.personal_token}

    _show({**_run(settings, add), **made_up}, as_json)


@user_commands.command("disable")
def disable_user(
    account: Slug,
    email: Annotated[str, typer.Option(help="The user's e-mail address.")],
    data: Data = None,
    database_url: Url = None,
) -> None:
    """Disable a user: their token stops at once, what they wrote stays."""

    async def disable(work: Work, vault: Vault) -> None:
        await actions.enter_account(work, account)
        await user_actions.disable_user(work, await user_by_email(work, email))

    _run(load_settings(data=data, database_url=database_url), disable)
    _say(f"{email} is disabled.")


@token_commands.command("show")
def show_token(
    account: Slug,
    user: Annotated[str | None, typer.Option(help="The user's e-mail address.")] = None,
    data: Data = None,
    database_url: Url = None,
) -> None:
    """Print a token."""

    async def show(work: Work, vault: Vault) -> str:
        await actions.enter_account(work, account)
        return await token_of(work, vault, await _id_of(work, user))

    print(_run(load_settings(data=data, database_url=database_url), show))


@token_commands.command("rotate")
def rotate_token(
    account: Slug,
    user: Annotated[str | None, typer.Option(help="The user's e-mail address.")] = None,
    data: Data = None,
    database_url: Url = None,
) -> None:
    """Make a new token and print it; the old one stops at once."""

    async def rotate(work: Work, vault: Vault) -> str:
        await actions.enter_account(work, account)
        return await actions.rotate_token(work, vault, await _id_of(work, user))

    print(_run(load_settings(data=data, database_url=database_url), rotate))


@plan_commands.command("set")
def set_plan(
    plan: Annotated[str, typer.Argument(help="standard, pro or enterprise.")],
    account: Slug,
    data: Data = None,
    database_url: Url = None,
) -> None:
    """Set an account's plan."""

    async def change(work: Work, vault: Vault) -> None:
        await actions.set_plan(work, await actions.enter_account(work, account), plan)

    _run(load_settings(data=data, database_url=database_url), change)
    _say(f"The plan of {account} is now {plan}.")


@key_commands.command("adopt")
def adopt_key(data: Data = None, database_url: Url = None) -> None:
    """Go on with the secret key that is here, where the database's own is lost; tokens have to be rotated then."""
    settings = load_settings(data=data, database_url=database_url)

    async def run() -> None:
        database = await open_database(settings.database_url, settings.data_folder, 1)
        try:
            vault = open_vault(settings.secret_key, settings.data_folder)
            await write(database, NOBODY, lambda work: one_key.adopt(work, vault))
        finally:
            await database.close()

    asyncio.run(run())
    _say("This secret key is the database's now.")


@app.command()
def migrate(data: Data = None, database_url: Url = None) -> None:
    """Bring the database's schema up to date."""
    settings = load_settings(data=data, database_url=database_url)
    opening.migrate(settings.database_url, settings.data_folder)
    _say("The schema is up to date.")


@app.command("demo")
def make_demo(as_json: AsJson = False, data: Data = None, database_url: Url = None) -> None:
    """Add a believable company to try things with."""
    settings = load_settings(data=data, database_url=database_url)
    asyncio.run(demo.add_demo(settings, as_json))


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="The file to write.")],
    account: Annotated[
        str | None, typer.Option(help="The short name (slug) of one account; else all.")
    ] = None,
    with_files: Annotated[
        bool, typer.Option("--files/--without-files", help="With all uploaded files.")
    ] = True,
    data: Data = None,
    database_url: Url = None,
) -> None:
    """Write all accounts, or one, into a file, encrypted; a server may run meanwhile."""
    settings = load_settings(data=data, database_url=database_url)
    passphrase = _passphrase(settings, "Passphrase of the new backup", twice=True)
    made = asyncio.run(
        transfer.back_up(settings, file, passphrase, slug=account, with_files=with_files)
    )
    _say(f"{file} is written: {_held(made.companies, made.end)}.")
    if made.missing:
        raise Refusal(
            f"Files that were not found, and are not in it: {made.missing:,}. See whether LUNDI_FILES is right."
        )


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that `lundi backup` wrote.")],
    account: Annotated[
        str | None, typer.Option(help="The short name (slug) of one account of it; else all.")
    ] = None,
    only_check: Annotated[
        bool, typer.Option("--check", help="Only see whether it is whole; nothing is restored.")
    ] = False,
    data: Data = None,
    database_url: Url = None,
) -> None:
    """Add the accounts of a backup to a database, SQLite or PostgreSQL, as they were."""
    settings = load_settings(data=data, database_url=database_url)

    async def run() -> None:
        checked = await transfer.check(
            file, lambda: _passphrase(settings, "Passphrase of the backup")
        )
        if only_check:
            _say(f"{file} is whole: {_held(checked.manifest.accounts, checked.end)}.")
            return
        restored = await transfer.restore(settings, checked, account)
        _say(f"Restored from {file}: {_named(restored)}.")
        if not checked.manifest.with_files:
            _say("Their uploaded files are not in it: LUNDI_FILES says where they are looked for.")

    asyncio.run(run())


@app.command()
def version() -> None:
    """Print the version."""
    print(__version__)


def main() -> None:
    """Ends with exit code 1 and one sentence on an error."""
    try:
        code = app(standalone_mode=False)
    except Refusal as refusal:
        sys.exit(_say_error(str(refusal)))
    except typer.Abort:
        sys.exit(_say_error("Stopped."))
    except TyperException as error:
        sys.exit(_say_error(error.format_message()))
    sys.exit(code or 0)


def _run(settings: Settings, action: Callable[[Work, Vault], Awaitable[T]]) -> T:
    """As the server's operator, in one transaction; works while a server runs on the same data."""

    async def run() -> T:
        database = await open_from(settings)
        try:
            vault = open_vault(settings.secret_key, settings.data_folder)
            return await write(database, NOBODY, lambda work: action(work, vault))
        finally:
            await database.close()

    return asyncio.run(run())


async def _id_of(work: Work, email: str | None) -> int | None:
    return None if email is None else (await user_by_email(work, email)).id


def _password() -> tuple[PasswordHash, dict[str, str]]:
    """Its hash, and the password itself for the answer if it was made up here."""
    given = _asked("Password (empty: one is made up)")
    if given:
        return new_password_hash(given), {}
    password = secrets.new_password()
    return new_password_hash(password), {"password": password}


def _passphrase(settings: Settings, question: str, *, twice: bool = False) -> str:
    given = settings.backup_passphrase or _asked(question, twice=twice)
    if not given:
        raise Refusal("The passphrase comes in LUNDI_BACKUP_PASSPHRASE or on standard input.")
    return given


def _asked(question: str, *, twice: bool = False) -> str:
    """Typed at the terminal, else a line of standard input; empty where there is none."""
    if sys.stdin is not None and sys.stdin.isatty():
        typed = typer.prompt(
            question,
            default="",
            hide_input=True,
            confirmation_prompt=twice,
            show_default=False,
            err=True,
        )
        return str(typed)
    if sys.stdin is not None and select.select([sys.stdin], [], [], SECONDS_FOR_PASSWORD)[0]:
        return sys.stdin.readline().rstrip("\r\n")
    return ""


def _held(companies: list[Company], end: End) -> str:
    return f"{_named(companies)} (rows: {end.rows:,}, files: {end.files:,})"


def _named(companies: list[Company]) -> str:
    if len(companies) > MOST_NAMED:
        return f"{len(companies):,} accounts"
    return ", ".join(company.slug for company in companies)


def _show(answer: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print(msgspec.json.encode(answer).decode())
        return
    for name, value in answer.items():
        print(f"{name.replace('_', ' '):16} {value}")


def _say(line: str) -> None:
    typer.echo(line, err=True)


def _say_error(sentence: str) -> int:
    line = " ".join(sentence.split())
    _say(line if line.endswith(".") else f"{line}.")
    return 1
