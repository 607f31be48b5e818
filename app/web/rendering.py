"""What every page for people shares: templates, words, and what a browser may load for it.

In a template `t("key", name=value)` gives plain words, which Jinja escapes, and `h("key", name=value)` gives the little
HTML that our texts are written in (bold, italic, code, links), with every argument escaped.
"""

from typing import Any

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from app.texts import Translator
from app.web.assets import ASSETS, STATIC

PAGES = Environment(
    loader=FileSystemLoader(STATIC / "pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
PAGES.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
FRAMED_BY = "'self' https://web.telegram.org https://*.telegram.org"
"""Telegram Web shows a Mini App in a frame; nobody else does."""
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": FRAMED_BY,
}
HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


def policy(**more: str) -> str:
    """The content security policy; `style_src="..."` adds to a line."""
    added = {name.replace("_", "-"): value for name, value in more.items()}
    return "; ".join(f"{name} {value} {added.get(name, '')}".rstrip() for name, value in POLICY.items())


def render(template: str, t: Translator, **facts: Any) -> str:
    def words(key: str, **args: Any) -> str:
        return t(key, args, plain=True)

    def html(key: str, **args: Any) -> Markup:
        return Markup(t(key, args))

    return PAGES.get_template(template).render(t=words, h=html, language=t.language, **facts)


def page(
    request: web.Request, template: str, t: Translator, *, status: int = 200, headers: dict[str, str], **facts: Any
) -> web.Response:
    """A whole page without a script."""
    html = render(template, t, asset=request.app[ASSETS].url, **facts)
    guarded = {**HEADERS, "Content-Security-Policy": policy(), **headers}
    return web.Response(text=html, content_type="text/html", status=status, headers=guarded)
