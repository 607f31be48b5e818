"""Toncenter over HTTP, in front of the sandbox's chain: API v2 at `/ton/api/v2`, v3 at `/ton/api/v3`.

The shapes, names of states, error bodies and status codes are those of the public service, so that any of its clients
can be pointed here unchanged. It adds what the public service cannot do on request: faults (`Faults`) and counters.
"""

from app.sandbox.toncenter.faults import Fault, Faults
from app.sandbox.toncenter.server import add_ton_routes

__all__ = ["Fault", "Faults", "add_ton_routes"]
