// Dialogs in which a person picks a channel, a post, or becomes somebody new.

import { api, attempt } from "./api.js";
import { ask, dialog, h } from "./dom.js";
import { hourOf, dayOf } from "./format.js";
import { store } from "./store.js";

/** The channel picker of a `request_chat` button: only channels that fit it. Resolves with an id. */
export async function pickChannel(phone, button) {
  const offered = await attempt(api.get(`${phone.path}/choices?button=${encodeURIComponent(button)}`));
  if (!offered) return null;
  return dialog(button, (close) => offered.channels.length ? h("div", { class: "choices" }, offered.channels.map((channel) =>
    h("button", { type: "button", class: "choice", onclick: () => close(channel.id) },
      h("span", { class: "avatar", dataset: { hue: Math.abs(channel.id) % 6 } }, channel.title.slice(0, 1)),
      h("span", {}, h("b", {}, channel.title), h("small", {}, channel.username ? `@${channel.username}` : "private channel")))))
    : h("p", { class: "quiet" }, `${phone.name} runs no channel that fits. Make one in the channel column: its owner can choose it here.`), "small");
}

/** Resolves with {channel, id}. */
export function pickPost(title) {
  return dialog(title, (close) => {
    const posts = h("div", { class: "choices" });
    const select = h("select", { "aria-label": "Channel", autofocus: true, onchange: () => fill() },
      store.channels.map((channel) => h("option", { value: channel.id }, channel.title)));
    const fill = async () => {
      const page = await attempt(api.get(`/channels/${select.value}/posts?limit=30`));
      const found = (page?.messages ?? []).filter((each) => !each.service).reverse();
      posts.replaceChildren(...(found.length ? found.map((post) => row(post, close)) : [h("p", { class: "quiet" }, "No posts yet.")]));
    };
    fill();
    return [select, posts];
  }, "small");
}

function row(post, close) {
  return h("button", { type: "button", class: "choice", onclick: () => close({ channel: post.chat_id, id: post.id }) },
    h("span", {}, h("b", {}, (post.text || post.media[0]?.kind || "post").slice(0, 80)), h("small", {}, `${dayOf(post.date)}, ${hourOf(post.date)}`)));
}

/** Resolves with the new user, or null. */
export async function newPerson() {
  const given = await ask("New person", [
    ["first_name", "Name", { required: true, maxlength: 64, placeholder: "Boris" }],
    ["username", "Username (optional)", { pattern: "[A-Za-z][A-Za-z0-9_]{3,31}", placeholder: "boris" }],
    ["language_code", "Language", { choices: [["en", "English"], ["ru", "Русский"]] }],
    ["is_premium", "Telegram Premium", { type: "checkbox" }],
  ], "Create");
  if (!given) return null;
  const { username, ...rest } = given;
  return attempt(api.post("/users", username ? { ...rest, username } : rest));
}
