import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EngineClient } from '../../../web/engine/client.js';

/** A worker that the test answers for. */
class ScriptedWorker {
  sent = [];
  isTerminated = false;
  postMessage(message) {
    this.sent.push(message);
  }
  terminate() {
    this.isTerminated = true;
  }
  answer(at, value) {
    this.onmessage({ data: { id: this.sent[at].id, value } });
  }
}

function openClient() {
  const workers = [];
  const client = new EngineClient({ url: 'catalog' }, () => {
    const worker = new ScriptedWorker();
    workers.push(worker);
    return worker;
  });
  return { client, workers };
}

test('an answer goes to its question, a failure rejects with code and advice', async () => {
  const { client, workers } = openClient();
  workers[0].answer(0, { id: 'catalog' });
  assert.deepEqual(await client.ready, { id: 'catalog' });
  const shown = client.show('icd10cm', 'E11');
  const failing = client.details('pack', 'E11');
  workers[0].onmessage({
    data: { id: workers[0].sent[2].id, failure: { code: 'damaged', message: 'm', advice: 'a' } },
  });
  workers[0].answer(1, 'shown');
  assert.equal(await shown, 'shown');
  await assert.rejects(failing, { code: 'damaged', message: 'm', advice: 'a' });
});

test('a worker that dies is started again; what was asked is sent anew, searches are not', async () => {
  const { client, workers } = openClient();
  workers[0].answer(0, {});
  await client.ready;
  let told = null;
  client.addEventListener('restart', ({ detail }) => (told = detail));
  const search = client.search('x');
  const shown = client.show('icd10cm', 'E11');
  workers[0].onmessage({ data: { fatal: { code: 'trap', message: 'unreachable', advice: '' } } });
  assert.equal(await search, null);
  assert.equal(workers[0].isTerminated, true);
  assert.deepEqual(
    workers[1].sent.map(({ kind }) => kind),
    ['open', 'show'],
  );
  workers[1].answer(1, 'again');
  assert.equal(await shown, 'again');
  assert.equal(told.code, 'trap');
});

test('a worker that dies while opening is not started again', async () => {
  const { client, workers } = openClient();
  workers[0].onerror({ message: 'no wasm here', preventDefault() {} });
  await assert.rejects(client.ready, /no wasm here/);
  assert.equal(workers.length, 1);
});

test('closing ends the worker and what was asked', async () => {
  const { client, workers } = openClient();
  const shown = client.show('icd10cm', 'E11');
  client.close();
  assert.equal(workers[0].isTerminated, true);
  await assert.rejects(shown, { code: 'closed' });
});
