import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCatalog } from '../../../web/builder/client.js';

/** Is a worker of which the test says the words. */
class FakeWorker {
  sent = [];
  isEnded = false;
  onmessage = () => {};
  onerror = () => {};
  postMessage(message) {
    this.sent.push(message);
  }
  terminate() {
    this.isEnded = true;
  }
  say(data) {
    this.onmessage({ data });
  }
}

/** @param {object} [options] */
function start(options = {}) {
  const worker = new FakeWorker();
  const file = { name: 'a.csv', blob: new Blob(['code,name']) };
  const result = buildCatalog([file], options, () => worker);
  result.catch(() => {});
  return { worker, result };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('the files go to the worker, its progress to the page, and it ends with its work', async () => {
  const seen = [];
  const { worker, result } = start({ systemName: 'Own', onProgress: (each) => seen.push(each) });
  await settled();
  assert.equal(worker.sent[0].files[0].name, 'a.csv');
  assert.equal(worker.sent[0].choices.systemName, 'Own');
  worker.say({ progress: { phase: 'read', done: 1, total: 2, file: 'a.csv' } });
  assert.equal(worker.isEnded, false);
  worker.say({ value: { catalog: null } });
  assert.deepEqual(await result, { catalog: null });
  assert.equal(seen[0].phase, 'read');
  assert.equal(worker.isEnded, true);
});

test('giving up ends the worker at once', async () => {
  const controller = new AbortController();
  const { worker, result } = start({ signal: controller.signal });
  await settled();
  controller.abort();
  await assert.rejects(result, { code: 'cancelled' });
  assert.equal(worker.isEnded, true);
});

test('what was given up before it began never reaches the worker', async () => {
  const { worker, result } = start({ signal: AbortSignal.abort() });
  await assert.rejects(result, { code: 'cancelled' });
  assert.deepEqual(worker.sent, []);
  assert.equal(worker.isEnded, true);
});

test('a failure keeps its code and advice', async () => {
  const { worker, result } = start();
  await settled();
  worker.say({ failure: { code: 'too-large', message: 'Too much.', advice: 'Give less.' } });
  await assert.rejects(result, { code: 'too-large', advice: 'Give less.' });
});

test('a worker that dies or does not come is told', async () => {
  const { worker, result } = start();
  await settled();
  worker.onerror({ message: '', preventDefault() {} });
  await assert.rejects(result, { code: 'builder-died', message: /could not be loaded/ });
  assert.equal(worker.isEnded, true);
});

test('where WebAssembly is forbidden, it is said before anything is loaded', async () => {
  const { WebAssembly } = globalThis;
  Object.assign(globalThis, { WebAssembly: undefined });
  try {
    let isStarted = false;
    const starting = () => ((isStarted = true), new FakeWorker());
    await assert.rejects(buildCatalog([], {}, starting), { code: 'no-wasm' });
    assert.equal(isStarted, false);
  } finally {
    Object.assign(globalThis, { WebAssembly });
  }
});
