import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SearchSession } from '../../../web/engine/search-session.js';

/** A client whose answers the test gives when it likes. */
function slowClient() {
  const asked = [];
  const search = (text, options) =>
    new Promise((resolve) =>
      asked.push({
        text,
        options,
        answer: (hits, total = hits.length) => resolve({ hits, total }),
      }),
    );
  return { search, asked };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('an answer that comes after a later question is dropped', async () => {
  const client = slowClient();
  const session = new SearchSession(client, () => {});
  void session.ask({ text: 'a', limit: 5 });
  void session.ask({ text: 'ab', limit: 5 });
  client.asked[1].answer(['second']);
  client.asked[0].answer(['first']);
  await settled();
  assert.deepEqual(session.response.hits, ['second']);
});

test('further hits are appended, and dropped when the question has changed', async () => {
  const client = slowClient();
  const session = new SearchSession(client, () => {});
  void session.ask({ text: 'a', limit: 2 });
  client.asked[0].answer([1, 2], 4);
  await settled();
  void session.more();
  assert.equal(client.asked[1].options.offset, 2);
  client.asked[1].answer([3, 4], 4);
  await settled();
  assert.deepEqual(session.response.hits, [1, 2, 3, 4]);
  assert.equal(session.hasMore, false);
});

test('an empty text has no answer and asks nothing', async () => {
  const client = slowClient();
  const session = new SearchSession(client, () => {});
  await session.ask({ text: '  ', limit: 2 });
  assert.equal(session.response, null);
  assert.equal(client.asked.length, 0);
});
