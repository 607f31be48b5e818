// One person's phone: the chat with the bot, the wallet, the person's name at the top.

import { api, attempt } from "./api.js";
import { Composer } from "./composer.js";
import { bubble } from "./bubble.js";
import { confirmed, h, icon, iconButton, menu } from "./dom.js";
import { Feed } from "./feed.js";
import { followLink } from "./links.js";
import { MessageList } from "./list.js";
import { copy } from "./notices.js";
import { MiniApp } from "./miniapp.js";
import { alertOn, snack } from "./overlays.js";
import { pickChannel, pickPost } from "./pickers.js";
import { store, userOf } from "./store.js";
import { Wallet } from "./wallet.js";

const PATIENCE_MS = 8000;
const EMOJI = ["👍", "❤️", "🔥", "🎉", "😁", "🤔", "👎"];

export class Phone {
  constructor(userId, role, { onSwitch, onNews }) {
    Object.assign(this, { userId, role, onNews });
    this.path = `/chats/${userId}`;
    this.messages = [];
    this.toastSeq = null;
    this.wallet = new Wallet(this);
    this.app = new MiniApp(this);
    this.list = new MessageList({ label: `Chat of ${this.name}`, render: (group) => bubble(group, this.view()),
      empty: () => this.emptyChat(), onOlder: () => this.feed.older() });
    this.composer = new Composer({ placeholder: "Message", onSend: (draft) => this.send(draft), extra: () => this.attachments() });
    this.composer.keys.addEventListener("click", () => this.showKeyboard(this.keyboard.hidden));
    this.build(onSwitch);
    this.feed = new Feed(`${this.path}/messages`, (page, hasOlder) => this.take(page, hasOlder));
    this.feed.reload();
    this.wallet.reload();
    this.stateChanged();
  }

  get name() { return userOf(this.userId)?.first_name ?? "Nobody"; }

  build(onSwitch) {
    this.subtitle = h("span", { class: "subtitle" }, this.role);
    this.select = h("select", { class: "who", "aria-label": `Whose phone is this (${this.role})`, onchange: () => onSwitch(this) });
    this.avatar = h("span", { class: "avatar", "aria-hidden": "true" });
    this.typing = h("div", { class: "typing", hidden: true, "aria-label": "The bot is working" }, h("i"), h("i"), h("i"));
    this.keyboard = h("div", { class: "keyboard", hidden: true });
    this.foot = h("div", { class: "phone-foot" });
    this.screen = h("div", { class: "screen" }, this.wallet.banner, this.list.element, this.typing, this.keyboard, this.foot);
    this.element = h("section", { class: "column phone", "aria-label": `Phone: ${this.role}` },
      h("header", { class: "column-head" }, this.avatar,
        h("div", { class: "names" }, this.select, this.subtitle),
        this.app.button, this.wallet.button,
        iconButton("more", "Phone menu", (event) => this.menu(event.currentTarget), { "aria-haspopup": "menu" })),
      this.screen, this.app.sheet, this.wallet.sheet);
    for (const kind of ["pointerenter", "focusin"]) this.element.addEventListener(kind, () => this.seen());
  }

  /** The people or their names have changed, or whether this one has started the bot. */
  stateChanged() {
    const options = store.users.map((user) => h("option", { value: user.id }, user.first_name));
    this.select.replaceChildren(...options, h("option", { value: "new" }, "New person …"));
    this.select.value = this.userId;
    this.avatar.textContent = this.name.slice(0, 1);
    this.avatar.dataset.hue = this.userId % 6;
    const user = userOf(this.userId);
    const mode = !user?.started ? "start" : user.blocked ? "blocked" : "write";
    if (mode !== this.mode) this.showFoot(this.mode = mode);
  }

  showFoot(mode) {
    const big = (words, action) => h("button", { type: "button", class: "big-button", onclick: action }, words);
    this.foot.replaceChildren({
      start: () => big("Start", () => this.start()),
      blocked: () => big("Unblock the bot", () => attempt(api.post(`${this.path}/unblock`))),
      write: () => this.composer.element,
    }[mode]());
  }

  emptyChat() {
    return h("div", { class: "empty-chat" }, h("span", { class: "avatar big" }, store.bot.first_name.slice(0, 1)),
      h("b", {}, store.bot.first_name), h("span", {}, `@${store.bot.username}`),
      userOf(this.userId)?.started
        ? h("button", { type: "button", class: "button primary", onclick: () => this.start() }, "Send /start")
        : h("p", {}, "Press Start, as on a phone: the bot answers here."));
  }

  // what comes in

  take(page, hasOlder) {
    const before = JSON.stringify(this.messages);
    const known = this.messages.at(-1)?.id;
    this.messages = page.messages;
    this.list.update(page.messages, hasOlder, this.watched());
    this.takeKeyboard(page.keyboard);
    this.takeToasts(page.toasts);
    const fresh = page.messages.filter((each) => each.id > known && each.from === "bot").length;
    if (fresh && !this.element.matches(":hover, :focus-within")) this.news(fresh);
    if (before !== JSON.stringify(page.messages) && page.messages.at(-1)?.from !== "user") this.settle();
  }

  takeToasts(toasts) {
    const last = toasts.at(-1)?.seq ?? 0;
    const fresh = this.toastSeq === null ? [] : toasts.filter((each) => each.seq > this.toastSeq);
    this.toastSeq = Math.max(this.toastSeq ?? 0, last);
    if (fresh.length) this.settle();
    for (const { text, show_alert: alert, url } of fresh) {
      if (text) (alert ? alertOn : snack)(this.element, text, store.bot.first_name);
      if (url) followLink(url.startsWith("t.me") ? `https://${url}` : url, this);
    }
  }

