"""What is taken away from somebody on one node is taken away on all of them."""

import time
from collections.abc import Callable

from tests.nodes.conftest import Serve
from tests.nodes.team import Person
from tests.process import Installation, RunningServer


def test_rights_end_at_once_here_and_within_a_second_elsewhere(
    postgres_installation: Installation, serve: Serve
) -> None:
    nodes = [serve(), serve()]
    admin = Person(postgres_installation)
    member = admin.colleague("bob@example.com", "member")
    board = admin.board(nodes[0])

    def reads(node: RunningServer) -> int:
        return member.call(node, "GET", f"boards/{board}.json").status_code

    def writes(node: RunningServer) -> int:
        data = {"pulse[name]": "P"}
        return member.call(node, "POST", f"boards/{board}/pulses.json", data=data).status_code

    def shows(node: RunningServer) -> int:
        return member.ask(node, "GET", f"boards/{board}").status_code

    def change(path: str, **given: str) -> None:
        answer = admin.ask(nodes[0], "PUT", path, json=given)
        assert answer.status_code == 200, answer.text

    # Asked before, so that nothing kept would be missed.
    for node in nodes:
        assert [reads(node), writes(node), shows(node)] == [200, 201, 200]
    change(f"admin/users/{member.user_id}", role="viewer")
    becomes(writes, nodes, 403)
    change(f"boards/{board}", kind="private")
    becomes(shows, nodes, 404)
    becomes(reads, nodes, 404)
    change(f"boards/{board}", kind="public")
    old = member.token
    rotated = member.ask(nodes[0], "POST", "tokens/personal/rotate", json={})
    assert rotated.status_code == 200, rotated.text
    becomes(reads, nodes, 401)
    member.token = rotated.json()["token"]
    assert member.token != old
    assert [reads(node) for node in nodes] == [200, 200]
    assert member.ask(nodes[0], "POST", "sign-out", json={}).status_code == 200
    becomes(shows, nodes, 401)


def becomes(asked: Callable[[RunningServer], int], nodes: list[RunningServer], status: int) -> None:
    """At once on the first, where it was changed; within a second on the other."""
    assert asked(nodes[0]) == status
    until = time.monotonic() + 1
    while asked(nodes[1]) != status:
        assert time.monotonic() < until
