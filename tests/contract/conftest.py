"""A company with everybody who may ask, and boards of each kind for them to ask for."""

import pytest

from lundi.core.work import Work
from lundi.domains.accounts.actions import add_user, rotate_token
from lundi.domains.accounts.queries import user_by_email
from lundi.domains.accounts.user_actions import disable_user
from tests.company import PASSWORD_HASH, Client, Company, make_company
from tests.contract.access_model import KINDS
from tests.contract.scene import Scene, make_scene


@pytest.fixture(scope="module")
def clients(company: Company) -> dict[str, Client]:
    """By the names in TOKENS and WITHOUT_RIGHT."""
    email, vault = f"gone@{company.slug}.example", company.server.vault

    async def add_gone(work: Work) -> dict[str, str]:
        user = await add_user(
            work, vault, name="Gone", email=email, role="admin", password_hash=PASSWORD_HASH
        )
        disabled = await rotate_token(work, vault, user.id)
        await disable_user(work, await user_by_email(work, email))
        return {"revoked": user.personal_token, "disabled": disabled}

    tokens = {
        "stranger": make_company(company.server).tokens["admin"],
        "none": "",
        "unknown": "0" * 32,
        **company.server.write(company.operator, add_gone),
    }
    others = {name: Client(company.server, token) for name, token in tokens.items()}
    return {**company.clients, **others}


@pytest.fixture(scope="module")
def scenes(company: Company) -> dict[str, Scene]:
    """For what changes nothing."""
    return {kind: make_scene(company, kind) for kind in KINDS}
