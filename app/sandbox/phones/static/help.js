// What to try, in five lines.

import { dialog, h } from "./dom.js";

const STEPS = [
  ["List a channel.", "On the owner's phone press Start, add a channel, and set a price."],
  ["Ask for an ad.", "On the advertiser's phone find that channel and send a deal; the owner accepts it."],
  ["Pay into escrow.", "Both connect their wallets; the advertiser pays and confirms in the wallet sheet."],
  ["Agree on the post.", "One side sends text or pictures, the other approves; then both agree on a time."],
  ["Let time pass.", "Press +24 h: the post appears in the channel, is checked, and the owner is paid. Delete the post before that, and the money goes back."],
];

export function help() {
  return dialog("A whole deal in five steps", (close) => [
    h("ol", { class: "steps" }, STEPS.map(([bold, words]) => h("li", {}, h("b", {}, bold), " ", words))),
    h("p", { class: "quiet" }, "Any phone can be anybody: pick another name at its top, or make a new person. Text takes **bold**, __italic__ and [words](link)."),
    h("div", { class: "row end" }, h("button", { type: "button", class: "button primary", autofocus: true, onclick: () => close() }, "Got it")),
  ], "wide");
}
