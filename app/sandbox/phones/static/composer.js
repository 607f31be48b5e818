// Where people write: text with marks for bold, italic and links, attachments, a reply.

import { attempt } from "./api.js";
import { ask, h, icon, iconButton, menu } from "./dom.js";
import { htmlOf } from "./format.js";
import { asAlbum, fromDisk, testPicture } from "./media.js";
import { notice } from "./notices.js";

const MOST_FILES = 10;
const STYLES = [["b", "Bold", "**"], ["i", "Italic", "__"], ["s", "Struck through", "~~"], ["code", "Code", "`"]];

export class Composer {
  /** `onSend({text | html, items, reply_to})` returns a promise of the reply, null when it was refused. */
  constructor({ placeholder, onSend, extra = () => [] }) {
    Object.assign(this, { onSend, extra, items: [], replyTo: null });
    this.field = h("textarea", { class: "field", rows: "1", placeholder, "aria-label": placeholder, dir: "auto" });
    this.files = h("input", { type: "file", multiple: true, hidden: true, tabindex: "-1", onchange: () => this.take(this.files.files) });
    this.tray = h("div", { class: "tray", hidden: true });
    this.quote = h("div", { class: "quote", hidden: true });
    this.tools = h("div", { class: "tools", role: "toolbar", "aria-label": "Formatting", hidden: true }, this.styles());
    this.keys = iconButton("keys", "Keyboard", () => {}, { hidden: true });
    this.element = h("form", { class: "composer", onsubmit: (event) => { event.preventDefault(); this.send(); } },
      this.quote, this.tray, this.tools,
      h("div", { class: "write" },
        iconButton("clip", "Attach", (event) => this.attach(event.currentTarget), { "aria-haspopup": "menu" }),
        this.field, this.files, this.keys,
        iconButton("aa", "Formatting", (event) => this.toggleTools(event.currentTarget), { "aria-pressed": "false" }),
        h("button", { class: "send", "aria-label": "Send", title: "Send (Enter)" }, icon("send"))));
    this.listen();
  }

  listen() {
    this.field.addEventListener("input", () => this.grow());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("paste", (event) => {
      if (event.clipboardData.files.length) { event.preventDefault(); this.take(event.clipboardData.files); }
    });
    this.element.addEventListener("dragover", (event) => event.preventDefault());
    this.element.addEventListener("drop", (event) => { event.preventDefault(); this.take(event.dataTransfer.files); });
  }

  key(event) {
    const mark = (event.ctrlKey || event.metaKey) && { b: "**", i: "__" }[event.key.toLowerCase()];
    if (mark) { event.preventDefault(); this.wrap(mark); }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") { event.preventDefault(); this.link(); }
    if (event.key === "Escape") this.reply(null);
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
  }

  styles() {
    const buttons = STYLES.map(([tag, label, mark]) =>
      h("button", { type: "button", class: "tool", "aria-label": label, title: label, onclick: () => this.wrap(mark) },
        h(tag, {}, tag === "code" ? "‹›" : label[0])));
    const link = h("button", { type: "button", class: "tool", "aria-label": "Link", title: "Link", onclick: () => this.link() }, icon("link"));
    return [...buttons, link, h("small", {}, "**bold**  __italic__  [words](link)")];
  }

  toggleTools(button) {
    this.tools.hidden = !this.tools.hidden;
    button.setAttribute("aria-pressed", String(!this.tools.hidden));
    this.field.focus();
  }

  wrap(mark, end = mark) {
    const { selectionStart: from, selectionEnd: to, value } = this.field;
    this.field.setRangeText(mark + value.slice(from, to) + end, from, to, "end");
    if (from === to) this.field.setSelectionRange(from + mark.length, from + mark.length);
    this.field.focus();
    this.grow();
  }

  async link() {
    const { selectionStart: from, selectionEnd: to } = this.field;
    const given = await ask("Link", [["url", "Where it leads", { type: "url", placeholder: "https://", required: true }]], "Add");
    if (!given) return;
    this.field.setSelectionRange(from, to);
    if (from === to) this.field.setRangeText("link", from, to, "select");
    this.wrap("[", `](${given.url})`);
  }

  attach(anchor) {
    menu(anchor, [
      ["file", "Photo, video or file", () => this.files.click()],
      ["picture", "Test picture", () => this.add(testPicture())],
      ["pictures", "Album of three test pictures", () => this.add(testPicture(), testPicture(), testPicture())],
      ...this.extra(),
    ]);
  }

  async take(files) {
    const chosen = await Promise.all([...files].map(fromDisk));
    this.files.value = "";
    this.add(...chosen);
  }

  add(...items) {
    this.items.push(...items);
    if (this.items.length > MOST_FILES) notice(`An album holds ${MOST_FILES} files.`, "error");
    this.items.length = Math.min(this.items.length, MOST_FILES);
    this.showTray();
    this.field.focus();
  }

  showTray() {
    this.grow();
    this.tray.hidden = this.items.length === 0;
    this.tray.replaceChildren(...this.items.map((item) => h("div", { class: "thumb", title: item.file_name ?? item.picture },
      item.preview ? h("img", { src: item.preview, alt: "" }) : icon(item.kind === "photo" ? "picture" : "file"),
      h("span", {}, item.file_name ?? item.picture),
      iconButton("close", `Remove ${item.file_name ?? item.picture}`, () => {
        this.items = this.items.filter((each) => each !== item);
        this.showTray();
      }))));
  }

  reply(message) {
    this.replyTo = message?.id ?? null;
    this.quote.hidden = !message;
    if (!message) return;
    this.quote.replaceChildren(icon("reply"),
      h("div", {}, h("b", {}, message.sender.name), h("span", {}, message.text || message.media[0]?.kind || "")),
      iconButton("close", "Do not reply", () => this.reply(null)));
    this.field.focus();
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(132, this.field.scrollHeight)}px`;
    this.element.classList.toggle("ready", this.field.value.trim() !== "" || this.items.length > 0);
  }

  /** What was written is kept when it was refused. */
  async send() {
    const text = this.field.value.trim();
    if ((!text && this.items.length === 0) || this.sending) return;
    this.sending = true;
    this.element.classList.add("sending");
    const html = htmlOf(text);
    const sent = await attempt(this.onSend({ ...(html ? { html } : { text }), items: asAlbum(this.items), reply_to: this.replyTo }));
    this.sending = false;
    this.element.classList.remove("sending");
    if (sent) this.clear(text);
  }

  clear(text) {
    if (this.field.value.trim() === text) this.field.value = "";
    for (const { preview } of this.items) if (preview) URL.revokeObjectURL(preview);
    this.items = [];
    this.showTray();
    this.reply(null);
    this.grow();
  }
}
