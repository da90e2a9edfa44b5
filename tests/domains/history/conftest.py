"""A stage for each test."""

import pytest

from tests.company import Company
from tests.domains.history.stage import Stage, make_stage


@pytest.fixture
def stage(company: Company) -> Stage:
    return make_stage(company)
