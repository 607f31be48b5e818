"""The check of a `ton_proof`: this wallet's key signed our one-time payload, for our domain, just now.

What is checked: the address is the hash of the wallet's StateInit; the key that signed is the one inside it; the
domain is ours; the signature's time is near our clock's; the payload was issued to this person, is not spent and not
too old. Spending it is a single DELETE, so that a replay finds nothing.
"""

from dataclasses import dataclass
from datetime import timedelta

from nacl.exceptions import BadSignatureError
from ton_connect.models import TonProofPayloadDto
from ton_connect.utils import VerifyTonProof

from models import ProofNonce
from services.errors import BadProof
from services.ports import Clock, WalletAnswer

MAX_AGE_SECONDS = 15 * 60
MAX_AHEAD_SECONDS = 60
NONCE_LIFE = timedelta(minutes=15)


def read_proof(answer: WalletAnswer, network_id: int) -> TonProofPayloadDto:
    """A wallet's answer as the library reads it. Raises BadProof for what cannot be read."""
    proof = {
        "timestamp": answer.timestamp,
        "domain": {"lengthBytes": answer.domain_bytes, "value": answer.domain},
        "signature": answer.signature,
        "payload": answer.payload,
    }
    account = {
        "address": answer.address,
        "network": str(network_id),
        "publicKey": answer.public_key,
        "walletStateInit": answer.state_init,
    }
    try:
        return TonProofPayloadDto.model_validate({**account, "proof": proof})
    except Exception as error:  # the library's own types raise anything at what they cannot read
        raise BadProof(reason="malformed", words=type(error).__name__) from error


class _Signature(VerifyTonProof):
    """The library's checks of key, address, domain and signature; the time is checked by our own clock instead."""

    @classmethod
    def _ensure_timestamp_valid(cls, timestamp: int, valid_auth_time: int) -> None:
        return


@dataclass(frozen=True)
class ProofCheck:
    domain: str
    clock: Clock

    async def issue(self, user_id: int, payload: str) -> None:
        """Remember a payload as issued to the person; sweeps out the ones nobody used."""
        now = self.clock.utcnow()
        await ProofNonce.filter(expires_at__lt=now).delete()
        await ProofNonce.create(payload=payload, user_id=user_id, expires_at=now + NONCE_LIFE)

    async def verify(self, user_id: int, proof: TonProofPayloadDto | None) -> None:
        """Raises BadProof with the reason; returns when everything holds, and then the payload is spent."""
        if proof is None:
            raise BadProof(reason="missing")
        self._check_age(proof.proof.timestamp)
        try:
            await _Signature(proof).verify(allowed_domains=[self.domain])
        except BadSignatureError as error:
            raise BadProof(reason="signature", words=str(error)) from error
        except Exception as error:  # a malformed StateInit makes the cell library raise anything
            raise BadProof(reason="malformed", words=repr(error)) from error
        fresh = ProofNonce.filter(payload=proof.proof.payload, user_id=user_id, expires_at__gte=self.clock.utcnow())
        if not await fresh.delete():
            raise BadProof(reason="payload")

    def _check_age(self, timestamp: int) -> None:
        now = self.clock.utcnow().timestamp()
        if not now - MAX_AGE_SECONDS <= timestamp <= now + MAX_AHEAD_SECONDS:
            raise BadProof(reason="time")
