// The messages of one chat or channel, kept true: a reload while one is under way is done once more, after it.

import { api } from "./api.js";

const PAGE = 60;

export class Feed {
  constructor(path, onLoad) {
    this.path = path;
    this.onLoad = onLoad;
    this.limit = PAGE;
    this.running = null;
    this.again = false;
    this.closed = false;
  }

  /** Resolves when what has been asked for is on the screen. */
  reload() {
    if (this.running) { this.again = true; return this.running; }
    this.running = this.load().finally(() => { this.running = null; });
    return this.running;
  }

  async load() {
    do {
      this.again = false;
      const page = await api.get(`${this.path}?limit=${this.limit}`).catch(() => null);
      if (page && !this.closed) this.onLoad(page, page.messages.length >= this.limit);
    } while (this.again && !this.closed);
  }

  older() {
    this.limit += PAGE;
    return this.reload();
  }

  close() {
    this.closed = true;
  }
}
