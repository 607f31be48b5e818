// One message, or the messages of an album, as a bubble.

import { h, icon, iconButton } from "./dom.js";
import { hourOf, short } from "./format.js";
import { gallery } from "./media.js";

/**
 * `view` says whose eyes these are: `{channel, find(id), onLink(url), onMenu(message, anchor), onButton(message, button,
 * element), onReaction(message, emoji)}`.
 */
export function bubble(messages, view) {
  const [first] = messages;
  const ids = messages.map((each) => each.id).join(" ");
  if (first.service) return service(first, ids);
  const side = view.channel ? "post" : first.from === "user" ? "out" : "in";
  const body = h("div", { class: `bubble ${bare(messages) ? "bare" : ""}` },
    forwarded(first), reply(first, view), gallery(messages), words(messages, view), footer(first, messages, view));
  return h("article", { class: `message ${side}`, dataset: { ids } },
    h("div", { class: "bubble-row" }, body, iconButton("more", "Message menu", (event) => view.onMenu(first, event.currentTarget, messages),
      { "aria-haspopup": "menu", class: "icon-button message-menu" })),
    keys(first, view));
}

const bare = (messages) => messages.every((each) => each.media.length && !each.text) && !messages[0].forwarded_from;

function words(messages, view) {
  const html = messages.map((each) => each.html).find(Boolean);
  if (!html) return null;
  const box = h("div", { class: "words", dir: "auto" });
  box.innerHTML = html; // the control API escapes it; the page's policy runs no script in it
  for (const link of box.querySelectorAll("a[href]")) dressLink(link, view);
  for (const spoiler of box.querySelectorAll("tg-spoiler")) dressSpoiler(spoiler);
  linkify(box, view);
  return box;
}

function dressLink(link, view) {
  link.rel = "noopener noreferrer";
  link.target = "_blank";
  link.addEventListener("click", (event) => { event.preventDefault(); view.onLink(link.getAttribute("href")); });
}

function dressSpoiler(spoiler) {
  spoiler.tabIndex = 0;
  spoiler.setAttribute("role", "button");
  spoiler.setAttribute("aria-label", "Hidden text: press to read");
  const open = () => { spoiler.classList.add("open"); spoiler.removeAttribute("aria-label"); };
  spoiler.addEventListener("click", open);
  spoiler.addEventListener("keydown", (event) => event.key === "Enter" && open());
}

const PLAIN_LINK = /(?:(?:https?|tg|ton):\/\/[^\s<>"]*[^\s<>".,:;!?)'])/g;

/** Addresses written out in the text are links too. */
function linkify(box, view) {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("a, code, pre")) texts.push(walker.currentNode);
  for (const text of texts) {
    const pieces = [];
    let at = 0;
    for (const found of text.data.matchAll(PLAIN_LINK)) {
      const link = h("a", { href: found[0] }, found[0]);
      dressLink(link, view);
      pieces.push(text.data.slice(at, found.index), link);
      at = found.index + found[0].length;
    }
    if (pieces.length) text.replaceWith(...pieces, text.data.slice(at));
  }
}

function forwarded(message) {
  const from = message.forwarded_from;
  return from && h("div", { class: "forwarded" }, "Forwarded from ", h("b", {}, from.title ?? from.name));
}

function reply(message, view) {
  if (!message.reply_to) return null;
  const to = view.find(message.reply_to);
  const text = to ? to.text || to.media[0]?.kind || "a message" : "a message that is gone";
  return h("div", { class: "quoted" }, h("b", {}, to?.sender.name ?? "Reply"), h("span", {}, text.slice(0, 90)));
}

function footer(message, messages, view) {
  const views = Math.max(...messages.map((each) => each.views));
  return h("div", { class: "foot" },
    reactions(message, view),
    h("span", { class: "facts" },
      message.pinned && icon("pin"),
      view.channel && [icon("eye"), h("span", { title: `${views} views` }, short(views))],
      message.edit_date && h("span", {}, "edited"),
      h("time", {}, hourOf(message.date)),
      message.from === "user" && icon("check")));
}

function reactions(message, view) {
  return Object.entries(message.reactions).map(([emoji, count]) =>
    h("button", { type: "button", class: "reaction", "aria-label": `${emoji} ${count}`, onclick: () => view.onReaction(message, emoji) },
      `${emoji} `, h("span", {}, String(count))));
}

const SIGN = { url: "out", web_app: "out", copy: "copy", switch_inline: "forward" };

function keys(message, view) {
  if (message.buttons.length === 0) return null;
  const one = (button) => h("button", { type: "button", class: "key", dataset: { style: button.style ?? "" },
    title: button.url ?? null, onclick: (event) => view.onButton(message, button, event.currentTarget) },
    h("span", {}, button.text), SIGN[button.kind] && icon(SIGN[button.kind]));
  return h("div", { class: "keys" }, message.buttons.map((row) => h("div", { class: "keys-row" }, row.map(one))));
}

function service(message, ids) {
  const facts = message.service;
  const said = {
    chat_shared: () => `You chose “${facts.title ?? facts.chat_id}”`,
    new_chat_title: () => `The channel is now called “${facts.value}”`,
    pinned_message: () => "A message was pinned",
    contact: () => `Contact: ${facts.first_name ?? ""} ${facts.phone_number ?? ""}`,
  }[facts.type]?.() ?? facts.type.replace(/_/g, " ");
  return h("div", { class: "service", dataset: { ids } }, h("span", {}, said));
}
