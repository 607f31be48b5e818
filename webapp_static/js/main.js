// The Mini App: signs in, brings the frame, shows what the address says.

import { listen } from "./acts.js";
import { fragment, setLanguage } from "./session.js";
import { meetTelegram } from "./telegram.js";
import { arrived, back, open } from "./view.js";
import { learn } from "./words.js";

const START = /^(deal|listing|channel|campaign|application)-(\d{1,18})$/;
const frame = document.getElementById("frame");
const page = document.getElementById("page");

function firstAddress() {
  const asked = new URLSearchParams(location.search);
  const data = new URLSearchParams(window.launch.tgWebAppData ?? "");
  const word = data.get("start_param") ?? window.launch.tgWebAppStartParam ?? asked.get("tgWebAppStartParam") ?? asked.get("startapp") ?? "";
  const found = START.exec(word);
  return found ? `#/${found[1]}/${found[2]}` : "#/market";
}

async function bringFrame() {
  const html = await fragment("/app/frame").catch(() => "");
  if (!html) return;
  frame.innerHTML = html;
  const root = frame.firstElementChild;
  learn(root.dataset.words);
  setLanguage(root.dataset.language);
  document.documentElement.lang = root.dataset.language;
  const here = page.firstElementChild?.dataset.nav;
  frame.querySelector(`a[data-nav="${here}"]`)?.setAttribute("aria-current", "page");
}

async function start() {
  if (!location.hash.startsWith("#/")) history.replaceState(null, "", firstAddress());
  arrived();
  listen();
  addEventListener("hashchange", () => { arrived(); open(); });
  page.addEventListener("click", (event) => { if (event.target.closest("[data-back-link]")) { event.preventDefault(); back(); } });
  document.addEventListener("restart", async () => { await bringFrame(); await open(); });
  page.addEventListener("shown", () => { if (page.querySelector("[data-wallet]")) import("./wallet.js").then((wallet) => wallet.look(page)); });
  document.addEventListener("telegram", () => page.dispatchEvent(new Event("native")));
  meetTelegram(back);
  await open();
  await bringFrame();
  performance.mark("interactive");
}

if (document.documentElement.dataset.in === "telegram") start();
