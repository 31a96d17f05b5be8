"""What the tests share."""

from __future__ import annotations

import pytest
from hypothesis import settings

# No test asserts how long something takes; a busy machine is no failure.
settings.register_profile("prongsai", deadline=None)
settings.load_profile("prongsai")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden/ from what is made now")
