// Photos, videos and files: in bubbles, and on their way into one.

import { dialog, h, icon } from "./dom.js";

const VISUAL = ["photo", "video", "animation", "sticker"];

export function gallery(messages) {
  const media = messages.flatMap((each) => each.media);
  if (media.length === 0) return null;
  const visual = media.filter((each) => VISUAL.includes(each.kind));
  const files = media.filter((each) => !VISUAL.includes(each.kind));
  return h("div", { class: "media" },
    visual.length > 0 && h("div", { class: `gallery of-${Math.min(visual.length, 5)}` }, visual.map(tile)),
    files.map(file));
}

function tile(medium) {
  const box = h("button", { type: "button", class: `tile ${medium.kind}`, "aria-label": `Open the ${medium.kind}`, onclick: () => enlarge(medium) });
  const shape = medium.width && medium.height ? medium.width / medium.height : 4 / 3;
  box.style.aspectRatio = String(Math.min(2.2, Math.max(0.7, shape)));
  box.append(medium.kind === "photo" || medium.kind === "sticker" || medium.mime_type?.startsWith("image/")
    ? h("img", { src: medium.url, alt: `A ${medium.kind}`, loading: "lazy", decoding: "async" })
    : h("video", { src: medium.url, muted: true, preload: "metadata", playsinline: true }));
  if (medium.kind !== "photo") box.append(h("span", { class: "kind" }, medium.kind === "animation" ? "GIF" : medium.kind));
  return box;
}

function file(medium) {
  if (["audio", "voice"].includes(medium.kind)) return h("audio", { src: medium.url, controls: true, preload: "none" });
  const name = medium.file_name ?? medium.kind;
  return h("a", { class: "file", href: medium.url, download: name }, h("span", { class: "file-icon" }, icon("file")),
    h("span", { class: "file-words" }, h("b", {}, name), h("small", {}, size(medium.size))));
}

const size = (bytes) => bytes > 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1e3))} KB`;

function enlarge(medium) {
  const big = medium.kind === "photo" || medium.mime_type?.startsWith("image/")
    ? h("img", { src: medium.url, alt: "" }) : h("video", { src: medium.url, controls: true, autoplay: true });
  dialog(medium.kind === "photo" ? "Photo" : medium.file_name ?? medium.kind, () => big, "viewer");
}

/** A file from the disk as the control API takes it, with a picture for the tray. */
export async function fromDisk(chosen) {
  const type = chosen.type;
  const kind = type === "image/gif" ? "animation" : type.startsWith("image/") ? "photo" : type.startsWith("video/") ? "video"
    : type.startsWith("audio/") ? "audio" : "document";
  return { kind, file_name: chosen.name, base64: await base64(chosen), preview: kind === "photo" ? URL.createObjectURL(chosen) : null };
}

function base64(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

const WORDS = ["espresso", "latte", "mocha", "flat white", "cortado", "ristretto", "macchiato", "lungo", "affogato", "café au lait"];
let drawn = Math.floor(Math.random() * WORDS.length);

export const testPicture = () => ({ kind: "photo", picture: WORDS[drawn++ % WORDS.length] });

/** What an album may hold together: documents go with documents only. */
export function asAlbum(items) {
  const mixed = items.length > 1 && items.some((item) => item.kind === "document" || item.kind === "audio" || item.kind === "animation");
  return items.map(({ preview, ...item }) => mixed ? { ...item, kind: "document" } : item);
}
