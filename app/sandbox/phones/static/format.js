// Money, time and counts in words; formatted text to and from the marks that people type.

const NANO = 1_000_000_000n;
const COIN = "TON";

export function coins(nano, digits = 4) {
  const value = BigInt(nano);
  const fraction = (value % NANO).toString().padStart(9, "0").slice(0, digits).replace(/0+$/, "");
  return `${(value / NANO).toLocaleString("en")}${fraction ? `.${fraction}` : ""} ${COIN}`;
}

export function toNano(text) {
  const match = /^(\d+)(?:[.,](\d{1,9}))?$/.exec(text.replace(/\s/g, ""));
  return match ? Number(BigInt(match[1]) * NANO + BigInt((match[2] ?? "").padEnd(9, "0"))) : null;
}

const dated = (options) => new Intl.DateTimeFormat("en-GB", options);
const TIME = dated({ hour: "2-digit", minute: "2-digit" });
const SECONDS = dated({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
const DAY = dated({ weekday: "short", day: "numeric", month: "short" });
const LONG_DAY = dated({ weekday: "short", day: "numeric", month: "short", year: "numeric" });

export const hourOf = (seconds) => TIME.format(seconds * 1000);
export const secondsOf = (seconds) => SECONDS.format(seconds * 1000);
export const dayOf = (seconds) => DAY.format(seconds * 1000);
export const longDayOf = (seconds) => LONG_DAY.format(seconds * 1000);

export function spanOf(seconds) {
  const minutes = Math.max(0, Math.round(seconds / 60));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  return hours % 24 ? `${Math.floor(hours / 24)} d ${hours % 24} h` : `${hours / 24} d`;
}

/** The value of an <input type="datetime-local">. */
export function localInput(seconds) {
  const date = new Date(seconds * 1000);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

export function short(count) {
  if (count < 1000) return String(count);
  return count < 1e6 ? `${(count / 1000).toFixed(count < 1e4 ? 1 : 0).replace(".0", "")}K` : `${(count / 1e6).toFixed(1)}M`;
}

export const shortAddress = (address) => `${address.slice(0, 6)}…${address.slice(-6)}`;

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
const MARKS = [["**", "b"], ["__", "i"], ["~~", "s"], ["++", "u"], ["||", "tg-spoiler"]];

/** `**bold** __italic__ ~~struck~~ ++under++ ||hidden|| \`code\` [words](https://...)` as Telegram's HTML; null if plain. */
export function htmlOf(text) {
  const code = [];
  const kept = (html) => `\u0000${code.push(html) - 1}\u0000`;
  let html = escaped(text)
    .replace(/```\n?([\s\S]+?)\n?```/g, (_, inner) => kept(`<pre>${inner}</pre>`))
    .replace(/`([^`\n]+)`/g, (_, inner) => kept(`<code>${inner}</code>`))
    .replace(/\[([^\]\n]+)\]\(([^()\s]+)\)/g, (_, words, url) => `${kept(`<a href="${url}">`)}${words}${kept("</a>")}`)
    .replace(/(^|[\s(])((?:https?|tg|ton):\/\/[^\s<]+)/g, (_, before, url) => before + kept(url));
  for (const [mark, tag] of MARKS) {
    const sign = mark.replace(/[*+|]/g, "\\$&");
    html = html.replace(new RegExp(`${sign}(?=\\S)([\\s\\S]+?\\S|\\S)${sign}`, "g"), `<${tag}>$1</${tag}>`);
  }
  html = html.replace(/\u0000(\d+)\u0000/g, (_, index) => code[index]).replace(/\u0000(\d+)\u0000/g, (_, index) => code[index]);
  return html === escaped(text) ? null : html;
}

/** The same marks, from HTML: what an editor puts into its text field. */
export function marksOf(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  return read(page.body);
}

const SIGNS = { B: "**", I: "__", S: "~~", U: "++", "TG-SPOILER": "||", CODE: "`" };

function read(node) {
  return [...node.childNodes].map((child) => {
    if (child.nodeType === Node.TEXT_NODE) return child.data;
    const inner = child.tagName === "PRE" ? child.textContent : read(child);
    if (child.tagName === "PRE") return `\`\`\`\n${inner}\n\`\`\``;
    if (child.tagName === "A") return `[${inner}](${child.getAttribute("href")})`;
    const sign = SIGNS[child.tagName] ?? "";
    return sign + inner + sign;
  }).join("");
}
