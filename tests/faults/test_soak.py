"""A short soak; `make soak` is the long one."""

from tests.faults.soak import soak
from tests.process import Installation


def test_a_short_soak_loses_and_doubles_nothing(installation: Installation) -> None:
    outcome = soak(installation, seconds=8, nodes=3 if installation.database_url else 1)
    assert outcome.is_well, str(outcome)
    assert " 0 lost, 0 doubled." in str(outcome)
