// What a tap or a form does. Markup says it: `data-post` where to, `data-body` or the fields what, `data-then` what next.

import { go, goInstead, refresh } from "./view.js";
import { newKey, Offline, post, Refused } from "./session.js";
import { busyMain, haptic, openLink, showMain } from "./telegram.js";
import { word } from "./words.js";

const TOAST_MS = 3500;
const keys = new WeakMap();

export function listen() {
  document.addEventListener("submit", onSubmit);
  document.addEventListener("click", onClick, true); // before Telegram's own, which stumbles over t.me links in this version
  document.addEventListener("change", onChange);
}

function onClick(event) {
  const target = event.target.closest("[data-ask], [data-post], [data-copy], [data-dismiss], [data-do], a[href]");
  if (!target || target.matches("form")) return;
  if (target.matches("a[href]")) { outward(event, target); return; }
  haptic.tap();
  if (target.dataset.ask) ask(target.dataset.ask);
  else if (target.dataset.dismiss !== undefined) target.closest("dialog").close();
  else if (target.dataset.copy) copy(target.dataset.copy);
  else if (target.dataset.do) import("./wallet.js").then((wallet) => wallet.act(target));
  else if (target.dataset.post) act(target, target.dataset.post, JSON.parse(target.dataset.body ?? "{}"));
}

function outward(event, link) {
  if (link.getAttribute("href").startsWith("#")) { haptic.tap(); return; }
  if (document.documentElement.dataset.in !== "telegram") return;
  event.preventDefault();
  event.stopPropagation();
  openLink(link.href);
}

function ask(id) {
  const box = document.getElementById(id);
  box.showModal();
  showMain(null);
  box.addEventListener("close", () => showMain(document.querySelector("#page [data-main]")), { once: true });
}

function onSubmit(event) {
  const form = event.target;
  if (form.method === "dialog") return;
  event.preventDefault();
  if (form.dataset.get) { go(`${form.dataset.get}${query(form)}`); return; }
  if (form.dataset.post) act(form, form.dataset.post, fields(form));
}

/** A choice that needs no button: a switch in a form with `data-auto`. */
function onChange(event) {
  const form = event.target.form;
  if (form?.dataset.auto !== undefined) form.requestSubmit();
}

function query(form) {
  const given = [...new FormData(form)].filter(([, value]) => value !== "");
  return given.length ? `?${new URLSearchParams(given)}` : "";
}

/** The fields as JSON: `data-type` says number or moment; what is left empty is left out. */
export function fields(form) {
  const body = JSON.parse(form.dataset.body ?? "{}");
  for (const [name, value] of new FormData(form)) {
    const kind = form.elements[name]?.dataset?.type;
    if (value === "" && kind !== "text") continue;
    body[name] = kind === "int" ? Number(value) : kind === "moment" ? moment(value, form.elements[name].dataset.zone)
      : kind === "price" ? value.replaceAll(" ", "").replace(",", ".") : value;
  }
  return body;
}

/** `2026-06-01T12:00` on the clock of a time zone, as an instant. */
export function moment(local, zone) {
  const wanted = Date.parse(`${local}Z`);
  const shown = (instant) => Date.parse(`${new Date(instant).toLocaleString("sv-SE", { timeZone: zone }).replace(" ", "T")}Z`);
  let instant = wanted;
  for (let turn = 0; turn < 2; turn++) instant += wanted - shown(instant);
  return new Date(instant).toISOString();
}

/** Do it once: the same wish keeps its key until it is answered. What is refused is said where it was asked. */
async function act(source, path, body) {
  if (source.ariaBusy === "true") return;
  const wish = JSON.stringify([path, body]);
  const known = keys.get(source);
  const key = known?.wish === wish ? known.key : newKey();
  keys.set(source, { wish, key });
  busy(source, true);
  complainAt(source, "");
  try {
    const said = await post(path, body, { key, method: source.dataset.method ?? "POST" });
    keys.delete(source);
    haptic.good();
    next(source, said);
  } catch (problem) {
    if (!(problem instanceof Offline)) keys.delete(source);
    haptic.bad();
    complainAt(source, said(problem));
    if (problem.code === "gone-ahead" || problem.code === "offer-gone") { toast(problem.message); close(source); refresh(); }
  } finally {
    busy(source, false);
  }
}

export function said(problem) {
  if (problem instanceof Refused && problem.message) return problem.message;
  return word(problem instanceof Offline ? "offline" : "unexpected");
}

function next(source, said) {
  const then = (source.dataset.then ?? "reload").replace(/\{(\w+)\}/g, (_, name) => said[name] ?? "");
  close(source);
  if (source.dataset.said) toast(source.dataset.said);
  if (then === "restart") { document.dispatchEvent(new Event("restart")); return; }
  if (then === "reload") { settle(source); refresh(); } else goInstead(then);
}

/** An answered form is empty and folded again, also where the page was redrawn while it waited. */
function settle(source) {
  const form = source.matches("form") ? document.getElementById(source.id) ?? source : null;
  form?.reset();
  form?.closest("details")?.removeAttribute("open");
}

const close = (source) => source.closest("dialog")?.close();

function busy(source, on) {
  source.ariaBusy = on ? "true" : null;
  for (const button of source.matches("form") ? source.querySelectorAll("button") : [source]) button.disabled = on;
  busyMain(on);
}

/** Beside the form or the button that was refused; a reader hears it at once. */
export function complainAt(source, words) {
  const host = source.matches("form") ? source : source.closest("dialog, .panel, .actions, section, article") ?? source.parentElement;
  host.querySelector(":scope > .complaint")?.remove();
  if (!words) return;
  const box = Object.assign(document.createElement("p"), { className: "complaint", textContent: words });
  box.setAttribute("role", "alert");
  if (source.matches("form")) source.prepend(box); else host.append(box);
  box.scrollIntoView({ block: "nearest" });
}

export function toast(words) {
  document.querySelector(".toast")?.remove();
  const box = Object.assign(document.createElement("div"), { className: "toast", textContent: words });
  box.setAttribute("role", "status");
  document.body.append(box);
  setTimeout(() => box.remove(), TOAST_MS);
}

async function copy(words) {
  try { await navigator.clipboard.writeText(words); toast(word("copied")); } catch { toast(words); }
}
