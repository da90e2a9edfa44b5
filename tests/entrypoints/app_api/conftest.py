"""Everybody of the company, and one of another, signed in; `nobody` is not."""

import pytest

from tests.app_client import AppClient, signed_in
from tests.company import PEOPLE, Company, make_company


@pytest.fixture(scope="module")
def people(company: Company) -> dict[str, AppClient]:
    """By the names in PEOPLE; `stranger` is an admin of another account."""
    clients = {name: signed_in(company, name) for name in PEOPLE}
    clients["stranger"] = signed_in(make_company(company.server), "admin")
    clients["nobody"] = AppClient(company.server)
    return clients
