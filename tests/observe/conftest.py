"""The database and the clock of the services' tests."""

from tests.services.conftest import clock, db

__all__ = ["clock", "db"]
