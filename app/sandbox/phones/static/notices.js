// Small notices at the foot of the page: what was refused, what has been done.

import { h } from "./dom.js";

const SHOWN_MS = { error: 7000, info: 3500 };

export function notice(words, kind = "info") {
  const place = document.getElementById("notices");
  if ([...place.children].some((each) => each.textContent === words)) return;
  const box = h("div", { class: `notice ${kind}`, role: kind === "error" ? "alert" : "status" }, words);
  box.addEventListener("click", () => box.remove());
  place.append(box);
  setTimeout(() => box.remove(), SHOWN_MS[kind]);
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    notice("Copied.");
  } catch {
    notice(`The browser does not let the page copy. The text: ${text}`, "error");
  }
}
