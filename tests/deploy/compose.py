"""The compose files as docker reads them: variables filled in, anchors merged, the second file laid over the first;
then looked at by a validator of the Compose specification."""

import json
import re
from pathlib import Path
from typing import Any

import yaml
from compose_spec import PyCompose

ROOT = Path(__file__).resolve().parents[2]
VARIABLE = re.compile(r"\$\{(\w+)(?::([-?])([^}]*))?\}")
REPLACED = ("command", "entrypoint", "test", "tmpfs", "cap_drop", "cap_add", "security_opt", "secrets")
"""Lists that a later file replaces; it adds to the others (ports, volumes, networks)."""


def read(name: str, env: dict[str, str]) -> dict[str, Any]:
    text = (ROOT / name).read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(VARIABLE.sub(lambda match: _filled(match, env), text))
    return {key: value for key, value in loaded.items() if not key.startswith("x-")}


def _filled(match: re.Match[str], env: dict[str, str]) -> str:
    name, kind, words = match.groups()
    if env.get(name):
        return env[name]
    if kind == "?":
        raise KeyError(f"{name}: {words}")
    return words or ""


def merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, value in over.items():
        old = result.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            result[key] = merged(old, value)
        elif isinstance(old, list) and isinstance(value, list) and key not in REPLACED:
            result[key] = old + [item for item in value if item not in old]
        else:
            result[key] = value
    return result


def production() -> dict[str, Any]:
    return read("docker-compose.yml", {"DOMAIN": "market.example.org"})


def development() -> dict[str, Any]:
    env = {"DOMAIN": "localhost"}
    return merged(read("docker-compose.yml", env), read("docker-compose.dev.yml", env))


def validated(spec: dict[str, Any]) -> list[str]:
    """The names of the services; raises ValueError with what the specification forbids."""
    compose = PyCompose.from_json(json.dumps(spec))
    compose.validate()
    return list(compose.service_names())
