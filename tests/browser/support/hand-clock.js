// How does a test turn time by hand? Exports HandClock: it stands for setInterval until restored. Node 18's own mock goes on
// calling what was cleared from within.

import { mock } from 'node:test';

export class HandClock {
  /** @type {Map<number, { run: () => void, every: number, at: number }>} */
  #running = new Map();
  #now = 0;
  #last = 0;
  #mocks = [
    mock.method(globalThis, 'setInterval', (run, every) => {
      this.#running.set(++this.#last, { run, every, at: this.#now + every });
      return this.#last;
    }),
    mock.method(globalThis, 'clearInterval', (id) => this.#running.delete(id)),
  ];

  /** @param {number} milliseconds */
  turn(milliseconds) {
    const until = this.#now + milliseconds;
    for (;;) {
      const due = [...this.#running.values()].sort((left, right) => left.at - right.at)[0];
      if (!due || due.at > until) break;
      this.#now = due.at;
      due.at += due.every;
      due.run();
    }
    this.#now = until;
  }

  restore() {
    for (const { mock: own } of this.#mocks) own.restore();
  }
}
