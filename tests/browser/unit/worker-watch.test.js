import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import {
  LOOK_EVERY,
  SILENT_LOOKS,
  SILENT_LOOKS_OPENING,
  WorkerWatch,
} from '../../../web/engine/worker-watch.js';
import { HandClock } from '../support/hand-clock.js';

/** @type {HandClock} */
let clock;

beforeEach(() => (clock = new HandClock()));
afterEach(() => clock.restore());

const look = (times) => clock.turn(times * LOOK_EVERY);

function watched({ isOpening = false } = {}) {
  const seen = { pings: 0, lost: 0 };
  const watch = new WorkerWatch({
    ping: () => (seen.pings += 1),
    isOpening: () => isOpening,
    onLost: () => (seen.lost += 1),
  });
  watch.begin();
  return { watch, seen };
}

test('a worker that spoke once and then says nothing counts as lost, once', () => {
  const { watch, seen } = watched();
  watch.heard();
  look(SILENT_LOOKS - 1);
  assert.deepEqual(seen, { pings: SILENT_LOOKS - 1, lost: 0 });
  look(SILENT_LOOKS * 3);
  assert.equal(seen.lost, 1);
});

test('a check of 10,000 lines, heard of every few seconds on a slow machine, never counts as lost', () => {
  const { watch, seen } = watched();
  for (let slice = 0; slice < 1000; slice += 1) {
    watch.heard();
    look(SILENT_LOOKS - 1);
  }
  assert.equal(seen.lost, 0);
});

test('opening has a longer limit', () => {
  const { watch, seen } = watched({ isOpening: true });
  watch.heard();
  look(SILENT_LOOKS_OPENING - 1);
  assert.equal(seen.lost, 0);
  look(1);
  assert.equal(seen.lost, 1);
});

test('a script that is still on its way is waited for', () => {
  const { seen } = watched();
  look(SILENT_LOOKS_OPENING * 10);
  assert.equal(seen.lost, 0);
});

test('nothing is looked at while nothing is owed', () => {
  const { watch, seen } = watched();
  watch.heard();
  watch.rest();
  look(SILENT_LOOKS * 2);
  assert.deepEqual(seen, { pings: 0, lost: 0 });
});
