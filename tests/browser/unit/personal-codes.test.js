import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OwnHits } from '../../../web/page/personal/own-hits.js';
import { concepts, PersonalCodes } from '../../../web/page/personal/personal-codes.js';

const concept = (code) => ({
  system: 'icd10cm',
  code,
  display: code,
  status: 'active',
  billable: true,
});
const codes = (list) => list.map(({ code }) => code).join(' ');

function switchedOn() {
  const personal = new PersonalCodes();
  personal.switch(true);
  return personal;
}

test('nothing is remembered until it is switched on', () => {
  const personal = new PersonalCodes();
  personal.pick(concept('A'));
  personal.pick(concept('A'));
  assert.deepEqual([personal.recents, personal.picks.size, personal.own(9)], [[], 0, []]);
});

test('recents are the last ones, each once', () => {
  const personal = switchedOn();
  for (const code of ['A', 'B', 'A', 'C']) personal.pick(concept(code));
  assert.equal(codes(personal.recents), 'C A B');
  for (let at = 0; at < 500; at += 1) personal.pick(concept(`C${at}`));
  assert.ok(personal.recents.length <= 12);
  assert.ok(personal.picks.size <= 300);
});

test('own codes are favourites and what was picked more than once, the most picked first', () => {
  const personal = switchedOn();
  for (const code of ['A', 'B', 'B', 'C', 'C', 'C']) personal.pick(concept(code));
  assert.equal(personal.toggleFavourite(concept('F')), true);
  assert.equal(codes(personal.own(9)), 'C B F');
  assert.equal(personal.toggleFavourite(concept('F')), false);
  assert.equal(codes(personal.own(9)), 'C B');
});

test('switching off and forgetting leave nothing', () => {
  for (const end of [(personal) => personal.switch(false), (personal) => personal.forget()]) {
    const personal = switchedOn();
    personal.pick(concept('A'));
    personal.toggleFavourite(concept('A'));
    end(personal);
    assert.deepEqual(personal.toData(), { isOn: false, recents: [], favourites: [], picks: [] });
  }
});

test('what was kept is taken up, and what was tampered with only as far as it has the form', () => {
  const personal = switchedOn();
  personal.pick(concept('A'));
  personal.toggleFavourite(concept('B'));
  const again = new PersonalCodes();
  again.fromData(JSON.parse(JSON.stringify(personal.toData())));
  assert.deepEqual(again.toData(), personal.toData());
  for (const data of [
    null,
    7,
    'x',
    [],
    { recents: 7, favourites: [null, {}], picks: [[1], 'x'] },
  ]) {
    const other = new PersonalCodes();
    other.fromData(data);
    assert.deepEqual(other.toData(), { isOn: false, recents: [], favourites: [], picks: [] });
  }
  assert.deepEqual(
    concepts([{ system: 's', code: 'c', display: 'd', status: 'x', billable: 'y' }]),
    [
      {
        system: 's',
        code: 'c',
        display: 'd',
        status: 'active',
        billable: null,
        note: '',
        isKnown: true,
      },
    ],
  );
});

const hit = (code) => ({ system: 'icd10cm', code, display: code });

test('own codes are asked for with the same words and come first, none twice', async () => {
  const personal = { own: () => [{ system: 'icd10cm', code: 'E11.65', count: 5 }] };
  const own = new OwnHits(personal);
  const asked = [];
  const client = {
    search: async (query) => {
      asked.push(query);
      return { hits: [hit('E11.65'), hit('E11.9')], relaxed: false };
    },
  };
  let answers = 0;
  await own.ask(client, 'diab', [], () => (answers += 1));
  assert.deepEqual(asked, ['code:"E11.65" diab']);
  assert.equal(answers, 1);
  const codesOf = (hits) => hits.map(({ code }) => code).join(' ');
  const parted = own.split('diab', [hit('E11.9'), hit('E11.65'), hit('E10')]);
  assert.deepEqual([codesOf(parted.own), codesOf(parted.others)], ['E11.65', 'E11.9 E10']);
  assert.deepEqual(own.split('other', [hit('E11.9')]).own, []);
});

test('without own codes nothing is asked, and an overtaken answer is dropped', async () => {
  const none = new OwnHits({ own: () => [] });
  await none.ask({ search: () => assert.fail('asked') }, 'x', [], () => assert.fail('told'));
  const own = new OwnHits({ own: () => [{ system: 'icd10cm', code: 'A', count: 2 }] });
  let answer;
  const slow = { search: () => new Promise((resolve) => (answer = resolve)) };
  const first = own.ask(slow, 'one', [], () => assert.fail('told'));
  const answerFirst = answer;
  void own.ask(slow, 'two', [], () => {});
  answerFirst({ hits: [hit('A')], relaxed: false });
  await first;
  assert.equal(own.split('two', []).own.length, 0);
});
