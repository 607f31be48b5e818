"""Broadcasting a message, and what it would cost: shared by both API versions."""

import base64
import binascii
from typing import Any

from app.sandbox.chain import Message, NotAcceptedError, external_cell, state_init
from app.sandbox.chain.cells import from_boc
from app.sandbox.toncenter.errors import ApiError
from app.sandbox.toncenter.view import Query, View, address_of


async def send(view: View, boc: Any) -> Message:
    """Take the message in, or refuse it in the words of a liteserver."""
    try:
        return await view.chain.send_external(base64.b64decode(str(boc), validate=True))
    except NotAcceptedError as error:
        raise ApiError(500, _refusal(error)) from None
    except (ValueError, binascii.Error) as error:
        raise ApiError(500, f"LITE_SERVER_UNKNOWN: cannot deserialize bag of cells: {error}") from None


def _refusal(error: NotAcceptedError) -> str:
    words = "LITE_SERVER_UNKNOWN: cannot apply external message to current state : External message was not accepted"
    if error.exit_code is None:
        return f"{words}\n{error.reason}"
    return (
        f"{words}\nCannot run message on account: inbound external message rejected by account: {error.reason}\n"
        f"exitcode={error.exit_code}, steps=0, gas_used=0"
    )


async def estimate(view: View, query: Query) -> dict[str, int]:
    """The fees of the first transaction that an external message would cause."""
    address = address_of(query.need("address"))
    try:
        body = from_boc(str(query.need("body")))
        code, data = (str(query.get(name) or "") for name in ("init_code", "init_data"))
        init = state_init(from_boc(code), from_boc(data)) if code and data else None
        transaction = await view.chain.dry_run(
            external_cell(address, body, init), check_signature=not query.flag("ignore_chksig", True)
        )
    except NotAcceptedError as error:
        raise ApiError(500, _refusal(error)) from None
    except ValueError as error:
        raise ApiError(422, str(error)) from None
    phases = transaction.scheme.description
    gas = 0 if phases.compute_ph.type_ == "skipped" else phases.compute_ph.gas_fees
    forwarding = (phases.action.total_fwd_fees or 0) if phases.action else 0
    actions = (phases.action.total_action_fees or 0) if phases.action else 0
    storage = transaction.storage_fees_nano
    return {
        "in_fwd_fee": transaction.total_fees_nano - gas - storage - actions,
        "storage_fee": storage,
        "gas_fee": gas,
        "fwd_fee": forwarding,
    }
