import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { EngineClient } from '../../../web/engine/client.js';
import {
  LOOK_EVERY,
  SILENT_LOOKS,
  SILENT_LOOKS_OPENING,
} from '../../../web/engine/worker-watch.js';
import { HandClock } from '../support/hand-clock.js';

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

  die() {
    this.onmessage({ data: { fatal: { code: 'trap', message: 'unreachable', advice: '' } } });
  }
}

/** @type {EngineClient[]} closed at the end, so that nothing waits for their workers */
const clients = [];

afterEach(() => clients.splice(0).forEach((client) => client.close()));

function openClient() {
  const workers = [];
  const client = new EngineClient({ url: 'catalog' }, () => {
    const worker = new ScriptedWorker();
    workers.push(worker);
    return worker;
  });
  clients.push(client);
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

const settled = () => new Promise((resolve) => setTimeout(resolve));

const kinds = ({ sent }) => sent.map(({ kind }) => kind);

test('a worker that dies is started again, and what was asked is sent anew and answered', async () => {
  const { client, workers } = openClient();
  workers[0].answer(0, {});
  await client.ready;
  let told = null;
  client.addEventListener('restart', ({ detail }) => (told = detail));
  const search = client.search('x', {}, 1);
  const other = client.search('y', {}, 2);
  const shown = client.show('icd10cm', 'E11');
  workers[0].die();
  assert.equal(workers[0].isTerminated, true);
  assert.deepEqual(kinds(workers[1]), ['open']);
  workers[1].answer(0, 'again 0');
  await settled();
  assert.deepEqual(kinds(workers[1]), ['open', 'search', 'search', 'show']);
  for (const at of [1, 2, 3]) workers[1].answer(at, `again ${at}`);
  assert.deepEqual(await Promise.all([client.ready, search, other, shown]), [
    'again 0',
    'again 1',
    'again 2',
    'again 3',
  ]);
  assert.equal(told.code, 'trap');
});

test('what two workers died of is given up, and the next question is answered', async () => {
  const { client, workers } = openClient();
  workers[0].answer(0, {});
  await client.ready;
  const deadly = client.search('x');
  workers[0].die();
  workers[1].answer(0, {});
  await settled();
  workers[1].die();
  const next = client.search('xy');
  workers[2].answer(0, {});
  await assert.rejects(deadly, { code: 'gave-up' });
  assert.deepEqual(kinds(workers[2]), ['open', 'search']);
  workers[2].answer(1, 'found');
  assert.equal(await next, 'found');
});

test('after three restarts it ends: told once, everything asked is refused with the reason', async () => {
  const { client, workers } = openClient();
  const told = [];
  client.addEventListener('stopped', ({ detail }) => told.push(detail));
  for (const at of [0, 1, 2, 3]) {
    workers[at].answer(0, {});
    await client.ready;
    workers[at].die();
  }
  assert.equal(workers.length, 4);
  assert.equal(told.length, 1);
  assert.match(told[0].message, /unreachable/);
  await assert.rejects(client.search('x'), told[0]);
});

test('one’s own codes are put beside the others again before anything is asked anew', async () => {
  const { client, workers } = openClient();
  workers[0].answer(0, {});
  const added = client.add({ key: 'ward' });
  workers[0].answer(1, {});
  await added;
  const search = client.search('x');
  workers[0].die();
  workers[1].answer(0, {});
  await settled();
  assert.deepEqual(kinds(workers[1]), ['open', 'add']);
  workers[1].answer(1, {});
  await settled();
  assert.deepEqual(kinds(workers[1]), ['open', 'add', 'search']);
  workers[1].answer(2, 'found');
  assert.equal(await search, 'found');
});

test('deaths long ago are forgotten', async () => {
  const { client, workers } = openClient();
  const started = Date.now();
  const hours = mock.method(Date, 'now', () => started);
  for (let day = 0; day < 8; day += 1) {
    hours.mock.mockImplementation(() => started + day * 3_600_000);
    workers[day].answer(0, {});
    await client.ready;
    workers[day].die();
  }
  hours.mock.restore();
  assert.equal(workers.length, 9);
});

test('a worker that is ended without a word is missed, also while it opens, and what was asked is answered', async () => {
  const clock = new HandClock();
  const { client, workers } = openClient();
  workers[0].onmessage({ data: { alive: true } });
  clock.turn(SILENT_LOOKS_OPENING * LOOK_EVERY);
  assert.deepEqual(kinds(workers[1]), ['open']);
  workers[1].answer(0, 'opened');
  assert.equal(await client.ready, 'opened');
  const search = client.search('x');
  clock.turn(SILENT_LOOKS * LOOK_EVERY);
  workers[2].answer(0, 'opened');
  await settled();
  assert.deepEqual(kinds(workers[2]), ['open', 'search']);
  workers[2].answer(1, 'found');
  assert.equal(await search, 'found');
  clock.turn(1000 * LOOK_EVERY);
  assert.equal(workers.length, 3);
  clock.restore();
});

test('a catalog that cannot be opened again ends it with the reason', async () => {
  const { client, workers } = openClient();
  workers[0].answer(0, {});
  await client.ready;
  const search = client.search('x');
  workers[0].die();
  const failure = { code: 'network', message: 'It was answered with 404.', advice: 'Ask IT.' };
  workers[1].onmessage({ data: { id: workers[1].sent[0].id, failure } });
  await assert.rejects(search, /answered with 404/);
  await assert.rejects(client.show('icd10cm', 'E11'), { code: 'network', advice: 'Ask IT.' });
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
