"""What the compose files, the Dockerfile and docker.sh promise, as far as it shows without an engine."""

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import ROLES
from app.config import ROOT, Settings
from tests.needs import need

need_spec = pytest.mark.usefixtures("spec")
STORES = ("postgres", "redis")
PROGRAM = ("migrate", "app", "worker", "scheduler")


@pytest.fixture
def spec() -> None:
    need("compose-spec")


@pytest.fixture
def prod(spec: None) -> dict[str, Any]:
    from tests.deploy.compose import production

    return production()


@pytest.fixture
def dev(spec: None) -> dict[str, Any]:
    from tests.deploy.compose import development

    return development()


def test_both_files_follow_the_specification(prod: dict[str, Any], dev: dict[str, Any]) -> None:
    from tests.deploy.compose import validated

    names = {"postgres", "redis", "migrate", "app", "worker", "scheduler", "nginx", "certbot"}
    assert set(validated(prod)) == set(validated(dev)) == names


def test_in_production_only_nginx_is_reached_from_outside(prod: dict[str, Any]) -> None:
    services = prod["services"]
    assert [name for name, service in services.items() if "ports" in service] == ["nginx"]
    assert prod["networks"]["stores"]["internal"] is True
    for name in STORES:
        assert services[name]["networks"] == ["stores"]
        assert any(volume.startswith(f"{name}:") for volume in services[name]["volumes"])
    assert "stores" not in services["nginx"]["networks"]


def test_in_production_everything_is_limited_logged_and_started_again(prod: dict[str, Any]) -> None:
    for name, service in prod["services"].items():
        limits = service["deploy"]["resources"]["limits"]
        assert {"cpus", "memory"} <= limits.keys(), name
        assert service["logging"]["options"] == {"max-size": "10m", "max-file": "5"}, name
        assert service["restart"] == ("no" if name == "migrate" else "unless-stopped"), name
        assert "no-new-privileges:true" in service["security_opt"], name
        assert name in ("migrate", "certbot") or "healthcheck" in service, name
        if name != "certbot":
            assert service["read_only"] is True, name
            assert service["cap_drop"] == ["ALL"], name
        if "image" in service and name not in PROGRAM:
            assert re.search(r":v?\d+\.\d+(\.\d+)?(-\w+)?$", service["image"]), service["image"]


def test_the_program_runs_in_its_roles_and_numbers(prod: dict[str, Any]) -> None:
    services = prod["services"]
    assert {name: services[name]["command"] for name in PROGRAM} == {
        "migrate": ["migrate"],
        "app": ["webhook"],
        "worker": ["worker"],
        "scheduler": ["scheduler"],
    }
    assert all(services[name]["command"][0] in ROLES for name in PROGRAM)
    assert [services[name]["deploy"]["replicas"] for name in ("app", "worker", "scheduler")] == [4, 2, 2]
    for name in PROGRAM:
        assert services[name]["user"] == "10001:10001"
        assert services[name]["environment"]["ENV"] == "production"
        grace = int(services[name]["stop_grace_period"].removesuffix("s"))
        assert grace > Settings.model_fields["drain_seconds"].default


def test_secrets_are_files_named_like_settings(prod: dict[str, Any]) -> None:
    for name in PROGRAM:
        assert set(prod["services"][name]["secrets"]) <= set(Settings.model_fields)
    environment = [service.get("environment", {}) for service in prod["services"].values()]
    assert not [key for each in environment for key in each if key in ("BOT_TOKEN", "JWT_SECRET", "CONTROLLER_SEED")]
    assert all(entry["file"].startswith("./deploy/secrets/") for entry in prod["secrets"].values())
    ignored = (ROOT / "deploy" / "secrets" / ".gitignore").read_text(encoding="utf-8").split()
    assert ignored == ["*", "!.gitignore"]
    assert "deploy/secrets" in (ROOT / ".dockerignore").read_text(encoding="utf-8").split()


def test_development_has_ports_mounts_reload_and_no_certificates(dev: dict[str, Any]) -> None:
    services = dev["services"]
    ports = {port for name in (*STORES, "app") for port in services[name]["ports"]}
    assert ports == {"127.0.0.1:5432:5432", "127.0.0.1:6379:6379", "127.0.0.1:8080:8080"}
    for name in ("app", "worker", "scheduler"):
        assert "--reload" in services[name]["command"]
        assert "./app:/app/app:ro" in services[name]["volumes"]
        assert services[name]["environment"]["ENV"] == "development"
        assert services[name]["deploy"]["replicas"] == 1
    assert services["certbot"]["profiles"] == ["production"]
    assert services["nginx"]["environment"]["PLAIN"] == "1"
    assert (ROOT / "deploy" / "dev" / "bot_token").read_text(encoding="utf-8") == ""


