"""schemathesis attacks the API as its document describes it, with what fits and what doesn't, for a bounded time."""

from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, assume, given, settings
from schemathesis import GenerationMode

from tests.company import Company
from tests.contract.access_model import TABLE
from tests.contract.document import DOCUMENT
from tests.contract.scene import Scene, make_scene

SCHEMA = schemathesis.openapi.from_dict(DOCUMENT)
OPERATIONS = [found.ok() for found in SCHEMA.get_all_operations()]
bounded = settings(
    max_examples=8,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def scene(company: Company) -> Scene:
    return make_scene(company, "public")


def attack(company: Company, case: Any) -> None:
    """Sends it as it is; the test's server holds every answer against the document, and takes no 5xx."""
    given_headers = {"Authorization": company.tokens["member"]}
    kwargs = case.as_transport_kwargs(base_url="http://lundi.test/v1", headers=given_headers)
    kwargs = {name: kwargs[name] for name in kwargs if name in _OF_A_REQUEST}
    request = requests.Request(**kwargs).prepare()
    # A longer one is refused by the client of the tests, and by the HTTP parser of the server.
    assume(request.url is not None and len(request.url) < 60_000)
    company.server.request(
        str(request.method),
        request.url.removeprefix("http://lundi.test"),
        headers={**request.headers, **given_headers},
        content=request.body,
    )


_OF_A_REQUEST = ("method", "url", "params", "data", "json", "files", "headers", "cookies")


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_no_request_breaks_the_server(
    company: Company, scene: Scene, operation: Any, mode: GenerationMode
) -> None:
    @bounded
    @given(case=operation.as_strategy(generation_mode=mode))
    def anything(case: Any) -> None:
        attack(company, case)

    anything()


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_no_request_to_what_is_there_breaks_it(
    company: Company, scene: Scene, operation: Any
) -> None:
    name = operation.definition.raw["operationId"]
    there = {key: str(value) for key, value in TABLE[name].path(scene).items()}

    @bounded
    @given(case=operation.as_strategy(path_parameters=there))
    def anything_there(case: Any) -> None:
        attack(company, case)

    anything_there()
