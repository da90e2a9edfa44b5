"""Users in API v2: who is found, what is told of them, and what admins do about them."""

from typing import Any

import pytest

from lundi.entrypoints.graphql_v2.versions import VERSIONS
from tests.company import Company, make_company
from tests.server import Server


@pytest.fixture
def company(server: Server) -> Company:
    """One for each test: roles change here."""
    return make_company(server)


def ids_of(company: Company, arguments: str, by: str = "member") -> list[int]:
    found = company[by].data(f"{{users{arguments} {{id}}}}")["users"]
    return [int(user["id"]) for user in found]


def test_who_one_is(company: Company) -> None:
    query = """{me {id name email is_admin is_guest is_view_only enabled kind status title url
      time_zone_identifier utc_hours_diff photo_thumb photo_url {thumb} created_at account {id name slug tier
      plan {max_users tier} first_day_of_the_week active_members_count} teams {id} birthday phone}}"""
    me = company["admin"].data(query)["me"]
    assert (me["id"], me["name"], me["is_admin"]) == (str(company.ids["admin"]), "Admin", True)
    assert me["account"]["id"] == str(company.account_id)
    assert me["account"]["tier"] == "enterprise"
    assert company["company"].data("{me {id}}")["me"] is None


def test_lists_of_users(company: Company) -> None:
    ids = company.ids
    assert ids_of(company, "") == sorted(ids.values())
    assert ids_of(company, "(newest_first: true, limit: 1)") == [max(ids.values())]
    assert ids_of(company, "(kind: guests)") == [ids["guest"]]
    assert ids["guest"] not in ids_of(company, "(kind: non_guests)")
    assert ids_of(company, '(name: "OTHER")') == [ids["other_member"]]
    assert ids_of(company, '(name: "%")') == []
    email = f"MEMBER@{company.slug.replace('-', '')}.example"
    assert ids_of(company, f'(emails: ["{email}"])') == [ids["member"]]
    assert ids_of(company, f"(ids: [{ids['viewer']}, 987654])") == [ids["viewer"]]
    assert ids_of(company, "(user_kind: {in: [ADMIN, VIEW_ONLY]})") == [ids["admin"], ids["viewer"]]
    assert ids_of(company, "(non_active: true)") == []
    assert ids_of(company, "", by="guest") == [ids["guest"]]


def test_admins_say_who_may_sign_in_and_as_what(company: Company) -> None:
    ids = {name: str(number) for name, number in company.ids.items()}
    change = """mutation ($u: [ID!]!) {
      deactivate_users(user_ids: $u) {deactivated_users {id enabled} errors {user_id code message}}}"""
    given = [ids["viewer"], ids["admin"], "987654"]
    done: Any = company["admin"].data(change, u=given)["deactivate_users"]
    assert done["deactivated_users"] == [{"id": ids["viewer"], "enabled": False}]
    assert {(one["user_id"], one["code"]) for one in done["errors"]} == {
        (ids["admin"], "CANNOT_UPDATE_SELF"),
        ("987654", "USER_NOT_FOUND"),
    }
    assert company["viewer"].v2("{me {id}}").status_code == 401
    assert ids_of(company, "(non_active: true)") == [company.ids["viewer"]]
    back = "mutation ($u: [ID!]!) {activate_users(user_ids: $u) {activated_users {id status} errors {code}}}"
    done = company["admin"].data(back, u=[ids["viewer"]])["activate_users"]
    assert done == {"activated_users": [{"id": ids["viewer"], "status": "ACTIVE"}], "errors": []}
    role = """mutation ($u: [ID!]!, $r: BaseRoleName) {
      update_users_role(user_ids: $u, new_role: $r) {updated_users {id kind} errors {code}}}"""
    done = company["admin"].data(role, u=[ids["viewer"]], r="MEMBER")["update_users_role"]
    assert done["updated_users"] == [{"id": ids["viewer"], "kind": "MEMBER"}]
    for by in ("member", "company"):
        for query in (change, back, role):
            error = company[by].v2(query, u=[ids["viewer"]]).json()["errors"][0]
            assert error["extensions"]["code"] == "USER_UNAUTHORIZED"


def test_admins_give_addresses_of_another_domain(company: Company) -> None:
    ids = {name: str(number) for name, number in company.ids.items()}
    change = """mutation ($i: UpdateEmailDomainAttributesInput!) {update_email_domain(input: $i) {
      updated_users {id email} errors {user_id code}}}"""
    given = {"new_domain": "new.example", "user_ids": [ids["member"], ids["admin"]]}
    done: Any = company["admin"].data(change, i=given)["update_email_domain"]
    assert done["updated_users"] == [{"id": ids["member"], "email": "member@new.example"}]
    assert done["errors"] == [{"user_id": ids["admin"], "code": "CANNOT_UPDATE_SELF"}]
    again = {"new_domain": "@other.example", "user_ids": [ids["member"]]}
    done = company["admin"].data(change, i=again)["update_email_domain"]
    assert done["updated_users"][0]["email"] == "member@other.example"
    for domain in ("no domain", ""):
        done = company["admin"].data(change, i={**again, "new_domain": domain})
        error = {"user_id": ids["member"], "code": "FAILED"}
        assert done["update_email_domain"] == {"updated_users": [], "errors": [error]}
    refused = company["member"].v2(change, i=given).json()["errors"][0]
    assert refused["extensions"]["code"] == "USER_UNAUTHORIZED"


def test_lists_have_at_most_a_thousand(company: Company) -> None:
    for field in ("boards", "users"):
        assert field in company["member"].data(f"{{{field}(limit: 1000) {{id}}}}")
        error = company["member"].v2(f"{{{field}(limit: 1001) {{id}}}}").json()["errors"][0]
        assert "at most 1000" in error["message"]


@pytest.mark.parametrize("version", VERSIONS)
def test_users_in_every_version(company: Company, version: str) -> None:
    found = company["member"].data("{users {id}}", version)["users"]
    assert len(found) == len(company.ids)
