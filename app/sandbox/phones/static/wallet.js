// The wallet in a phone: balance, what waits for a yes or no, links, the faucet.

import { api, attempt } from "./api.js";
import { h, icon, iconButton } from "./dom.js";
import { coins, hourOf, shortAddress, toNano } from "./format.js";
import { walletLink } from "./links.js";
import { copy, notice } from "./notices.js";
import { clockNow } from "./store.js";

const CHAIN_MS = [1200, 3500];
const TITLES = { connect: "Connect the wallet", transaction: "Confirm the payment", transfer: "Confirm the payment" };

export class Wallet {
  constructor(phone) {
    this.phone = phone;
    this.path = `/wallets/${phone.userId}`;
    this.pending = [];
    this.amount = h("span", { class: "amount" }, "…");
    this.dot = h("span", { class: "badge", hidden: true });
    this.button = h("button", { type: "button", class: "wallet-button", "aria-label": "Wallet", onclick: () => this.toggle() },
      icon("wallet"), this.amount, this.dot);
    this.banner = h("div", { class: "banner", hidden: true });
    this.body = h("div", { class: "sheet-body" });
    this.sheet = h("div", { class: "sheet", role: "dialog", "aria-label": "Wallet", hidden: true },
      h("div", { class: "sheet-card" },
        h("header", {}, h("h2", {}, "Wallet"), iconButton("close", "Close the wallet", () => this.close())), this.body));
    this.sheet.addEventListener("click", (event) => { if (event.target === this.sheet) this.close(); });
    this.sheet.addEventListener("keydown", (event) => { if (event.key === "Escape") this.close(); });
    this.build();
  }

  build() {
    this.total = h("div", { class: "total" }, "…");
    this.address = h("button", { type: "button", class: "address", title: "Copy the address", onclick: () => copy(this.facts.address) });
    this.requests = h("div", { class: "requests", "aria-live": "polite" });
    this.apps = h("div", { class: "apps" });
    this.link = h("input", { name: "link", placeholder: "tc://…  or  ton://transfer/…", "aria-label": "Paste a link", autocomplete: "off" });
    this.coins = h("input", { name: "coins", value: "100", inputmode: "decimal", "aria-label": "Coins from the faucet", autocomplete: "off" });
    const form = (onsubmit, ...inside) => h("form", { class: "inline-form", onsubmit: (event) => { event.preventDefault(); onsubmit(); } }, inside);
    this.body.append(this.total, this.address, this.requests,
      h("h3", {}, "Paste a link"),
      form(() => this.pasted(), this.link, h("button", { class: "button" }, "Open")),
      h("h3", {}, "Top up from the faucet"),
      form(() => this.topUp(), this.coins, h("button", { class: "button" }, "Top up")),
      this.apps);
  }

  async reload() {
    if (this.reading) { this.again = true; return; }
    this.reading = true;
    const facts = await api.get(this.path).catch(() => null);
    this.reading = false;
    this.show(facts);
    if (this.again) { this.again = false; await this.reload(); }
  }

  show(facts) {
    this.button.hidden = !facts;
    if (!facts) return;
    const fresh = facts.pending.filter((each) => this.pending.every((known) => known.id !== each.id));
    const changed = JSON.stringify(this.facts) !== JSON.stringify(facts);
    this.facts = facts;
    this.pending = facts.pending;
    if (!changed) return;
    this.amount.textContent = coins(facts.balance_nano, 2).split(" ")[0];
    this.button.setAttribute("aria-label", `Wallet: ${coins(facts.balance_nano)}${facts.pending.length ? `, ${facts.pending.length} waiting` : ""}`);
    this.dot.hidden = facts.pending.length === 0;
    this.dot.textContent = facts.pending.length;
    this.total.replaceChildren(h("b", {}, coins(facts.balance_nano).split(" ")[0]), " TON");
    this.address.replaceChildren(shortAddress(facts.address), icon("copy"));
    this.requests.replaceChildren(...facts.pending.map((each) => this.request(each)));
    this.showApps(facts.apps ?? []);
    this.showBanner(facts.pending.at(-1));
    if (fresh.length && this.phone.watched()) this.phone.news(0);
  }

