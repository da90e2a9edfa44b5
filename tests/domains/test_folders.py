"""Folders: who sees and changes them, how deep they go, and what becomes of what is in them."""

import pytest

from lundi.core.errors import Forbidden, Invalid, NotFound
from lundi.core.paging import Window
from lundi.core.work import events_after, last_event_id
from lundi.domains.boards import folder_actions, places
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.queries import boards_of_folders
from lundi.domains.workspaces.access import main_workspace
from lundi.domains.workspaces.actions import create_workspace, delete_workspace
from lundi.domains.workspaces.folder_actions import change_folder, create_folder
from lundi.domains.workspaces.schemas import Folder
from tests.company import Company, make_company

EVERYBODY = ("admin", "member", "other_member", "viewer", "guest", "company")


@pytest.fixture
def own(company: Company) -> Company:
    """A company that no other test puts anything into."""
    return make_company(company.server)


def make_workspace(company: Company, kind: str = "open", by: str = "member") -> int:
    made = company.write(
        by,
        lambda work: create_workspace(
            work, creator_id=company.ids[by], name="Workspace", kind=kind
        ),
    )
    return made.id


def make_folder(
    company: Company,
    workspace_id: int | None = None,
    parent_id: int | None = None,
    by: str = "member",
    name: str = "Folder",
    color: str | None = None,
) -> Folder:
    return company.write(
        by,
        lambda work: create_folder(
            work,
            owner_id=company.ids.get(by),
            name=name,
            workspace_id=workspace_id,
            parent_id=parent_id,
            color=color,
        ),
    )


def move(
    company: Company,
    folder: Folder,
    workspace_id: int | None = None,
    parent_id: int | None = None,
    by: str = "member",
) -> Folder:
    return company.write(
        by, lambda work: folder_actions.move_folder(work, folder.id, workspace_id, parent_id)
    )


def place(
    company: Company, folder: Folder, neighbour: Folder, by: str = "member", is_after: bool = True
) -> Folder:
    return company.write(
        by,
        lambda work: folder_actions.place_folder(work, folder.id, neighbour.id, is_after=is_after),
    )


def delete(company: Company, folder: Folder, by: str = "member") -> Folder:
    return company.write(by, lambda work: folder_actions.delete_folder(work, folder.id))


def now(company: Company, folder: Folder, by: str = "member") -> Folder:
    return company.read(by, lambda work: places.folder_to_show(work, folder.id))


def in_order(company: Company, workspace_id: int | None = None, by: str = "member") -> list[int]:
    found = company.read(by, lambda work: places.folders_of_workspaces(work, {workspace_id}))
    return [folder.id for folder in found[workspace_id]]


def who_sees(company: Company, folder: Folder) -> set[str]:
    """The same by all doors."""
    seen = set()
    for name in EVERYBODY:
        by_id = company.read(name, lambda work: places.folders_by_id(work, {folder.id}))
        listed = company.read(name, lambda work: places.list_folders(work, Window(500)))
        shown = {one.id for one in listed}
        assert (folder.id in by_id) == (folder.id in shown)
        assert (folder.id in shown) == (folder.id in in_order(company, folder.workspace_id, name))
        if by_id:
            seen.add(name)
    return seen


def place_of(company: Company, board_id: int) -> tuple[int | None, int | None]:
    board = company.read("member", lambda work: board_to_read(work, board_id))
    return board.workspace_id, board.folder_id


def test_a_folder_is_seen_by_who_sees_its_workspace(own: Company) -> None:
    assert who_sees(own, make_folder(own)) == set(EVERYBODY) - {"guest"}
    assert who_sees(own, make_folder(own, make_workspace(own))) == set(EVERYBODY) - {"guest"}
    assert who_sees(own, make_folder(own, make_workspace(own, "closed"))) == {"member"}


def test_a_guest_sees_only_the_folders_that_hold_their_boards(own: Company) -> None:
    holds, other = make_folder(own), make_folder(own)
    board_id = own.board_in(None, holds.id, kind="share")
    assert "guest" not in who_sees(own, holds)
    own["member"].put(f"boards/{board_id}/subscribers.json", user_id=own.ids["guest"])
    assert "guest" in who_sees(own, holds)
    assert "guest" not in who_sees(own, other)