  takeKeyboard(rows) {
    const json = JSON.stringify(rows);
    if (json === this.keyboardJson) return;
    this.keyboardJson = json;
    this.composer.keys.hidden = !rows;
    this.keyboard.replaceChildren(...(rows ?? []).map((row) => h("div", { class: "keys-row" },
      row.map((button) => h("button", { type: "button", class: "key", onclick: () => this.press(button) }, button.text)))));
    this.showKeyboard(Boolean(rows));
  }

  showKeyboard(shown) {
    this.keyboard.hidden = !shown;
    this.composer.keys.setAttribute("aria-pressed", String(shown));
  }

  typingFor(milliseconds) {
    clearTimeout(this.timer);
    this.typing.hidden = false;
    this.subtitle.textContent = "the bot is working …";
    this.timer = setTimeout(() => this.settle(), milliseconds);
  }

  settle() {
    clearTimeout(this.timer);
    this.typing.hidden = true;
    this.subtitle.textContent = this.role;
    for (const each of this.element.querySelectorAll(".waiting")) each.classList.remove("waiting");
  }

  watched() { return document.visibilityState === "visible" && this.element.offsetParent !== null; }

  news(count) {
    this.unseen = (this.unseen ?? 0) + count;
    this.element.classList.add("news");
    this.onNews(this);
  }

  seen() {
    if (!this.unseen && !this.element.classList.contains("news")) return;
    this.unseen = 0;
    this.element.classList.remove("news");
    this.onNews(this);
  }

  // what the person does

  async act(promise) {
    this.list.forgetMark();
    this.list.toEnd();
    this.typingFor(PATIENCE_MS);
    const done = await attempt(promise);
    if (!done) this.settle();
    return done;
  }

  start(payload = "") {
    return this.act(api.post(`${this.path}/start`, payload ? { payload } : {}));
  }

  async send({ items, reply_to, ...words }) {
    this.list.forgetMark();
    this.list.toEnd();
    this.typingFor(PATIENCE_MS);
    const { text, html } = words;
    const call = items.length ? api.post(`${this.path}/media`, { items, ...(html ? { html } : { caption: text }) })
      : api.post(`${this.path}/say`, { ...words, ...(reply_to ? { reply_to } : {}) });
    return call.catch((problem) => { this.settle(); throw problem; });
  }

  view() {
    return {
      find: (id) => this.messages.find((each) => each.id === id),
      onLink: (url) => followLink(url, this),
      onButton: (message, button, element) => this.tap(message, button, element),
      onMenu: (message, anchor) => this.messageMenu(message, anchor),
      onReaction: (message) => this.react(message, null),
    };
  }

  async tap(message, button, element) {
    if (button.kind === "copy") return copy(button.data);
    if (button.kind === "web_app") return this.app.open();
    if (button.url) return followLink(button.url, this);
    element.classList.add("waiting");
    this.typingFor(PATIENCE_MS);
    const which = button.data === null ? { text: button.text } : { data: button.data };
    if (!await attempt(api.post(`${this.path}/tap`, { ...which, message_id: message.id }))) this.settle();
    return undefined;
  }

  press(button) {
    if (button.kind === "request_chat") return this.choose(button.text);
    if (button.kind === "request_contact") return this.act(api.post(`${this.path}/contact`));
    return this.act(api.post(`${this.path}/tap`, { text: button.text }));
  }

  async choose(button) {
    const channel = await pickChannel(this, button);
    if (channel) await this.act(api.post(`${this.path}/choose`, { channel: String(channel), button }));
  }

  async forward() {
    const post = await pickPost(`Forward to ${store.bot.first_name}`);
    if (post) await this.act(api.post(`${this.path}/forward`, { from: String(post.channel), message_id: post.id }));
  }

  attachments() {
    return [null, ["forward", "Forward a channel post", () => this.forward()],
      ["person", "Share my phone number", () => this.act(api.post(`${this.path}/contact`))]];
  }

  menu(anchor) {
    menu(anchor, [
      ["wallet", "Wallet", () => this.wallet.open()],
      ["forward", "Forward a channel post", () => this.forward()],
      null,
      ["send", "/start", () => this.start()],
      ...(store.bot.commands ?? []).filter((each) => each.command !== "start").map(({ command, description }) =>
        ["send", `/${command} · ${description}`, () => this.act(api.post(`${this.path}/say`, { text: `/${command}` }))]),
      null,
      ["close", "Block the bot", () => this.block(), "danger"],
    ]);
  }

  async block() {
    const sure = await confirmed("Block the bot?", `${this.name} stops hearing from it, and the bot is told.`, "Block");
    if (sure) attempt(api.post(`${this.path}/block`));
  }

  messageMenu(message, anchor) {
    menu(anchor, [
      ["reply", "Reply", () => this.composer.reply(message)],
      ["smile", "React", () => menu(anchor, EMOJI.map((emoji) => [null, emoji, () => this.react(message, emoji)]))],
      message.text ? ["copy", "Copy text", () => copy(message.text)] : null,
      ["trash", "Delete on both sides", () => attempt(api.post(`${this.path}/delete`, { message_id: message.id })), "danger"],
    ].filter((each, index) => each !== null || index === 0));
  }

  react(message, emoji) {
    return attempt(api.post(`${this.path}/react`, { message_id: message.id, emoji }));
  }

  close() {
    this.feed.close();
    this.app.close();
    this.settle();
    this.element.remove();
  }
}