def test_the_image_is_pinned_runs_without_root_and_has_no_compiler() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    stages = re.findall(r"^FROM (\S+)(?: AS (\w+))?$", text, re.MULTILINE)
    names = {name for _, name in stages}
    outside = [image for image, _ in stages if image not in names]
    assert all(re.fullmatch(r"\w+:\d+\.\d+\.\d+-[\w-]+", image) for image in outside), outside
    final = text.split(" AS final\n")[1].split("\nFROM ")[0]
    assert "USER 10001:10001" in final
    assert not re.search(r"apt-get|npm |pip install|gcc", final)
    assert re.search(r'ENTRYPOINT \["python", "-m", "app"\]', final)
    copied = set(re.findall(r"^COPY (?:--from=\w+ )?(\S+)", final, re.MULTILINE))
    packages = {"app", "dialogs", "handlers", "locales", "migrations", "models", "services"}
    assert packages <= copied


FAKE = """#!/bin/sh
echo "$*" >> "$LOG"
case "$*" in
    *pg_dump*) [ -z "${NOTHING:-}" ] && echo dump ;;
    *"config --quiet"*) exit "${BAD_FILES:-0}" ;;
esac
exit 0
"""
Script = Callable[..., tuple[int, str, list[str]]]


@pytest.fixture
def script(tmp_path: Path) -> Script:
    """docker.sh in a folder of its own, with a docker that writes down what it was asked."""
    for name in ("docker.sh", "docker-compose.yml", "docker-compose.dev.yml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    (tmp_path / "docker.sh").chmod(0o755)
    (tmp_path / "deploy").mkdir()
    fake, log = tmp_path / "fake-docker", tmp_path / "log"
    fake.write_text(FAKE, encoding="utf-8")
    fake.chmod(0o755)

    def run(*args: str, stdin: str = "", **env: str) -> tuple[int, str, list[str]]:
        log.write_text("", encoding="utf-8")
        settings = {"PATH": os.environ["PATH"], "DOCKER": str(fake), "LOG": str(log), **env}
        done = subprocess.run(
            ["./docker.sh", *args], cwd=tmp_path, env=settings, input=stdin, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr, log.read_text(encoding="utf-8").splitlines()

    return run


def test_the_script_refuses_to_start_what_is_not_ready(script: Script, tmp_path: Path) -> None:
    code, words, calls = script("prod", "up")
    assert (code, "DOMAIN is not set" in words) == (1, True)
    (tmp_path / ".env").write_text("DOMAIN=market.example.org\n", encoding="utf-8")
    assert "ADMIN_IDS is not set" in script("prod", "up")[1]
    (tmp_path / ".env").write_text("DOMAIN=market.example.org\nADMIN_IDS=1\n", encoding="utf-8")
    assert "bot_token is missing" in script("prod", "up")[1]
    code, words, _ = script("prod", "secrets", stdin="123456:token\n")
    assert code == 0, words
    seed = tmp_path / "deploy" / "secrets" / "controller_seed"
    assert re.fullmatch(r"[0-9a-f]{64}\n", seed.read_text(encoding="utf-8"))
    assert seed.stat().st_mode & 0o777 == 0o400
    made = seed.read_text(encoding="utf-8")
    assert script("prod", "secrets")[0] == 0
    assert seed.read_text(encoding="utf-8") == made  # never made anew
    seed.chmod(0o444)
    assert "everybody can read" in script("prod", "up")[1]
    seed.chmod(0o400)
    assert "do not fit together" in script("prod", "up", BAD_FILES="1")[1]
    code, words, calls = script("prod", "up")
    assert code == 0, words
    assert calls[-1] == "compose -f docker-compose.yml up -d --build --remove-orphans"


def test_the_script_lays_the_second_file_over_the_first_in_development(script: Script) -> None:
    code, words, calls = script("dev", "up")
    assert code == 0, words
    assert calls[-1].startswith("compose -f docker-compose.yml -f docker-compose.dev.yml up -d")
    assert "http://127.0.0.1:8080/sandbox/" in words
    assert script("dev", "nonsense")[0] == 1
    assert script()[0] == 1


def test_the_script_backs_up_and_restores_in_an_order_that_pays_nobody_twice(script: Script, tmp_path: Path) -> None:
    code, words, _ = script("prod", "backup", "backups/day.dump")
    assert code == 0, words
    assert (tmp_path / "backups" / "day.dump").read_text(encoding="utf-8") == "dump\n"
    assert (tmp_path / "backups" / "day.dump.sha256").exists()
    assert script("prod", "backup", "backups/none.dump", NOTHING="1")[0] == 1
    assert not (tmp_path / "backups" / "none.dump").exists()
    assert "nothing was done" in script("prod", "restore", "backups/day.dump", stdin="no\n")[1]
    code, words, calls = script("prod", "restore", "backups/day.dump", YES="1")
    assert code == 0, words
    order = ["stop nginx app worker scheduler", "pg_dump", "dropdb", "createdb", "pg_restore", "run --rm migrate"]
    order += ["run --rm app restored", "up -d"]
    places = [max(place for place, call in enumerate(calls) if word in call) for word in order]
    assert places == sorted(places), calls
    (tmp_path / "backups" / "day.dump").write_text("damaged", encoding="utf-8")
    assert script("prod", "restore", "backups/day.dump", YES="1")[0] == 1
