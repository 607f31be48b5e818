// A channel as its readers see it, with what its administrators can do.

import { api, attempt } from "./api.js";
import { bubble } from "./bubble.js";
import { Composer } from "./composer.js";
import { ask, confirmed, h, icon, iconButton, menu } from "./dom.js";
import { Feed } from "./feed.js";
import { marksOf, htmlOf, short } from "./format.js";
import { followLink } from "./links.js";
import { MessageList } from "./list.js";
import { copy } from "./notices.js";
import { channelSettings } from "./settings.js";
import { channelOf, on, remember, remembered, store } from "./store.js";

const EMOJI = ["👍", "❤️", "🔥", "🎉", "😁", "🤔", "👎"];

export class Channel {
  constructor({ phones, onNews }) {
    Object.assign(this, { phones, onNews, messages: [] });
    this.select = h("select", { class: "who", "aria-label": "Which channel", onchange: () => this.choose(this.select.value) });
    this.subtitle = h("span", { class: "subtitle" });
    this.avatar = h("span", { class: "avatar", "aria-hidden": "true" });
    this.list = new MessageList({ label: "Posts", render: (group) => bubble(group, this.view()),
      empty: () => h("div", { class: "empty-chat" }, h("b", {}, "No posts yet"), h("p", {}, "What the bot or an administrator posts appears here.")),
      onOlder: () => this.feed.older() });
    this.composer = new Composer({ placeholder: "Post", onSend: (draft) => this.post(draft) });
    this.gear = iconButton("gear", "Channel settings", () => channelSettings(this));
    this.element = h("section", { class: "column channel", "aria-label": "Channel" },
      h("header", { class: "column-head" }, this.avatar, h("div", { class: "names" }, this.select, this.subtitle), this.gear),
      h("div", { class: "screen" }, this.list.element, h("div", { class: "phone-foot" }, this.composer.element)));
    for (const kind of ["pointerenter", "focusin"]) this.element.addEventListener(kind, () => this.seen());
    on("show-post", ({ channel, post }) => this.show(channel, post));
    this.choose(remembered("channel") ?? store.channels[0]?.id);
  }

  get facts() { return channelOf(this.id); }
  get path() { return `/channels/${this.id}`; }

  /** Who posts and edits here: an administrator who was chosen, else the creator. */
  get by() {
    const people = this.facts.admins.filter((admin) => !admin.is_bot);
    const chosen = people.find((admin) => admin.id === remembered(`as.${this.id}`));
    return chosen ?? people.find((admin) => admin.status === "creator") ?? people[0];
  }

  async choose(id) {
    if (id === "new") { await this.create(); return; }
    this.feed?.close();
    this.id = channelOf(Number(id))?.id ?? store.channels[0]?.id;
    remember("channel", this.id);
    this.messages = [];
    this.list.lastId = null;
    this.list.atEnd = true;
    this.stateChanged();
    if (!this.id) { this.list.update([], false, true); return; }
    this.feed = new Feed(`${this.path}/posts`, (page, hasOlder) => this.take(page, hasOlder));
    await this.feed.reload();
  }

  stateChanged() {
    const options = store.channels.map((channel) => h("option", { value: channel.id }, channel.title));
    this.select.replaceChildren(...options, h("option", { value: "new" }, "New channel …"));
    this.select.value = this.id ?? "new";
    this.composer.element.hidden = this.gear.hidden = !this.facts;
    this.avatar.textContent = this.facts?.title.slice(0, 1) ?? "+";
    if (!this.facts) { if (store.channels.length && !this.id) this.choose(store.channels[0].id); return; }
    const { username, member_count: members, admins, protected: kept } = this.facts;
    const bot = admins.find((admin) => admin.is_bot);
    this.avatar.dataset.hue = Math.abs(this.id) % 6;
    this.subtitle.replaceChildren(`${username ? `@${username}` : "private"} · ${short(members)}`,
      h("span", { class: bot ? "chip good" : "chip", title: bot ? "The bot is an administrator here" : "The bot is no administrator here" }, bot ? "bot is admin" : "no bot"),
      kept ? h("span", { class: "chip", title: "Forwarding and saving are off" }, "protected") : "");
    const words = `Post as ${this.by?.name ?? "nobody"}`;
    this.composer.field.placeholder = words;
    this.composer.field.setAttribute("aria-label", words);
  }

