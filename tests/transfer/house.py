"""Two companies on one server, with something in every table; and all that can be told of them, wherever they are."""

import io
import json
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from lundi import demo
from lundi.core.work import snapshot
from lundi.domains.accounts.account_actions import set_logo
from lundi.domains.accounts.invitations import invite_user
from lundi.domains.accounts.queries import NOBODY
from lundi.domains.boards.choices import set_choices
from lundi.transfer import back_up, check, restore
from lundi.transfer.backing_up import Made
from lundi.transfer.reading import companies_here, open_rows
from lundi.transfer.tables import shape_of, taken_tables
from tests.app_client import signed_in
from tests.company import Client, Company, make_company
from tests.contract.scene import make_scene
from tests.server import Server
from tests.uploads import TO_UPDATE, picture, send, upload

PASSPHRASE = "correct horse battery"
LARGE = bytes(range(256)) * 4000
UPDATE = """id body edited_at created_at updated_at creator {id} likes {creator_id reaction_type}
  pinned_to_top {item_id} viewers {user_id} assets {id name file_size}"""
PEOPLE = """{
  account {id name slug plan {tier}}
  users {id name email title phone location enabled is_admin created_at teams {id}}
  teams {id name users {id}}
  tags {id name color}
  workspaces {id name kind description state is_default_workspace created_at owners_subscribers {id} users_subscribers {id}
    teams_subscribers {id}}
  folders {id name color parent {id} workspace {id} children {id} sub_folders {id}}
  docs {id name doc_kind created_at updated_at workspace_id blocks {id type content position parent_block_id}}
  favorites {object {id type}}
  notifications {id text read created_at}
}"""
BOARDS = """query ($page: Int!) {boards(limit: 5, page: $page, state: all) {
  id name description state type board_kind permissions board_folder_id workspace_id items_count
  owners {id} subscribers {id} team_subscribers {id} tags {id name}
  groups {id title color position archived}
  columns {id title type description width archived settings_str}
  views {id name type settings_str filter sort}
  activity_logs(limit: 200) {id event data entity user_id created_at}
  items_page(limit: 500) {items {
    id name state created_at updated_at creator_id email group {id} parent_item {id} subitems {id} subscribers {id}
    column_values {id type text value}
    assets {id name file_extension file_size original_geometry created_at uploaded_by {id}}}}
}}"""
UPDATES = f"query ($page: Int!) {{updates(limit: 100, page: $page) {{item_id {UPDATE} replies {{{UPDATE}}}}}}}"
PARTS = ("groups.json?show_archived=1&", "columns.json?", "pulses.json?", "subscribers.json?")
FOLDER = (
    "mutation ($name: String!, $in: ID) {create_folder(name: $name, parent_folder_id: $in) {id}}"
)
TEAM = (
    'mutation ($members: [ID!]) {create_team(input: {name: "Team", subscriber_ids: $members}) {id}}'
)
MOVE = "mutation ($id: ID!, $in: ID) {update_folder(folder_id: $id, parent_folder_id: $in) {id}}"


class House:
    """`tokens`: all there are, by whom they are of. `server`: any on which these companies are."""

    def __init__(self, server: Server, people: dict[str, Any], company: Company) -> None:
        self.server = server
        self.people = people
        self.company = company
        self.slugs = {people["account_slug"], company.slug}
        self.tokens = {f"small {name}": token for name, token in company.tokens.items()}
        self.tokens |= {user["email"]: user["personal_token"] for user in people["users"]}
        self.tokens["demo company"] = people["company_token"]

    def moved_to(self, server: Server) -> "House":
        return House(server, self.people, self.company)

    def client(self, name: str) -> Client:
        return Client(self.server, self.tokens[name])

    def told(self) -> dict[str, Any]:
        """What both APIs tell, to readers who see different things."""
        first, last = (self.people["users"][at]["email"] for at in (0, -1))
        readers = ("demo company", first, last, "small member", "small viewer", "small guest")
        return {name: told_to(self.client(name)) for name in readers}

    def files(self) -> dict[str, bytes]:
        """All that were uploaded, and their small pictures."""
        member = self.client("small member")
        query = "{boards {items_page {items {assets {id url url_thumbnail}}}}}"
        found = {}
        for board in member.data(query)["boards"]:
            for item in board["items_page"]["items"]:
                for asset in item["assets"]:
                    for url in {asset["url"], asset["url_thumbnail"]} - {None}:
                        found[url] = self._fetched(member, url)
        return found

    def _fetched(self, client: Client, url: str) -> bytes:
        headers = {"Authorization": client.token}
        answer = self.server.request("GET", url.removeprefix("http://lundi.test"), headers=headers)
        assert answer.status_code == 200, answer.text
        return answer.content


def make_house(server: Server) -> House:
    with redirect_stdout(io.StringIO()) as said:
        server.run(demo.add_demo(server.settings, as_json=True))
    company = make_company(server)
    fill(company)
    return House(server, json.loads(said.getvalue()), company)


