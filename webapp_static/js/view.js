// What is on show: fragments come in, replace each other, and keep what somebody is typing.

import { closeApp, haptic, showBack, showMain } from "./telegram.js";
import { fragment, Offline, Refused, SessionOver } from "./session.js";

const SKELETON_MS = 150;
const page = document.getElementById("page");
const frame = document.getElementById("frame");
const bones = page.querySelector(".skeleton").outerHTML;
const depths = [];
let current = null;
let loading = null;
let live = null;

const address = () => location.hash.replace(/^#/, "").split("~")[0] || "/market";

/** Show what the address says. The old page stays until the new one is there, unless that takes long. */
export async function open({ quiet = false } = {}) {
  loading?.abort();
  const mine = loading = new AbortController();
  const path = address();
  const slow = quiet ? 0 : setTimeout(() => { page.innerHTML = bones; page.ariaBusy = "true"; }, current ? SKELETON_MS : 0);
  if (!quiet) { live?.close(); live = null; }
  try {
    const html = await fragment(`/app${path}`, { signal: mine.signal });
    clearTimeout(slow);
    show(path, html, quiet);
  } catch (problem) {
    clearTimeout(slow);
    if (problem.name === "AbortError") return;
    if (!quiet || problem instanceof SessionOver) fail(problem);
  }
}

/** The same page anew, in place: after an act, or when the other side has moved. */
export const refresh = () => open({ quiet: true });

function show(path, html, quiet) {
  const kept = quiet ? keep() : null;
  page.toggleAttribute("data-quiet", quiet);
  page.innerHTML = html;
  page.ariaBusy = "false";
  current = path;
  kept?.();
  settle(quiet);
}

function settle(quiet) {
  const root = page.firstElementChild;
  const title = page.querySelector("h1");
  document.title = title?.textContent.trim() ?? document.title;
  showBack(Boolean(root?.dataset.back));
  showMain(page.querySelector("[data-main]"));
  for (const link of frame.querySelectorAll("nav a")) {
    if (link.dataset.nav === root?.dataset.nav) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
  }
  page.dispatchEvent(new CustomEvent("shown", { bubbles: true, detail: { quiet } }));
  if (quiet) return;
  scrollTo(0, 0);
  title?.setAttribute("tabindex", "-1");
  title?.focus({ preventScroll: true });
  follow(root?.dataset.live);
}

async function follow(path) {
  if (!path) return;
  const at = current;
  const { Live } = await import("./live.js");
  if (current === at) live = new Live(path, refresh);
}

/** What people have typed, opened and scrolled to survives a redraw. */
function keep() {
  const fields = [...page.querySelectorAll("form[id] :is(input, textarea, select)[name]")]
    .filter((each) => each.type !== "hidden" && (each.value !== each.defaultValue || each === document.activeElement))
    .map((each) => [each.form.id, each.name, each.value, each.type === "radio" || each.type === "checkbox" ? each.checked : null]);
  const opened = [...page.querySelectorAll("details[id][open]")].map((each) => each.id);
  const focus = document.activeElement?.closest("#page") ? selector(document.activeElement) : null;
  const at = scrollY;
  return () => {
    for (const [form, name, value, checked] of fields) {
      const field = document.getElementById(form)?.elements[name];
      if (!field) continue;
      if (checked === null) field.value = value; else if (field.checked !== undefined) field.checked = checked;
    }
    for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
    if (focus) page.querySelector(focus)?.focus({ preventScroll: true });
    scrollTo(0, at);
  };
}

function selector(element) {
  if (element.id) return `#${element.id}`;
  return element.name && element.form?.id ? `#${element.form.id} [name="${element.name}"]` : null;
}

function fail(problem) {
  const over = problem instanceof SessionOver;
  const copy = document.getElementById(over ? "closed" : "trouble").content.cloneNode(true);
  if (problem instanceof Refused && problem.message) copy.querySelector("p").textContent = problem.message;
  else if (!(problem instanceof Offline) && !over) console.warn(problem);
  page.replaceChildren(copy);
  page.ariaBusy = "false";
  page.querySelector("[data-retry]")?.addEventListener("click", () => open());
  page.querySelector("[data-close]")?.addEventListener("click", () => closeApp());
  showBack(location.hash.length > 2 && !over);
  showMain(page.querySelector("[data-retry], [data-close]"));
  haptic.bad();
  page.querySelector("h1").focus();
}

/** Where Back leads: the way one came, or up. */
export function back() {
  const up = page.firstElementChild?.dataset.back ?? "#/market";
  if (depths.length > 1) { depths.pop(); history.back(); } else { depths.length = 0; location.replace(up); }
}

export function arrived() {
  if (depths.at(-2) === location.hash) depths.pop(); else if (depths.at(-1) !== location.hash) depths.push(location.hash);
}

export const go = (hash) => { if (location.hash === hash) open(); else location.hash = hash; };
export const goInstead = (hash) => { depths.pop(); location.replace(hash); };