  take(page, hasOlder) {
    const known = this.messages.at(-1)?.id;
    this.messages = page.messages;
    this.list.update(page.messages, hasOlder, this.watched());
    const fresh = page.messages.some((each) => each.id > known);
    if (fresh && !this.element.matches(":hover, :focus-within")) { this.unseen = 1; this.element.classList.add("news"); this.onNews(this); }
  }

  watched() { return document.visibilityState === "visible" && this.element.offsetParent !== null; }

  seen() {
    this.unseen = 0;
    this.element.classList.remove("news");
    this.onNews(this);
  }

  async show(channel, post) {
    this.onShow?.();
    if (channel !== this.id) await this.choose(channel);
    if (post) this.list.show(post);
  }

  async create() {
    this.stateChanged();
    const given = await ask("New channel", [
      ["title", "Name", { required: true, maxlength: 128, placeholder: "Tea weekly" }],
      ["username", "Username (empty: a private channel)", { pattern: "[A-Za-z][A-Za-z0-9_]{3,31}", placeholder: "tea_weekly" }],
      ["owner", "Owner", { choices: store.users.map((user) => [user.id, user.first_name]), value: store.users[1]?.id }],
      ["member_count", "Subscribers", { type: "number", min: 1, value: "1200" }],
    ], "Create");
    if (!given) return;
    const body = { ...given, username: given.username || null, member_count: Number(given.member_count) || 1 };
    const made = await attempt(api.post("/channels", body));
    if (!made) return;
    store.channels = [...store.channels.filter((each) => each.id !== made.id), made];
    await this.choose(made.id);
  }

  // posts

  post({ items, text, html }) {
    const by = String(this.by.id);
    this.list.toEnd();
    if (items.length) return api.post(`${this.path}/posts`, { by, items, ...(html ? { html } : { caption: text }) });
    return api.post(`${this.path}/posts`, { by, ...(html ? { html } : { text }) });
  }

  view() {
    return {
      channel: true,
      find: (id) => this.messages.find((each) => each.id === id),
      onLink: (url) => followLink(url, null),
      onButton: (_, button) => button.kind === "copy" ? copy(button.data) : button.url && followLink(button.url, null),
      onMenu: (message, anchor, group) => this.postMenu(message, anchor, group),
      onReaction: (message, emoji) => this.react(message, emoji),
    };
  }

  postMenu(message, anchor, group) {
    const worded = group.find((each) => each.text) ?? message;
    const at = `${this.path}/posts/${message.id}`;
    const as = `by=${this.by.id}`;
    menu(anchor, [
      ["edit", "Edit", () => this.edit(worded)],
      ["smile", "React", () => menu(anchor, EMOJI.map((emoji) => [null, emoji, () => this.react(message, emoji)]))],
      ["pin", message.pinned ? "Unpin" : "Pin", () => attempt(api.post(`${at}/${message.pinned ? "unpin" : "pin"}?${as}`))],
      ["eye", "Add 350 views", () => attempt(api.post(`${at}/views`, { count: 350 }))],
      null,
      ...this.phones().map((phone) => ["forward", `Forward to the bot as ${phone.name}`, () => this.forward(message, phone)]),
      null,
      ["trash", group.length > 1 ? `Delete the album (${group.length})` : "Delete", () => this.delete(group), "danger"],
    ]);
  }

  async edit(message) {
    const given = await ask(`Edit as ${this.by.name}`, [
      ["text", message.media.length ? "Caption" : "Text", { rows: 7, value: marksOf(message.html) }],
    ]);
    if (!given) return;
    const html = htmlOf(given.text);
    await attempt(api.put(`${this.path}/posts/${message.id}`, { by: String(this.by.id), ...(html ? { html } : { text: given.text }) }));
  }

  async delete(group) {
    const sure = await confirmed("Delete the post?", "Readers lose it at once. Telegram does not tell the bot.", "Delete");
    if (!sure) return;
    for (const { id } of group) await attempt(api.delete(`${this.path}/posts/${id}?by=${this.by.id}`));
  }

  react(message, emoji) {
    return attempt(api.post(`${this.path}/posts/${message.id}/react`, { by: String(this.by.id), emoji }));
  }

  forward(message, phone) {
    return phone.act(api.post(`${phone.path}/forward`, { from: String(this.id), message_id: message.id }));
  }
}