def test_folders_of_a_deleted_workspace_are_gone(own: Company) -> None:
    workspace_id = make_workspace(own)
    folder = make_folder(own, workspace_id)
    own.write("member", lambda work: delete_workspace(work, workspace_id))
    assert who_sees(own, folder) == set()
    with pytest.raises(NotFound):
        delete(own, folder)
    with pytest.raises(NotFound):
        make_folder(own, workspace_id)


@pytest.mark.parametrize("by", ["member", "other_member", "admin", "company"])
def test_who_may_write_in_a_workspace_changes_its_folders(company: Company, by: str) -> None:
    folder = make_folder(company, by=by, color="PURPLE")
    assert folder.owner_id == company.ids.get(by)
    changed = company.write(
        by, lambda work: change_folder(work, folder.id, name=" New ", custom_icon="WORK")
    )
    assert (changed.name, changed.color, changed.custom_icon) == ("New", "PURPLE", "WORK")
    cleared = company.write(by, lambda work: change_folder(work, folder.id, color="NULL"))
    assert (cleared.color, cleared.custom_icon) == (None, "WORK")
    assert delete(company, folder, by=by).id == folder.id


def test_who_may_not_write_changes_no_folder(company: Company) -> None:
    folder, other = make_folder(company), make_folder(company)
    with pytest.raises(Forbidden):
        make_folder(company, by="viewer")
    for action in (
        lambda: company.write("viewer", lambda work: change_folder(work, folder.id, name="New")),
        lambda: move(company, folder, by="viewer"),
        lambda: place(company, folder, other, by="viewer"),
        lambda: delete(company, folder, by="viewer"),
    ):
        with pytest.raises(Forbidden):
            action()
    with pytest.raises(NotFound):
        delete(company, folder, by="guest")
    assert now(company, folder) == folder


@pytest.mark.parametrize("by", ["admin", "other_member", "company"])
def test_folders_of_a_closed_workspace_are_of_its_subscribers(company: Company, by: str) -> None:
    workspace_id = make_workspace(company, "closed")
    folder, outside = make_folder(company, workspace_id), make_folder(company)
    for action in (
        lambda: make_folder(company, workspace_id, by=by),
        lambda: make_folder(company, parent_id=folder.id, by=by),
        lambda: move(company, outside, workspace_id, by=by),
        lambda: place(company, outside, folder, by=by),
        lambda: delete(company, folder, by=by),
    ):
        with pytest.raises(NotFound):
            action()
    assert in_order(company, workspace_id) == [folder.id]


@pytest.mark.parametrize(
    "given", [{"name": " "}, {"color": "red"}, {"custom_icon": "x"}, {"font_weight": "x"}]
)
def test_a_folder_looks_as_folders_can(company: Company, given: dict[str, str]) -> None:
    folder = make_folder(company)
    with pytest.raises(Invalid):
        company.write("member", lambda work: change_folder(work, folder.id, **given))
    assert now(company, folder) == folder


def test_a_sub_folder_is_in_the_workspace_of_its_parent(company: Company) -> None:
    workspace_id, other_id = make_workspace(company), make_workspace(company)
    parent = make_folder(company, workspace_id)
    assert make_folder(company, parent_id=parent.id).workspace_id == workspace_id
    with pytest.raises(Invalid):
        make_folder(company, other_id, parent.id)
    main = company.read("member", main_workspace)
    assert make_folder(company, main.id).workspace_id is None
    with pytest.raises(Invalid):
        make_folder(company, main.id, parent.id)


def test_folders_are_at_most_three_levels_deep(company: Company) -> None:
    first = make_folder(company)
    second = make_folder(company, parent_id=first.id)
    third = make_folder(company, parent_id=second.id)
    with pytest.raises(Invalid, match="levels"):
        make_folder(company, parent_id=third.id)
    alone = make_folder(company)
    with pytest.raises(Invalid, match="levels"):
        move(company, first, None, alone.id)
    with pytest.raises(Invalid, match="levels"):
        move(company, alone, None, third.id)
    with pytest.raises(Invalid, match="levels"):
        move(company, second, None, make_folder(company, parent_id=alone.id).id)
    assert move(company, second, None, alone.id).parent_id == alone.id


def test_a_folder_is_never_within_itself(company: Company) -> None:
    outer = make_folder(company)
    inner = make_folder(company, parent_id=outer.id)
    for target in (outer, inner):
        with pytest.raises(Invalid, match="itself"):
            move(company, outer, None, target.id)
    with pytest.raises(Invalid):
        place(company, outer, inner)
    with pytest.raises(Invalid):
        place(company, outer, outer)
    assert now(company, outer).parent_id is None