def fill(company: Company) -> None:
    """What the demo has nothing of."""
    server, member = company.server, company["member"]
    for kind in ("private", "share", "public"):
        scene = make_scene(company, kind)
        server.run(server.blobs.put(scene.mark, b""))
    upload(member, scene.pulse_id, "file", "photo.png", picture())
    upload(member, scene.pulse_id, "file", "large.bin", LARGE)
    send(member, TO_UPDATE.format(update=scene.update_id), ("a.txt", b"On an update"))
    board, item = scene.board_id, scene.pulse_id
    for query in (
        f'create_subitem(parent_item_id: {item}, item_name: "Under it") {{id}}',
        f"create_favorite(input: {{object: {{id: {board}, type: Board}}}}) {{favorite {{id}}}}",
        f'create_notification(user_id: {company.ids["viewer"]}, target_id: {item}, target_type: Project, text: "Look") {{id}}',
        f"archive_item(item_id: {company.pulse(board)}) {{id}}",
    ):
        member.data(f"mutation {{{query}}}")
    fill_places(company, board)
    company.write("member", lambda work: set_choices(work, board, {"hidden": ["text"]}))
    company.write("admin", lambda work: set_logo(work, picture("PNG", (64, 64))))
    signed_in(company, "member")
    once = {"Idempotency-Key": "Once"}
    made = member.request("POST", "boards.json", data={"name": "Once"}, headers=once)
    assert made.status_code == 201
    company.write("admin", lambda work: invite_user(work, "new@example.com", "member"))


def fill_places(company: Company, board: int) -> None:
    """A team that is everywhere, a closed workspace, and folders that came before those that they are in now."""
    member = company["member"]
    team = member.data(TEAM, members=[company.ids["member"]])
    team_id = team["create_team"]["id"]
    space = member.data('mutation {create_workspace(name: "Closed", kind: closed) {id}}')
    place = f'{{workspace_id: {space["create_workspace"]["id"]}, name: "Plan", kind: public}}'
    for query in (
        f"create_doc(location: {{workspace: {place}}}) {{id}}",
        f"add_teams_to_board(board_id: {board}, team_ids: [{team_id}]) {{id}}",
        f"add_teams_to_workspace(workspace_id: {space['create_workspace']['id']}, team_ids: [{team_id}]) {{id}}",
    ):
        member.data(f"mutation {{{query}}}")
    first, second = (member.data(FOLDER, name=name)["create_folder"]["id"] for name in ("1", "2"))
    member.data(MOVE, **{"id": first, "in": second})


def told_to(client: Client) -> list[Any]:
    told: list[Any] = [client.data(PEOPLE)]
    paths = ["users.json?", "boards.json?", "updates.json?"]
    boards = client.get("boards.json", per_page=500).json()
    paths += [f"boards/{board['id']}/{part}" for board in boards for part in PARTS]
    for path in paths:
        answer = client.get(f"{path}per_page=500")
        assert answer.status_code == 200, answer.text
        told.append(answer.json())
    for query, field in ((BOARDS, "boards"), (UPDATES, "updates")):
        page = 1
        while more := client.data(query, page=page)[field]:
            told.append(more)
            page += 1
    return [plain(one) for one in told]


def plain(told: Any) -> Any:
    """Texts of JSON as what they say: engines keep keys in orders of their own."""
    if isinstance(told, dict):
        return {key: plain(value) for key, value in told.items()}
    if isinstance(told, list):
        return [plain(value) for value in told]
    if isinstance(told, str) and told[:1] in ("{", "["):
        try:
            return plain(json.loads(told))
        except ValueError:
            return told
    return told


def rows_on(server: Server) -> dict[str, list[Any]]:
    """All rows that a backup takes, with their secrets open."""

    async def read() -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        async with snapshot(server.database, NOBODY) as work:
            companies = await companies_here(work)
            for table in taken_tables():
                rows = found[str(table.name)] = []
                for company in companies:
                    async for page in open_rows(work, server.vault, table, company.id):
                        rows += [plain(row) for row in page]
                rows.sort(key=lambda row: repr(_key(table, row)))
        return found

    return server.run(read())


def _key(table: Any, row: list[Any]) -> list[Any]:
    shape = shape_of(table)
    names = list(shape.columns)
    return [row[names.index(name)] for name in shape.key]


def backed_up(server: Server, path: Path, slug: str | None = None, *, files: bool = True) -> Made:
    return server.run(back_up(server.settings, path, PASSPHRASE, slug=slug, with_files=files))


def restored(
    server: Server, path: Path, slug: str | None = None, passphrase: str = PASSPHRASE
) -> None:
    """As the command line does it, into the database of a server that runs."""

    async def run() -> None:
        await restore(server.settings, await check(path, lambda: passphrase), slug)

    server.run(run())
