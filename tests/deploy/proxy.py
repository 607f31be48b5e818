"""A real nginx on loopback, started by the script that starts it in the container, with a certificate of the test's
own; and the client that speaks to it from any address of 127.0.0.0/8."""

import asyncio
import os
import shutil
import signal
import ssl
import subprocess
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.needs import need
from tests.stores.server import die_with_parent, free_port

ROOT = Path(__file__).resolve().parents[2]
DOMAIN = "market.test"
TELEGRAM, STRANGER, BROWSER = "127.0.0.2", "127.0.0.3", "127.0.0.4"


def write_certificate(folder: Path, domain: str = DOMAIN) -> Path:
    """As certbot leaves it; returns the certificate, which is its own authority."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, domain)])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=9))
    builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(domain)]), critical=False)
    live = folder / "live" / domain
    live.mkdir(parents=True, exist_ok=True)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (live / "privkey.pem").write_bytes(private)
    path = live / "fullchain.pem"
    path.write_bytes(builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    return path


class Proxy:
    def __init__(self, upstreams: Sequence[int], telegram: str = TELEGRAM, **over: str) -> None:
        self.folder = folder = Path(tempfile.mkdtemp(prefix="nginx-"))
        folder.chmod(0o755)  # under root nginx reads as nobody
        self.http_port, self.https_port = free_port(), free_port()
        self.certificates = folder / "letsencrypt"
        self.challenges = folder / "challenges"
        for path in (self.certificates, self.challenges):
            path.mkdir(parents=True, exist_ok=True)
            path.chmod(0o755)
        networks = folder / "telegram.conf"
        networks.write_text(f"allow {telegram};\n", encoding="ascii")
        self.env = {
            "PATH": f"{os.environ.get('PATH', os.defpath)}:/usr/sbin",
            "DOMAIN": DOMAIN,
            "LISTEN": "127.0.0.1:",
            "HTTP_PORT": str(self.http_port),
            "HTTPS_PORT": str(self.https_port),
            "UPSTREAM": " ".join(f"server 127.0.0.1:{port} max_fails=0;" for port in upstreams),
            "CERTIFICATES": str(self.certificates),
            "CHALLENGES": str(self.challenges),
            "TELEGRAM": str(networks),
            "RUN": str(folder / "run"),
            "LOOK_SECONDS": "0.1",
            **over,
        }
        self._process: subprocess.Popen[bytes] | None = None

    async def start(self) -> None:
        need("nginx")
        self._process = self._run()
        async with asyncio.timeout(20):
            while not await self._answers():  # another program: only its port tells
                assert self._process.poll() is None, self.errors()
                await asyncio.sleep(0.05)

    def _run(self) -> "subprocess.Popen[bytes]":
        with (self.folder / "access.log").open("wb") as said, (self.folder / "error.log").open("wb") as wrong:
            return subprocess.Popen(
                ["sh", str(ROOT / "deploy" / "nginx" / "start.sh")],
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=wrong,
                preexec_fn=die_with_parent,
                start_new_session=True,
            )

    async def _answers(self) -> bool:
        try:
            return (await self.ask("/nginx-health", https=False))[0] == 200
        except aiohttp.ClientError:
            return False

    async def stop(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                await asyncio.to_thread(self._process.wait, 10)
            except subprocess.TimeoutExpired:
                os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def errors(self) -> str:
        return (self.folder / "error.log").read_text(errors="replace")

    def log(self) -> str:
        return (self.folder / "access.log").read_text(errors="replace")

    async def ask(
        self, path: str, method: str = "GET", *, https: bool = True, source: str = BROWSER, **more: Any
    ) -> tuple[int, dict[str, str], bytes]:
        """One request from an address: status, headers, body."""
        async with self.session(source) as http:
            url = self.url(path, https=https)
            more["server_hostname"] = DOMAIN if https else None
            async with http.request(method, url, allow_redirects=False, **more) as answer:
                return answer.status, dict(answer.headers), await answer.read()

    def session(self, source: str = BROWSER) -> aiohttp.ClientSession:
        context = ssl.create_default_context(cafile=self._authority())
        connector = aiohttp.TCPConnector(ssl=context, local_addr=(source, 0))
        return aiohttp.ClientSession(connector=connector, headers={"Host": DOMAIN}, auto_decompress=False)

    def _authority(self) -> str | None:
        path = self.certificates / "live" / DOMAIN / "fullchain.pem"
        return str(path) if path.exists() else None

    def url(self, path: str, *, https: bool = True) -> str:
        return f"https://127.0.0.1:{self.https_port}{path}" if https else f"http://127.0.0.1:{self.http_port}{path}"
