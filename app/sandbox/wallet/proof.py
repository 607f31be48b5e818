"""`ton_proof`: the wallet signs the app's domain, a timestamp and the app's own payload with its address."""

import hashlib
import struct
from typing import Any
from urllib.parse import urlsplit

from app.sandbox.chain.cells import b64
from app.sandbox.wallet.contract import WalletContract


def domain_of(url: str) -> str:
    """The domain by which a wallet knows an app: the host of its manifest's `url`, with the port if it shows one."""
    return urlsplit(url).netloc


def ton_proof(contract: WalletContract, domain: str, timestamp: int, payload: str) -> dict[str, Any]:
    """The reply to a `ton_proof` item."""
    name = domain.encode()
    message = b"ton-proof-item-v2/" + struct.pack(">i", contract.address.wc) + contract.address.hash_part
    message += struct.pack("<I", len(name)) + name + struct.pack("<Q", timestamp) + payload.encode()
    digest = hashlib.sha256(b"\xff\xffton-connect" + hashlib.sha256(message).digest()).digest()
    return {
        "name": "ton_proof",
        "proof": {
            "timestamp": timestamp,
            "domain": {"lengthBytes": len(name), "value": domain},
            "signature": b64(contract.key.sign(digest).signature),
            "payload": payload,
        },
    }