def test_folders_are_placed_beside_each_other(own: Company) -> None:
    first, second, third = (make_folder(own) for _ in range(3))
    assert in_order(own) == [first.id, second.id, third.id]
    place(own, third, first)
    assert in_order(own) == [first.id, third.id, second.id]
    place(own, second, first, is_after=False)
    assert in_order(own) == [second.id, first.id, third.id]
    place(own, second, third)
    assert in_order(own) == [first.id, third.id, second.id]
    inner = make_folder(own, parent_id=first.id)
    assert place(own, second, inner).parent_id == first.id
    found = own.read("viewer", lambda work: places.sub_folders_of(work, {first.id, third.id}))
    assert {one: [sub.id for sub in subs] for one, subs in found.items()} == {
        first.id: [inner.id, second.id],
        third.id: [],
    }
    assert move(own, inner).parent_id is None


def test_a_folder_takes_all_that_is_in_it_along(own: Company) -> None:
    workspace_id = make_workspace(own)
    outer = make_folder(own, workspace_id)
    inner = make_folder(own, parent_id=outer.id)
    board_id, inner_board_id = (own.board_in(workspace_id, folder.id) for folder in (outer, inner))
    last = own.read("admin", last_event_id)
    moved = move(own, outer)
    assert (moved.workspace_id, now(own, inner).workspace_id) == (None, None)
    assert now(own, inner).parent_id == outer.id
    assert place_of(own, board_id) == (None, outer.id)
    assert place_of(own, inner_board_id) == (None, inner.id)
    found = own.read("admin", lambda work: events_after(work, last, 100))
    kinds = [event.kind for event in found]
    assert sorted(kinds) == ["BoardMoved", "BoardMoved", "FolderMoved", "FolderMoved"]


def test_boards_leave_a_workspace_with_a_folder_by_its_owner(company: Company) -> None:
    workspace_id = make_workspace(company)
    empty, full = make_folder(company, workspace_id), make_folder(company, workspace_id)
    board_id = company.board_in(workspace_id, full.id, kind="private")
    assert move(company, empty, by="other_member").workspace_id is None
    with pytest.raises(Forbidden):
        move(company, full, by="other_member")
    assert place_of(company, board_id) == (workspace_id, full.id)
    assert move(company, full, by="admin").workspace_id is None
    assert place_of(company, board_id) == (None, full.id)


def test_what_is_in_a_deleted_folder_stays(own: Company) -> None:
    workspace_id = make_workspace(own)
    outer = make_folder(own, workspace_id)
    before = make_folder(own, parent_id=outer.id)
    gone = make_folder(own, parent_id=outer.id)
    after = make_folder(own, parent_id=outer.id)
    inner = [make_folder(own, parent_id=gone.id) for _ in range(2)]
    board_id = own.board_in(workspace_id, gone.id)
    inner_board_id = own.board_in(workspace_id, inner[0].id)
    archived_id = own.board_in(workspace_id, gone.id)
    own["member"].delete(f"boards/{archived_id}.json")
    delete(own, gone)
    with pytest.raises(NotFound):
        now(own, gone)
    found = own.read("member", lambda work: places.sub_folders_of(work, {outer.id}))
    assert [folder.id for folder in found[outer.id]] == [
        before.id,
        *(one.id for one in inner),
        after.id,
    ]
    assert place_of(own, board_id) == (workspace_id, None)
    assert place_of(own, archived_id) == (workspace_id, None)
    assert place_of(own, inner_board_id) == (workspace_id, inner[0].id)
    last = own.read("admin", last_event_id)
    (event,) = own.read("admin", lambda work: events_after(work, last - 1, 1))
    assert event.kind == "FolderDeleted"


def test_boards_of_folders_are_those_that_are_seen(own: Company) -> None:
    first, second = make_folder(own), make_folder(own)
    seen = own.board_in(None, first.id)
    own.board_in(None, first.id, kind="private")
    archived = own.board_in(None, second.id)
    own["member"].delete(f"boards/{archived}.json")
    found = own.read("viewer", lambda work: boards_of_folders(work, {first.id, second.id}))
    assert {one: [board.id for board in boards] for one, boards in found.items()} == {
        first.id: [seen],
        second.id: [],
    }


def test_folders_of_another_account_do_not_exist(company: Company, own: Company) -> None:
    folder = make_folder(own)
    assert who_sees(company, folder) == set()
    with pytest.raises(NotFound):
        delete(company, folder, by="admin")