  showApps(apps) {
    this.apps.replaceChildren(...(apps.length ? [h("h3", {}, "Connected apps"),
      h("ul", {}, apps.map((name) => h("li", {}, icon("link"), name)))] : []));
  }

  showBanner(request) {
    this.banner.hidden = !request || !this.sheet.hidden;
    if (!request) return;
    const words = request.kind === "connect" ? `${request.app} wants to connect` : `${request.app} asks for ${coins(request.amount_nano)}`;
    this.banner.replaceChildren(icon("wallet"), h("span", {}, words),
      h("button", { type: "button", class: "button primary", onclick: () => this.open() }, "Review"));
  }

  request(request) {
    const expired = request.valid_until && request.valid_until <= clockNow();
    return h("div", { class: "request" },
      h("b", {}, TITLES[request.kind]), h("small", {}, request.kind === "transfer" ? "from a link" : `for ${request.app}`),
      request.kind === "connect" ? h("p", {}, "It will see the address and that it is really yours. It cannot take anything.")
        : [h("div", { class: "sum" }, coins(request.amount_nano)), request.transfers.map((each) => h("div", { class: "to" },
            h("span", {}, "to"), h("code", { title: each.to }, shortAddress(each.to)),
            request.transfers.length > 1 && h("span", {}, coins(each.amount_nano))))],
      request.valid_until && h("small", {}, expired ? "It has expired." : `Valid until ${hourOf(request.valid_until)}`),
      h("div", { class: "row" },
        h("button", { type: "button", class: "button", onclick: (event) => this.decide(request, "reject", event.currentTarget) }, "Reject"),
        h("button", { type: "button", class: "button primary", onclick: (event) => this.decide(request, "confirm", event.currentTarget) }, "Confirm")));
  }

  async decide(request, what, button) {
    const buttons = button.parentElement.querySelectorAll("button");
    for (const each of buttons) each.disabled = true;
    button.classList.add("waiting");
    const facts = await attempt(api.post(`${this.path}/requests/${request.id}/${what}`));
    for (const each of buttons) each.disabled = false;
    button.classList.remove("waiting");
    if (!facts) return;
    this.show(facts);
    if (what === "confirm") notice(request.kind === "connect" ? "Connected." : "Sent. The chain takes a few seconds.");
    if (facts.pending.length === 0) this.close();
    for (const wait of CHAIN_MS) setTimeout(() => this.reload(), wait);
  }

  async openLink(link) {
    const kind = walletLink(link);
    if (!kind) { notice("This is no wallet link: one begins with tc:// or ton://transfer/.", "error"); return; }
    this.open();
    const facts = await attempt(api.post(`${this.path}/${kind}`, { link }));
    if (facts) { this.show(facts); this.focusRequest(); }
  }

  pasted() {
    const link = this.link.value.trim();
    this.link.value = "";
    if (link) this.openLink(link);
  }

  async topUp() {
    const amount = toNano(this.coins.value);
    if (!amount) { notice("How many coins? For example 100 or 12.5", "error"); return; }
    if (!await attempt(api.post("/faucet", { user: String(this.phone.userId), amount_nano: amount }))) return;
    notice(`${coins(amount)} on the way.`);
    for (const wait of [0, ...CHAIN_MS]) setTimeout(() => this.reload(), wait);
  }

  toggle() { if (this.sheet.hidden) this.open(); else this.close(); }

  open() {
    this.sheet.hidden = false;
    this.banner.hidden = true;
    this.reload();
    this.focusRequest();
  }

  focusRequest() {
    (this.requests.querySelector(".primary") ?? this.sheet.querySelector(".icon-button")).focus({ preventScroll: true });
  }

  close() {
    this.sheet.hidden = true;
    this.showBanner(this.pending.at(-1));
    this.button.focus();
  }
}
