// What a phone shows over its chat: short answers to taps, and alerts that want an OK.

import { h } from "./dom.js";

const SNACK_MS = 4000;

export function snack(phone, words) {
  phone.querySelector(".snack")?.remove();
  const box = h("div", { class: "snack", role: "status" }, words);
  phone.append(box);
  setTimeout(() => box.remove(), SNACK_MS);
}

export function alertOn(phone, words, title) {
  const close = () => { box.remove(); phone.querySelector("textarea, .big-button")?.focus(); };
  const button = h("button", { type: "button", class: "button primary", onclick: close }, "OK");
  const box = h("div", { class: "alert", role: "alertdialog", "aria-modal": "true", "aria-label": title },
    h("div", { class: "alert-card" }, h("b", {}, title), h("p", {}, words), button));
  box.addEventListener("keydown", (event) => event.key === "Escape" && close());
  phone.append(box);
  button.focus();
}
