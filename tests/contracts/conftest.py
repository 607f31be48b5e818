"""One node process serves all tests of the contract."""

from collections.abc import Iterator

import pytest

from tests.contracts.tvm import Tvm


@pytest.fixture(scope="session")
def tvm() -> Iterator[Tvm]:
    """The virtual machine."""
    with Tvm() as running:
        yield running
