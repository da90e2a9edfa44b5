"""The command line."""

import asyncio
import select
import sys
from collections.abc import Awaitable, Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec
import uvloop

from lundi import __version__, server
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

if TYPE_CHECKING:
    from lundi.transfer.records import Company, End

T = TypeVar("T")
SECONDS_FOR_PASSWORD = 5
MOST_NAMED = 5

app = click.Group(help="Lundi, an open work platform.", context_settings={"max_content_width": 120})
account_commands = click.Group("account", help="Accounts: the companies on this server.")
user_commands = click.Group("user", help="The users of an account.")
token_commands = click.Group("token", help="API tokens: a user's with --user, else the company's.")
plan_commands = click.Group("plan", help="The plan of an account, which sets its API limits.")
key_commands = click.Group("key", help="The secret key that tokens are sealed with.")
for group in (account_commands, user_commands, token_commands, plan_commands, key_commands):
    app.add_command(group)

_data = click.option("--data", help="Folder of the SQLite database and the secret key.")
_url = click.option("--database-url", help="postgresql:// address, instead of SQLite.")
_as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
_slug = click.option("--account", required=True, help="The account's short name (slug).")


def _with_settings(command: Callable[..., None]) -> Callable[..., None]:
    """Its first argument is the settings, with what --data and --database-url say."""

    @_data
    @_url
    @wraps(command)
    def run(data: str | None, database_url: str | None, **given: Any) -> None:
        command(load_settings(data=data, database_url=database_url), **given)

    return run


@app.command()
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=int, help="Port to listen on; 0 for a free one.")
@_data
@_url
@click.option("--redis-url", help="redis:// address: what several nodes share.")
@click.option("--workers", type=int, help="How many processes serve.")
@click.option("--socket-fd", type=int, hidden=True)
@click.option("--parent-fd", type=int, hidden=True)
def serve(
    host: str | None,
    port: int | None,
    data: str | None,
    database_url: str | None,
    redis_url: str | None,
    workers: int | None,
    socket_fd: int | None,
    parent_fd: int | None,
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
@click.option("--name", required=True, help="The company's name.")
@click.option("--admin-name", required=True, help="The first admin's name.")
@click.option("--admin-email", required=True, help="The first admin's e-mail address.")
@click.option("--plan", default="standard", help="standard, pro or enterprise.")
@_as_json
@_with_settings
def create_account(
    settings: Settings, name: str, admin_name: str, admin_email: str, plan: str, as_json: bool
) -> None:
    """Create an account with its first admin."""
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
@_slug
@click.option("--name", required=True, help="The user's name.")
@click.option("--email", required=True, help="The user's e-mail address.")
@click.option("--role", default="member", help="admin, member, viewer or guest.")
@_as_json
@_with_settings
def add_user(
    settings: Settings, account: str, name: str, email: str, role: str, as_json: bool
) -> None:
    """Add a user to an account."""
    password_hash, made_up = _password()

    async def add(work: Work, vault: Vault) -> dict[str, Any]:
        await actions.enter_account(work, account)
        user = await actions.add_user(
            work, vault, name=name, email=email, role=role, password_hash=password_hash
        )
        return {"user_id": user.id, "personal_token": user.personal_token}

    _show({**_run(settings, add), **made_up}, as_json)


@user_commands.command("disable")
@_slug
@click.option("--email", required=True, help="The user's e-mail address.")
@_with_settings
def disable_user(settings: Settings, account: str, email: str) -> None:
    """Disable a user: their token stops at once, what they wrote stays."""

    async def disable(work: Work, vault: Vault) -> None:
        await actions.enter_account(work, account)
        await user_actions.disable_user(work, await user_by_email(work, email))

    _run(settings, disable)
    _say(f"{email} is disabled.")


@token_commands.command("show")
@_slug
@click.option("--user", help="The user's e-mail address.")
@_with_settings
def show_token(settings: Settings, account: str, user: str | None) -> None:
    """Print a token."""

    async def show(work: Work, vault: Vault) -> str:
        await actions.enter_account(work, account)
        return await token_of(work, vault, await _id_of(work, user))

    print(_run(settings, show))


@token_commands.command("rotate")
@_slug
@click.option("--user", help="The user's e-mail address.")
@_with_settings
def rotate_token(settings: Settings, account: str, user: str | None) -> None:
    """Make a new token and print it; the old one stops at once."""

    async def rotate(work: Work, vault: Vault) -> str:
        await actions.enter_account(work, account)
        return await actions.rotate_token(work, vault, await _id_of(work, user))

    print(_run(settings, rotate))


@plan_commands.command("set")
@click.argument("plan")
@_slug
@_with_settings
def set_plan(settings: Settings, plan: str, account: str) -> None:
    """Set an account's plan."""

    async def change(work: Work, vault: Vault) -> None:
        await actions.set_plan(work, await actions.enter_account(work, account), plan)

    _run(settings, change)
    _say(f"The plan of {account} is now {plan}.")


@key_commands.command("adopt")
@_with_settings
def adopt_key(settings: Settings) -> None:
    """Go on with the secret key that is here, where the database's own is lost; tokens have to be rotated then."""

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
@_with_settings
def migrate(settings: Settings) -> None:
    """Bring the database's schema up to date."""
    opening.migrate(settings.database_url, settings.data_folder)
    _say("The schema is up to date.")


@app.command("demo")
@_as_json
@_with_settings
def make_demo(settings: Settings, as_json: bool) -> None:
    """Add a believable company to try things with."""
    from lundi import demo  # noqa: PLC0415

    asyncio.run(demo.add_demo(settings, as_json))


@app.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--account", help="The short name (slug) of one account; else all.")
@click.option(
    "--files/--without-files", "with_files", default=True, help="With all uploaded files."
)
@_with_settings
def backup(settings: Settings, file: Path, account: str | None, with_files: bool) -> None:
    """Write all accounts, or one, into a file, encrypted; a server may run meanwhile."""
    from lundi import transfer  # noqa: PLC0415

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
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--account", help="The short name (slug) of one account of it; else all.")
@click.option(
    "--check", "only_check", is_flag=True, help="Only see whether it is whole; nothing is restored."
)
@_with_settings
def restore(settings: Settings, file: Path, account: str | None, only_check: bool) -> None:
    """Add the accounts of a backup to a database, SQLite or PostgreSQL, as they were."""
    from lundi import transfer  # noqa: PLC0415

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
    except click.Abort:
        sys.exit(_say_error("Stopped."))
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(error.exit_code)
    except click.ClickException as error:
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
        typed = click.prompt(
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


def _held(companies: "list[Company]", end: "End") -> str:
    return f"{_named(companies)} (rows: {end.rows:,}, files: {end.files:,})"


def _named(companies: "list[Company]") -> str:
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
    click.echo(line, err=True)


def _say_error(sentence: str) -> int:
    line = " ".join(sentence.split())
    _say(line if line.endswith(".") else f"{line}.")
    return 1
