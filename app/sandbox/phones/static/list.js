// A list of messages that is changed only where it has changed. It follows the newest message while the reader is at
// the end, stays where it is while the reader is elsewhere, counts what arrives meanwhile, and marks what is unread.

import { h, icon } from "./dom.js";
import { dayOf } from "./format.js";

const NEAR_END_PX = 48;

export class MessageList {
  constructor({ label, render, empty, onOlder }) {
    Object.assign(this, { render, empty, onOlder });
    this.blocks = new Map();
    this.lastId = null;
    this.unreadFrom = null;
    this.unread = 0;
    this.atEnd = true;
    this.top = 0;
    this.inner = h("div", { class: "list-inner" });
    this.scroller = h("div", { class: "list", role: "log", "aria-label": label, tabindex: "0" }, this.inner);
    this.badge = h("span", { class: "badge", hidden: true });
    this.jump = h("button", { type: "button", class: "jump", "aria-label": "To the newest message", hidden: true,
      onclick: () => this.toEnd(true) }, icon("down"), this.badge);
    this.element = h("div", { class: "list-wrap" }, this.scroller, this.jump);
    this.scroller.addEventListener("scroll", () => this.onScroll(), { passive: true });
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.inner);
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.scroller);
  }

  /** `watched`: somebody looks at this list, so what arrives at its end is read at once. */
  update(messages, hasOlder, watched) {
    this.hasOlder = hasOlder;
    this.markNews(messages, watched);
    const height = this.scroller.scrollHeight;
    const oldest = this.oldest;
    this.reconcile(blocksOf(messages, this.unreadFrom));
    this.oldest = messages[0]?.id;
    if (this.atEnd) this.toEnd();
    else if (oldest > this.oldest) this.scroller.scrollTop += this.scroller.scrollHeight - height;
    this.showJump();
  }

  markNews(messages, watched) {
    const last = messages.at(-1)?.id ?? 0;
    const fresh = messages.filter((each) => this.lastId !== null && each.id > this.lastId && each.from !== "user");
    this.lastId = Math.max(this.lastId ?? 0, last);
    if (fresh.length === 0 || (watched && this.atEnd)) return;
    this.unread += fresh.length;
    this.unreadFrom ??= fresh[0].id;
  }

  /** The reader has seen everything. The line stays until the next message, so that it can be found. */
  read() {
    this.unread = 0;
    this.showJump();
  }

  forgetMark() {
    this.unreadFrom = null;
    this.inner.querySelector(".unread-line")?.remove();
    this.blocks.delete("unread");
  }

  reconcile(wanted) {
    const focused = focusIn(this.inner);
    const next = new Map();
    let cursor = this.inner.firstChild;
    for (const block of wanted) {
      let known = this.blocks.get(block.key);
      if (!known || known.json !== block.json) {
        const element = this.make(block);
        if (known) { if (cursor === known.element) cursor = element; known.element.replaceWith(element); }
        else if (this.lastKeys) element.classList.add("arrives");
        known = { json: block.json, element };
      }
      next.set(block.key, known);
      if (known.element === cursor) cursor = cursor.nextSibling;
      else this.inner.insertBefore(known.element, cursor);
    }
    while (cursor) { const gone = cursor; cursor = cursor.nextSibling; gone.remove(); }
    this.blocks = next;
    this.lastKeys = wanted.length;
    if (wanted.length === 0) this.inner.append(this.empty());
    refocus(this.inner, focused);
  }

  make(block) {
    if (block.day) return h("div", { class: "day" }, h("span", {}, block.day));
    if (block.unread) return h("div", { class: "unread-line", role: "separator" }, "New messages");
    const element = this.render(block.messages);
    element.dataset.key = block.key;
    return element;
  }

  onScroll() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    if (scrollHeight - scrollTop - clientHeight < NEAR_END_PX) this.atEnd = true;
    else if (scrollTop < this.top - 1) this.atEnd = false; // only a reader scrolls up; content that grows does not
    this.top = scrollTop;
    if (this.atEnd) this.unread = 0;
    if (scrollTop < 40 && this.hasOlder && !this.loading) {
      this.loading = true;
      this.onOlder().finally(() => { this.loading = false; });
    }
    this.showJump();
  }

  showJump() {
    this.jump.hidden = this.atEnd;
    this.badge.hidden = this.unread === 0;
    this.badge.textContent = this.unread;
  }

  toEnd(smooth = false) {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth && !matchMedia("(prefers-reduced-motion: reduce)").matches ? "smooth" : "instant" });
    this.atEnd = true;
  }

  /** Brings a message into view and lights it up; false when it is not in the list. */
  show(id) {
    const found = [...this.blocks.values()].find((each) => each.element.dataset.ids?.split(" ").includes(String(id)));
    if (!found) return false;
    this.atEnd = false;
    found.element.scrollIntoView({ block: "center" });
    found.element.classList.remove("lit");
    requestAnimationFrame(() => found.element.classList.add("lit"));
    return true;
  }
}

function blocksOf(messages, unreadFrom) {
  const blocks = [];
  let day = null;
  let group = null;
  for (const message of messages) {
    const today = dayOf(message.date);
    if (today !== day) blocks.push({ key: `day ${today}`, json: today, day: today });
    if (message.id === unreadFrom) blocks.push({ key: "unread", json: "", unread: true });
    if (message.album && group?.album === message.album) group.messages.push(message);
    else blocks.push(group = { key: `m${message.id}`, album: message.album, messages: [message] });
    day = today;
  }
  for (const block of blocks) block.json ??= JSON.stringify(block.messages);
  return blocks;
}

/** Where the keyboard is, in words that survive a redraw. */
function focusIn(root) {
  const element = document.activeElement;
  const block = root.contains(element) ? element.closest("[data-key]") : null;
  if (!block) return null;
  return { key: block.dataset.key, index: [...block.querySelectorAll("button, a")].indexOf(element), element };
}

function refocus(root, focused) {
  if (!focused || root.contains(focused.element)) return;
  const buttons = root.querySelectorAll(`[data-key="${focused.key}"] :is(button, a)`);
  (buttons[focused.index] ?? buttons[0])?.focus({ preventScroll: true });
}
