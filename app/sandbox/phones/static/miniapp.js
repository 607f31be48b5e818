// The Mini App in a phone: a frame over the chat, and the client's side of Telegram's bridge, as far as an app can tell.

import { api, attempt } from "./api.js";
import { h, iconButton } from "./dom.js";
import { followLink } from "./links.js";
import { alertOn } from "./overlays.js";
import { on, store } from "./store.js";

const THEMES = {
  light: { bg_color: "#ffffff", secondary_bg_color: "#efeff4", section_bg_color: "#ffffff", text_color: "#000000", hint_color: "#8e8e93",
    subtitle_text_color: "#8e8e93", link_color: "#2481cc", accent_text_color: "#2481cc", button_color: "#2481cc", button_text_color: "#ffffff",
    header_bg_color: "#efeff4", destructive_text_color: "#d12c2c" },
  dark: { bg_color: "#17212b", secondary_bg_color: "#0e1621", section_bg_color: "#17212b", text_color: "#f5f5f5", hint_color: "#708499",
    subtitle_text_color: "#708499", link_color: "#6ab3f3", accent_text_color: "#6ab2f2", button_color: "#5288c1", button_text_color: "#ffffff",
    header_bg_color: "#17212b", destructive_text_color: "#ec3942" },
};
const NO_INSETS = { top: 0, bottom: 0, left: 0, right: 0 };

function theme() {
  const chosen = document.documentElement.dataset.theme;
  return THEMES[chosen ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")];
}

export class MiniApp {
  constructor(phone) {
    this.phone = phone;
    this.button = iconButton("app", "Open app", () => this.open(), { hidden: true });
    this.back = iconButton("down", "Back in the app", () => this.say("back_button_pressed"), { hidden: true });
    this.main = h("button", { type: "button", class: "app-main", hidden: true, onclick: () => this.say("main_button_pressed") });
    this.place = h("div", { class: "app-place" });
    this.sheet = h("div", { class: "app-sheet", role: "dialog", "aria-label": "App", hidden: true },
      h("header", {}, this.back, h("b", {}, "App"), iconButton("close", "Close the app", () => this.close())),
      this.place, this.main);
    this.hear = (event) => this.heard(event);
    on("state", () => { this.button.hidden = !store.bot?.app_url; });
    on("theme", () => this.say("theme_changed", { theme_params: theme() }));
    this.button.hidden = !store.bot?.app_url;
  }

  async open(start = "") {
    const given = await attempt(api.post(`${this.phone.path}/app`, start ? { start_param: start } : {}));
    if (!given) return;
    this.close();
    const more = new URLSearchParams({ tgWebAppPlatform: "web", tgWebAppThemeParams: JSON.stringify(theme()) });
    this.frame = h("iframe", { class: "app-frame", title: `App of ${this.phone.name}`, name: `app-${this.phone.userId}`,
      allow: "clipboard-write", src: `${given.url}&${more}` });
    this.frame.addEventListener("load", () => this.takeWindows());
    addEventListener("message", this.hear);
    this.place.replaceChildren(this.frame);
    this.sheet.hidden = false;
    this.frame.focus();
  }

  /** A phone gives a new window's address to whichever app it belongs to: a wallet's link to the wallet. */
  takeWindows() {
    const inside = this.frame.contentWindow;
    inside.open = (url) => { followLink(String(new URL(url, inside.location)), this.phone); return null; };
  }

  close() {
    removeEventListener("message", this.hear);
    this.frame?.remove();
    this.frame = null;
    this.sheet.hidden = this.main.hidden = this.back.hidden = true;
  }

  say(eventType, eventData = {}) {
    this.frame?.contentWindow.postMessage(JSON.stringify({ eventType, eventData }), location.origin);
  }

  heard(event) {
    if (event.source !== this.frame?.contentWindow || event.origin !== location.origin) return;
    let said;
    try { said = JSON.parse(event.data); } catch { return; }
    this.answers()[said.eventType]?.(said.eventData ?? {});
  }

  answers() {
    return {
      web_app_request_theme: () => this.say("theme_changed", { theme_params: theme() }),
      web_app_request_viewport: () => this.sayViewport(),
      web_app_expand: () => this.sayViewport(),
      web_app_request_safe_area: () => this.say("safe_area_changed", NO_INSETS),
      web_app_request_content_safe_area: () => this.say("content_safe_area_changed", NO_INSETS),
      web_app_setup_back_button: ({ is_visible: shown }) => { this.back.hidden = !shown; },
      web_app_setup_main_button: (wanted) => this.showMain(wanted),
      web_app_open_link: ({ url }) => followLink(url, this.phone),
      web_app_open_tg_link: ({ path_full: path }) => this.leave(`https://t.me${path}`),
      web_app_open_popup: ({ message }) => alertOn(this.phone.element, message, store.bot.first_name),
      web_app_close: () => this.close(),
    };
  }

  /** A link into Telegram puts the app away, as a phone does. */
  leave(url) {
    this.close();
    followLink(url, this.phone);
  }

  sayViewport() {
    const { clientWidth: width, clientHeight: height } = this.place;
    this.say("viewport_changed", { width, height, is_expanded: true, is_state_stable: true });
  }

  showMain({ is_visible: shown, is_active: active, is_progress_visible: busy, text, color, text_color: ink }) {
    this.main.hidden = !shown;
    this.main.disabled = active === false || Boolean(busy);
    this.main.textContent = text ?? "";
    this.main.style.background = color ?? "";
    this.main.style.color = ink ?? "";
    this.sayViewport();
  }
}
