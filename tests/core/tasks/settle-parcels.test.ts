// Which order's parcel gets what, as the orders are.
import { describe, expect, it } from 'vitest';
import { packingRules } from '#app/core/moments/packing-rules.ts';
import { settleParcels, type PackingTask, type Parcel } from '#app/core/tasks/settle-parcels.ts';
import { momentRuleProblems } from '#app/core/moments/moment-rule-problems.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import { packingMoment } from '#tests/support/packing.ts';
import { momentRule } from '#tests/support/moment-rules.ts';

const JAR = packingMoment('jar', { n: 1 });
const CARD = packingMoment('recipe', { n: 3, every: true });
const rules = packingRules([
  { number: 1, rules: {} },
  { number: 2, rules: { moments: [JAR, CARD] } },
  { number: 3, rules: { moments: [JAR], paused: true } },
]);

const parcel = (number: number | null, overrides: Partial<Parcel> = {}): Parcel => ({
  orderId: String(100 + (number ?? 0)),
  number,
  version: 2,
  isSent: false,
  isOpen: true,
  ships: true,
  ...overrides,
});
const task = (state: PackingTask['state'], overrides: Partial<PackingTask> = {}): PackingTask => ({
  cause: 'jar/1',
  orderId: '101',
  state,
  isDone: state === 'done',
  ...overrides,
});
const settle = (parcels: Parcel[], tasks: PackingTask[] = []) =>
  settleParcels('7', rules, { parcels, tasks });
const putInto = (parcels: Parcel[], tasks: PackingTask[] = []) =>
  settle(parcels, tasks).put.map(({ cause, orderId, state }) => [cause, orderId, state]);
const statesOf = (parcels: Parcel[], tasks: PackingTask[]) =>
  settle(parcels, tasks).states.map(({ state }) => state);

describe('C154 S-65 what goes into a parcel', () => {
  it('is a jar with the first order, and a card with every third', () => {
    expect(putInto([1, 2, 3, 4, 5, 6].map((number) => parcel(number)))).toEqual([
      ['jar/1', '101', 'open'],
      ['recipe/3', '103', 'open'],
      ['recipe/6', '106', 'open'],
    ]);
  });

  it('is decided once Shopify’s own count is known, and by the program of the order', () => {
    expect(putInto([parcel(null)])).toEqual([]);
    expect(putInto([parcel(1, { version: 1 })])).toEqual([]);
    expect(putInto([parcel(1, { version: 3 })])).toEqual([]);
    expect(putInto([parcel(1, { version: null })])).toEqual([]);
    expect(putInto([parcel(1, { isOpen: false })])).toEqual([]);
  });

  it('is listed once, and missed where the parcel left without it', () => {
    expect(putInto([parcel(1)], [task('open')])).toEqual([]);
    expect(statesOf([parcel(1)], [task('open')])).toEqual([]);
    expect(statesOf([parcel(1, { isSent: true })], [task('open')])).toEqual(['missed']);
    expect(putInto([parcel(1, { isSent: true })])).toEqual([['jar/1', '101', 'missed']]);
    expect(statesOf([parcel(1)], [task('missed')])).toEqual(['open']);
    expect(statesOf([parcel(1, { isSent: true })], [task('done')])).toEqual([]);
  });

  it('C123 is one of a kind, also where an earlier order is gone and the numbers of the others fall', () => {
    const each = packingRules([
      { number: 2, rules: { moments: [packingMoment('jar', { n: 1, every: true })] } },
    ]);
    const tasks = [task('open'), task('open', { cause: 'jar/2', orderId: '102' })];
    const second = parcel(1, { orderId: '102' });
    const { put, states } = settleParcels('7', each, { parcels: [second], tasks });
    expect(put).toEqual([]);
    expect(states).toEqual([{ memberId: '7', cause: 'jar/1', state: 'gone' }]);
    const third = parcel(2, { orderId: '103' });
    const more = settleParcels('7', each, { parcels: [second, third], tasks });
    expect(more.put.map(({ cause, orderId }) => [cause, orderId])).toEqual([['jar/1', '103']]);
  });

  it('C123 is one of a kind, also where a merge brings one that had gone with the same order', () => {
    const each = packingRules([
      { number: 2, rules: { moments: [packingMoment('jar', { n: 1, every: true })] } },
    ]);
    const parcels = [parcel(1, { orderId: '102' })];
    const gone = task('gone', { orderId: '102' });
    const open = task('open', { cause: 'jar/2', orderId: '102' });
    const settled = (tasks: PackingTask[]) => settleParcels('7', each, { parcels, tasks });
    expect(settled([gone, open])).toEqual({ put: [], states: [] });
    expect(settled([gone, { ...gone, cause: 'jar/2' }]).states.map(({ cause }) => cause)).toEqual(['jar/1']);
  });

  it('goes with its order, also once it was packed, and comes back with it', () => {
    expect(statesOf([], [task('open')])).toEqual(['gone']);
    expect(statesOf([], [task('done')])).toEqual(['gone']);
    expect(statesOf([parcel(1)], [task('gone')])).toEqual(['open']);
    expect(statesOf([parcel(1)], [task('gone', { isDone: true })])).toEqual(['done']);
  });

  it('is nothing where nothing is sent: digital, or edited away; what has left has left', () => {
    const empty = parcel(1, { ships: false });
    expect(putInto([empty, parcel(1, { ships: false, isSent: true })])).toEqual([]);
    expect(statesOf([empty], [task('open')])).toEqual(['gone']);
    expect(statesOf([empty], [task('done')])).toEqual(['gone']);
    const left = parcel(1, { ships: false, isSent: true });
    expect(statesOf([left], [task('missed')])).toEqual([]);
    expect(statesOf([left], [task('done')])).toEqual([]);
    expect(statesOf([left], [task('gone')])).toEqual([]);
    expect(statesOf([parcel(1)], [task('gone')])).toEqual(['open']);
  });

  it('that never went out goes into the order that is the first now', () => {
    const next = parcel(1, { orderId: '102' });
    expect(putInto([next], [task('open')])).toEqual([['jar/1', '102', 'open']]);
    expect(statesOf([next], [task('open')])).toEqual([]);
    // One that is still to be sent keeps it, whatever an older order does to the numbers.
    expect(putInto([parcel(1, { orderId: '99' }), parcel(2, { orderId: '101' })], [task('open')])).toEqual(
      [],
    );
  });
});

describe('S-12 what keeps a moment with a task from being published', () => {
  const note = { kind: 'task', task: 'note', words: 'Thank them' } as const;
  const packing = { kind: 'task', task: 'packing', words: 'A jar' } as const;
  const problems = (rule: MomentRule) => momentRuleProblems([rule]);

  it('is another offer beside it, a parcel of no order, or tags that nobody is asked for', () => {
    expect(problems(JAR)).toEqual([]);
    expect(problems(momentRule('joined', { offers: [note] }))).toEqual([]);
    expect(problems(momentRule('joined', { offers: [{ kind: 'points', points: 5 }, note] }))).toEqual([
      { field: 'moments.0.offers.1.words', reason: 'taskAlone' },
    ]);
    expect(problems(momentRule('joined', { offers: [packing] }))).toEqual([
      { field: 'moments.0.offers.0.words', reason: 'packingNeedsOrder' },
    ]);
    const who = { conditions: [{ kind: 'tags-in' as const, tags: ['VIP'] }] };
    expect(problems({ ...JAR, who })).toEqual([{ field: 'moments.0.who.0', reason: 'packingTakesNoTags' }]);
  });
});
