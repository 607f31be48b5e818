// The bar on top: the sandbox clock and travel through time, faults, help, the theme.

import { api, attempt } from "./api.js";
import { dialog, h, icon, iconButton } from "./dom.js";
import { faultsButton } from "./faults.js";
import { localInput, longDayOf, secondsOf, spanOf } from "./format.js";
import { help } from "./help.js";
import { clockNow, emit, on, remember, remembered, setClock, store } from "./store.js";

const HOUR = 3600;
const JUMPS = [["+10 min", 600], ["+1 h", HOUR], ["+6 h", 6 * HOUR], ["+24 h", 24 * HOUR]];
const LOOK_MS = 350;

export function timebar(bar) {
  const time = h("time", { class: "clock-time" });
  const day = h("span", { class: "clock-day" });
  const progress = h("progress", { class: "travel", max: "1", value: "0", hidden: true, "aria-label": "Travelling through time" });
  const jumps = JUMPS.map(([words, seconds]) => h("button", { type: "button", class: "button", onclick: () => go(seconds) }, words));
  const date = h("button", { type: "button", class: "button", onclick: () => toDate(go) }, "To a date");
  const link = h("span", { class: "link-lost", role: "status", hidden: true }, "Reconnecting …");
  const says = h("span", { class: "says", role: "status" });
  const buttons = [...jumps, date];

  const tick = () => { time.textContent = secondsOf(clockNow()); day.textContent = longDayOf(clockNow()); };
  const go = async (seconds) => {
    for (const each of buttons) each.disabled = true;
    await travel(seconds, progress, says, tick);
    for (const each of buttons) each.disabled = false;
  };
  on("state", tick);
  on("link", ({ up }) => { link.hidden = up; });
  tick();
  setInterval(tick, 500);
  bar.replaceChildren(
    h("div", { class: "brand" }, h("img", { src: "static/icon.svg", alt: "", width: 26, height: 26 }),
      h("h1", {}, "Phones"), h("span", {}, `@${store.bot.username}`)),
    h("div", { class: "clock" }, icon("clock"), h("div", {}, time, day)),
    h("div", { class: "jumps", role: "group", "aria-label": "Move time" }, buttons),
    says, link,
    h("div", { class: "tools-right" }, faultsButton(), marketButton(says), iconButton("help", "Help", help), iconButton("theme", "Light or dark", switchTheme)),
    progress);
}

/** Two hundred channels with prices and histories; pressed again it adds what is missing. */
function marketButton(says) {
  const fill = async () => {
    button.disabled = true;
    says.textContent = "Filling the market …";
    const made = await attempt(api.post("/demo-market"));
    says.textContent = made ? (made.added ? `${made.added} channels are in the market` : "The market is full already") : "";
    button.disabled = false;
  };
  const button = h("button", { type: "button", class: "button", onclick: fill }, "Demo market");
  return button;
}

/** The call returns when everything due on the way has happened; until then the clock is looked at. */
async function travel(seconds, progress, says, tick) {
  const from = clockNow();
  progress.hidden = false;
  progress.value = 0;
  const look = setInterval(async () => {
    const seen = await api.get("/time").catch(() => null);
    if (!seen) return;
    setClock(seen.now);
    tick();
    progress.value = Math.min(1, (seen.now - from) / seconds);
    says.textContent = `Travelling: ${spanOf(seen.now - from)} of ${spanOf(seconds)}`;
  }, LOOK_MS);
  says.textContent = `Travelling ${spanOf(seconds)} …`;
  const reached = await attempt(api.post("/time/advance", { seconds }));
  clearInterval(look);
  if (reached) setClock(reached.now);
  progress.hidden = true;
  says.textContent = "";
  tick();
}

async function toDate(go) {
  const least = localInput(clockNow() + 60);
  const chosen = await dialog("Travel to a date", (close) => {
    const field = h("input", { type: "datetime-local", name: "until", min: least, value: localInput(clockNow() + 24 * HOUR), required: true, autofocus: true });
    return h("form", { class: "form", onsubmit: (event) => { event.preventDefault(); close(new Date(field.value).getTime() / 1000); } },
      h("label", { class: "field" }, h("span", {}, "Day and time"), field),
      h("p", { class: "quiet" }, "Everything due on the way happens at its own minute. Time does not go back."),
      h("div", { class: "row end" }, h("button", { class: "button primary" }, "Travel")));
  }, "small");
  if (chosen) await go(chosen - clockNow());
}

export function applyTheme() {
  const theme = remembered("theme");
  if (theme) document.documentElement.dataset.theme = theme;
}

function switchTheme() {
  const dark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  remember("theme", dark ? "light" : "dark");
  applyTheme();
  emit("theme");
}
