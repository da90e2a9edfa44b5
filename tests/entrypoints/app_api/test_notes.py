"""Notes of pulses in the web app."""

from tests.app_client import AppClient
from tests.company import Company

People = dict[str, AppClient]


def test_a_note_is_written_changed_and_deleted(company: Company, people: People) -> None:
    path = f"pulses/{company.pulse(company.board()['id'])}/notes"
    member = people["member"]
    note = member.post(path, title="Agenda", body="<p onclick='x'>Cake</p>").json()
    assert (note["title"], note["body"]) == ("Agenda", "<p>Cake</p>")
    assert note["author"]["id"] == company.ids["member"]
    changed = people["other_member"].put(f"notes/{note['id']}", body="<p>More</p>").json()
    assert (changed["title"], changed["body"]) == ("Agenda", "<p>More</p>")
    assert people["viewer"].get(path).json() == [changed]
    assert member.delete(f"notes/{note['id']}").json() == {"done": True}
    assert people["viewer"].get(path).json() == []
    assert member.put(f"notes/{note['id']}", title="No").status_code == 404


def test_who_keeps_out_of_notes(company: Company, people: People) -> None:
    path = f"pulses/{company.pulse(company.board()['id'])}/notes"
    note_id = people["member"].post(path, title="Agenda").json()["id"]
    for who, status in (("viewer", 403), ("guest", 404), ("stranger", 404), ("nobody", 401)):
        assert people[who].post(path, title="No").status_code == status
        assert people[who].put(f"notes/{note_id}", title="No").status_code == status
        assert people[who].delete(f"notes/{note_id}").status_code == status
    for who, status in (("guest", 404), ("stranger", 404), ("nobody", 401)):
        assert people[who].get(path).status_code == status


def test_a_note_for_owners_is_changed_by_owners(company: Company, people: People) -> None:
    path = f"pulses/{company.pulse(company.board()['id'])}/notes"
    note_id = people["member"].post(path, title="Own", owners_only=True).json()["id"]
    assert people["other_member"].put(f"notes/{note_id}", title="No").status_code == 403
    assert people["member"].put(f"notes/{note_id}", title="Yes").status_code == 200
