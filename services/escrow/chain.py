"""What the escrow services need of the chain beyond `services.ports.Chain`, and an Escrow row as the chain's terms."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from models import Escrow
from services.ports import Chain, EscrowTermsFacts, Order

NO_TERMS = EscrowTermsFacts(0, "", "", 0, 0, "", "", 0)


@dataclass(frozen=True, slots=True)
class DeployOrder(Order):
    """Deploy the contract without paying it; the little that is attached ends at the advertiser."""

    terms: EscrowTermsFacts = field(default=NO_TERMS)


class EscrowChain(Chain, Protocol):
    @property
    def action_value_nano(self) -> int:
        """What to attach to an `auto_refund`; the unspent part comes back."""
        ...

    def auto_refund_body(self, contract_id: int) -> str:
        """Base64 body with which anyone sends the money back to the advertiser after the deadline."""
        ...

    async def outcomes(self, message_hashes: Sequence[str]) -> dict[str, bool]:
        """For each delivered message whether its account took it (False: it bounced). Unknown ones are absent."""
        ...


def facts_of(escrow: Escrow) -> EscrowTermsFacts:
    return EscrowTermsFacts(
        contract_id=escrow.contract_id,
        advertiser=escrow.advertiser_address,
        owner=escrow.owner_address,
        amount_nano=escrow.amount_nano,
        deadline=escrow.deadline,
        controller=escrow.controller_address,
        fee_recipient=escrow.fee_recipient,
        fee_bps=escrow.fee_bps,
    )
