"""A board with everything on it, made for one check."""

import itertools
import re
from typing import Any

import msgspec

from lundi.core.work import Work
from lundi.domains.accounts.actions import add_user
from lundi.domains.boards import actions as boards
from lundi.domains.boards import column_actions, group_actions
from lundi.domains.boards.typed_columns import create_typed_column
from lundi.domains.conversation import actions as conversation
from lundi.domains.conversation import note_actions
from lundi.domains.docs import actions as docs
from lundi.domains.docs.block_actions import add_markdown
from lundi.domains.docs.descriptions import write_description
from lundi.domains.files.actions import add_to_cell
from lundi.domains.files.schemas import Kept
from lundi.domains.files.storing import expect_blob
from lundi.domains.pulses import actions as pulses
from lundi.domains.pulses import value_actions
from lundi.domains.views.actions import create_view
from lundi.domains.views.schemas import Wanted
from lundi.domains.webhooks.actions import NewWebhook, create_webhook
from tests.company import PASSWORD_HASH, Client, Company, make_company
from tests.server import Server

# Beside the people of every company: who owns all scenes without having made them, and who subscribes to none.
MORE_PEOPLE = {"owner": "member", "other_viewer": "viewer", "other_guest": "guest"}
COLUMNS = ("text", "person", "status", "date", "numeric", "tags", "timeline")
_numbers = itertools.count(1)
_IN_LINKS = re.compile(r"/(boards|pulses|posts|tags)/(\d+)")
_IN_FIELDS = re.compile(r'"(board_id|pulse_id|project_id)":(\d+)')
_KIND_OF = {"board_id": "boards", "pulse_id": "pulses", "project_id": "pulses"}


class Scene(msgspec.Struct, frozen=True):
    """`mark` is a word that stands in every text of the board, and nowhere else."""

    kind: str
    mark: str
    board_id: int
    other_board_id: int
    pulse_id: int
    update_id: int
    note_id: int
    tag_id: int
    asset_id: int
    webhook_id: int
    doc_id: int
    block_id: int
    view_id: int
    users: dict[str, int]

    @property
    def named_ids(self) -> set[tuple[str, int]]:
        """As `ids_shown` finds them."""
        return {
            ("boards", self.board_id),
            ("boards", self.other_board_id),
            ("pulses", self.pulse_id),
            ("posts", self.update_id),
            ("tags", self.tag_id),
        }


def ids_shown(text: str) -> set[tuple[str, int]]:
    """What an answer names by an id, in a link or in a field."""
    fields = {(_KIND_OF[field], int(number)) for field, number in _IN_FIELDS.findall(text)}
    return fields | {(kind, int(number)) for kind, number in _IN_LINKS.findall(text)}


def add_more_people(company: Company) -> None:
    """Those of MORE_PEOPLE, into the company's `ids`, `tokens` and `clients`."""
    for name, role in MORE_PEOPLE.items():
        email = f"{name}@{company.slug}.example"

        async def add(work: Work, name: str = name, role: str = role, email: str = email) -> Any:
            vault = company.server.vault
            return await add_user(
                work, vault, name=name, email=email, role=role, password_hash=PASSWORD_HASH
            )

        user = company.server.write(company.operator, add)
        company.ids[name] = user.id
        company.tokens[name] = user.personal_token
        company.clients[name] = Client(company.server, user.personal_token)


def make_full_company(server: Server) -> Company:
    """With MORE_PEOPLE."""
    company = make_company(server)
    add_more_people(company)
    return company


def make_scene(company: Company, kind: str) -> Scene:
    """Made by `member`; `owner` subscribes as admin, `viewer` subscribes, and `guest` where guests can."""
    mark = f"{kind}mark{next(_numbers)}x"

    async def make(work: Work) -> Scene:
        member = company.ids["member"]
        board = await boards.create_board(
            work, creator_id=member, name=mark, description=mark, kind=kind
        )
        other = await boards.create_board(
            work, creator_id=member, name=mark, description=None, kind=kind
        )
        for board_id in (board.id, other.id):
            await boards.subscribe_to_board(work, board_id, company.ids["viewer"], False)
            if "owner" in company.ids:
                await boards.subscribe_to_board(work, board_id, company.ids["owner"], True)
            if kind == "share":
                await boards.subscribe_to_board(work, board_id, company.ids["guest"], False)
            for name in COLUMNS:
                await column_actions.create_column(work, board_id, title=name, type_name=name)
            for name, type_name in (
                ("file", "file"),
                ("doc", "doc"),
                ("other", "doc"),
                ("dropdown", "dropdown"),
            ):
                await create_typed_column(
                    work, board_id, title=name, type_name=type_name, column_id=name
                )
        await group_actions.create_group(work, board.id, mark, None)
        pulse = await pulses.create_pulse(work, board.id, creator_id=member, name=mark)
        await value_actions.set_text(work, board.id, "text", pulse.id, mark)
        _, (tag,) = await value_actions.set_tags(work, board.id, "tags", pulse.id, [mark])
        await pulses.subscribe_to_pulse(work, pulse.id, company.ids["viewer"], False)
        kept = Kept(blob=mark, name=mark, extension="", size=0)
        await expect_blob(work, kept.blob)
        asset = await add_to_cell(work, pulse.id, "file", kept)
        thread = await conversation.post_update(work, pulse.id, member, mark)
        await conversation.like_update(work, thread.update.id, member)
        note = await note_actions.create_note(
            work, pulse.id, author_id=member, title=mark, content=mark
        )
        url = f"https://hooks.example/{mark}"
        hook = NewWebhook(board.id, "create_item", None, url)
        webhook = await create_webhook(work, company.server.vault, hook)
        doc = await docs.create_doc_in_cell(work, pulse.id, "doc")
        (block,) = await add_markdown(work, doc.id, mark)
        await write_description(work, pulse.id, mark)
        view = await create_view(work, board.id, "TABLE", Wanted(name=mark))
        return Scene(
            kind=kind,
            mark=mark,
            board_id=board.id,
            other_board_id=other.id,
            pulse_id=pulse.id,
            update_id=thread.update.id,
            note_id=note.id,
            tag_id=tag.id,
            asset_id=asset.id,
            webhook_id=webhook.id,
            doc_id=doc.id,
            block_id=block.id,
            view_id=view.id,
            users=company.ids,
        )

    return company.server.write(company.actor("member"), make)


def look(company: Company, scene: Scene) -> list[Any]:
    """All of the scene, as its owner reads it."""
    paths = (
        f"boards/{scene.board_id}.json",
        f"boards/{scene.board_id}/groups.json?show_archived=1",
        f"boards/{scene.board_id}/pulses.json",
        f"boards/{scene.board_id}/subscribers.json",
        f"boards/{scene.other_board_id}/pulses.json",
        f"pulses/{scene.pulse_id}.json",
        f"pulses/{scene.pulse_id}/updates.json",
        f"pulses/{scene.pulse_id}/notes.json",
        f"users/{scene.users['viewer']}/unread_feed.json",
    )
    member = company["member"]
    return [*(member.request("GET", path).json() for path in paths), member.data(_look(scene))]


def _look(scene: Scene) -> str:
    """What REST API v1 knows nothing of."""
    return f"""{{
      docs(ids: [{scene.doc_id}]) {{name updated_at blocks {{id content}}}}
      boards(ids: [{scene.board_id}]) {{views {{id name}}}}
      favorites {{object {{id}}}}
      webhooks(board_id: {scene.board_id}) {{id event}}
    }}"""
