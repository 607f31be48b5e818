// Server-sent events, read by fetch so that the bearer travels. Reconnects by itself, after sleep and after a refresh of
// the token as well; what happened meanwhile is told by the server from the last id that was seen.

import { call, SessionOver } from "./session.js";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 20_000;
const SILENCE_MS = 40_000;

export class Live {
  constructor(path, onChange) {
    Object.assign(this, { path, onChange, last: "", pause: FIRST_PAUSE_MS, closed: false });
    this.woken = () => { if (document.visibilityState === "visible" && this.isStale()) this.again(); };
    document.addEventListener("visibilitychange", this.woken);
    addEventListener("online", this.woken);
    this.run();
  }

  close() {
    this.closed = true;
    document.removeEventListener("visibilitychange", this.woken);
    removeEventListener("online", this.woken);
    this.again();
  }

  /** Drop the present connection; the loop makes the next one at once. */
  again() {
    this.pause = FIRST_PAUSE_MS;
    this.request?.abort();
    this.wake?.();
  }

  isStale() { return !this.request || performance.now() - this.heardAt > SILENCE_MS; }

  async run() {
    while (!this.closed) {
      try {
        await this.listen();
      } catch (problem) {
        if (problem instanceof SessionOver) return;
      }
      clearInterval(this.watch);
      this.request = null;
      if (this.closed) return;
      await new Promise((resolve) => { this.wake = resolve; setTimeout(resolve, this.pause); });
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
    }
  }

  async listen() {
    this.request = new AbortController();
    this.heardAt = performance.now();
    this.watch = setInterval(() => { if (this.isStale()) this.request?.abort(); }, SILENCE_MS / 2);
    const headers = { Accept: "text/event-stream", ...(this.last ? { "Last-Event-ID": this.last } : {}) };
    const answer = await call(this.path, { headers, signal: this.request.signal });
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      this.heardAt = performance.now();
      this.pause = FIRST_PAUSE_MS;
      text += value;
      const blocks = text.split("\n\n");
      text = blocks.pop();
      blocks.forEach((block) => this.take(block));
    }
  }

  take(block) {
    const lines = Object.fromEntries(block.split("\n").map((line) => [line.split(":", 1)[0], line.slice(line.indexOf(":") + 1).trim()]));
    if (lines.id) this.last = lines.id;
    if (lines.event === "changed") this.onChange();
  }
}
