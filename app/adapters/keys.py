"""The controller's keys: read once at start, from the environment, a file, or a command that prints them.

One or more seeds of 64 hexadecimal digits, the newest first, apart by blanks, commas or line breaks; in a file or in a
command's output `#` begins a comment. New escrows name the first as their controller; each settles the escrows that it
was named in. Nothing here is ever logged: a refusal tells the source and the place, never what was read.
"""

import hashlib
import re
import shlex
import subprocess
from pathlib import Path

from app.config import BadSetting, Settings

SEED_DIGITS = 64
COMMAND_SECONDS = 60
SANDBOX_SEED = hashlib.sha256(b"sandbox").digest()
"""Public on purpose: the sandbox's coins are worth nothing."""


def controller_seeds(settings: Settings) -> list[bytes]:
    """The newest first; at least one. Raises BadSetting."""
    if settings.controller_seed_file is not None:
        return parse_seeds(_from_file(settings.controller_seed_file), "CONTROLLER_SEED_FILE")
    if settings.controller_seed_command:
        return parse_seeds(_from_command(settings.controller_seed_command), "CONTROLLER_SEED_COMMAND")
    if settings.controller_seed:
        return parse_seeds(settings.controller_seed, "CONTROLLER_SEED")
    return [SANDBOX_SEED]


def parse_seeds(text: str, source: str) -> list[bytes]:
    words = re.sub(r"#.*", "", text).replace(",", " ").split()
    for place, word in enumerate(words, 1):
        if not re.fullmatch(rf"[0-9a-fA-F]{{{SEED_DIGITS}}}", word):
            raise BadSetting(f"{source}: seed {place} is not {SEED_DIGITS} hexadecimal digits")
    if not words:
        raise BadSetting(f"{source}: there is no seed in it")
    return list(dict.fromkeys(bytes.fromhex(word) for word in words))


def _from_file(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as trouble:
        raise BadSetting(f"CONTROLLER_SEED_FILE: {path} cannot be read ({type(trouble).__name__})") from None


def _from_command(command: str) -> str:
    try:
        done = subprocess.run(shlex.split(command), capture_output=True, text=True, timeout=COMMAND_SECONDS, check=True)
    except (OSError, ValueError, subprocess.SubprocessError) as trouble:
        raise BadSetting(f"CONTROLLER_SEED_COMMAND failed ({type(trouble).__name__})") from None
    return done.stdout
