// What the gallery says of each moment that is ready to be used, and how a new one begins.
import { describe, expect, it } from 'vitest';
import { READY_MADE, beginMoment, readyMade, withRewards } from '#app/core/editing/ready-made.ts';
import { CAUSE_KINDS, type CauseKind } from '#app/core/moments/causes/cause-kinds.ts';
import type { WouldHave } from '#app/core/moments/would-have.ts';
import { byLanguage } from '#app/core/values/languages.ts';
import { momentFigureLines } from '#app/ui/moments/figures/moment-figure-lines.ts';
import { heardInWords, wouldHaveInWords } from '#app/ui/moments/list/would-have-in-words.ts';
import { readyCards } from '#app/ui/moments/list/ready-cards.ts';
import type { GalleryData } from '#app/ui/moments/list/gallery-data.ts';
import { occasion, reward, rules } from '#tests/support/factories.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const wording = (language: 'en' | 'fr') => {
  return { language, currency: 'EUR', titles: { products: {}, collections: {} } };
};
const KNOWN: WouldHave = {
  joined: 18,
  birthdays: 1,
  anniversaries: 0,
  newsletter: null,
  orders: [{ first: 2, last: 3, members: 4 }],
  arrived: 7,
  late: 0,
  silent: 1,
};
const any = reward({
  gives: { kind: 'any-amount', minor: 500, leastMinor: 100, mostMinor: null, sharePercent: 100 },
});
const said = (key: string, language: 'en' | 'fr', rewards = [any]) =>
  plain(wouldHaveInWords(readyMade(key)!, { known: KNOWN, rewards }, wording(language)));

describe('what a ready-made moment would have come to', () => {
  it.each([
    ['welcome', 'en', 'About 18 times in your store’s last 90 days. That is 360 points, worth €18.00.'],
    [
      'welcome',
      'fr',
      'Environ 18 fois ces 90 derniers jours dans votre boutique. Soit 360 points, d’une valeur de 18,00 €.',
    ],
    ['third-order', 'en', 'About 4 times in your store’s last 90 days.'],
    ['first-order', 'en', 'Not once in your store’s last 90 days.'],
    ['quiet', 'en', 'About 1 time in your store’s last 90 days.'],
    ['newsletter', 'en', 'How often it would have come: not measured.'],
    ['own-day', 'fr', 'Seulement pour ce qu’ils vous disent. Rien n’est deviné.'],
    ['by-hand', 'en', 'As often as you say so.'],
  ] as const)('%s (%s)', (key, language, words) => {
    expect(said(key, language)).toBe(words);
  });

  it('tells points without a worth where no reward says what one is worth', () => {
    expect(said('welcome', 'en', [])).toContain('That is 360 points.');
  });

  it('every one says how customers hear of it', () => {
    const heard = READY_MADE.map((ready) => heardInWords(ready, [], wording('en')));
    expect(heard).toHaveLength(READY_MADE.length);
    expect(new Set(heard)).toEqual(
      new Set([
        'Customers hear of it in your store only.',
        'It can’t be live yet: who stays away doesn’t see your store. Switch on Flow for it.',
        'Customers find it in the parcel.',
        'Customers read it on paper.',
      ]),
    );
  });
});

it('every kind of the list can be begun in the gallery', () => {
  const begun = new Set<CauseKind>(READY_MADE.map(({ kind }) => kind));
  expect(CAUSE_KINDS.filter((kind) => !begun.has(kind))).toEqual([]);
});

it('figures of what the merchant does tell what is done, open and missed, and that its cost isn’t measured', () => {
  const none = {
    open: 0,
    unchosen: 0,
    used: 0,
    lapsed: 0,
    points: 0,
    costMinor: 0,
    unmeasured: 0,
    heldOut: 0,
  };
  const figures = { ...none, given: 2, lately: 0, followed: 1, said: 1, chosen: [] };
  const tasks = { done: 2, open: 3, missed: 1 };
  const lines = momentFigureLines({ ...figures, tasks }, rules().names, wording('en'));
  expect(lines.map(({ what, value }) => `${what}: ${value}`)).toEqual([
    'Given: 2',
    'Ticked off: 2',
    'Still to do: 3',
    'Sent without it: 1',
    'Words without a gift: 1',
    'What it cost you: not measured',
    'Ordered within 30 days after: 1',
  ]);
});

it('every one begins for everybody: what it would have come to leaves no condition out', () => {
  const limited = READY_MADE.filter(
    (ready) =>
      beginMoment(
        ready,
        byLanguage(() => ''),
      ).who.length > 0,
  );
  expect(limited).toEqual([]);
});

it('a second birthday is offered once there is a first', () => {
  const offered = (occasions: ReturnType<typeof occasion>[]) => {
    const draft = rules({ occasions });
    const hearing = { flow: [], heard: {} };
    const data = { draft, wouldHave: KNOWN, hearing } as unknown as GalleryData;
    return readyCards(data, wording('en')).map(({ of }) => of);
  };
  expect(offered([])).toEqual(expect.arrayContaining(['birthday', 'anniversary']));
  expect(offered([])).not.toContain('another-birthday');
  const second = offered([occasion()]);
  expect(second).toContain('another-birthday');
  expect(second).not.toContain('birthday');
  expect(second).not.toContain('another-anniversary');
});

it('a new one begins with the program’s rewards, each once', () => {
  const title = byLanguage(() => 'Third');
  const begun = withRewards(beginMoment(readyMade('third-order')!, title), [{ key: 'five' }]);
  expect(begun.offers.map(({ kind, reward: key }) => [kind, key])).toEqual([
    ['points', ''],
    ['reward', 'five'],
    ['reward', ''],
  ]);
});

it('figures name what was chosen, and leave out what there is none of', () => {
  const figures = {
    ...{ given: 3, lately: 1, open: 0, unchosen: 0, used: 1, lapsed: 0, points: 50, costMinor: 500 },
    ...{ unmeasured: 0, followed: 2, heldOut: 0, said: 0, tasks: null },
    chosen: [
      { gift: reward({ title: { en: 'Coffee', fr: 'Café' } }), count: 2 },
      { gift: { kind: 'points' as const, points: 50 }, count: 1 },
      { gift: { kind: 'task' as const, task: 'note' as const, words: 'Thanks' }, count: 1 },
    ],
  };
  const lines = momentFigureLines(figures, rules().names, wording('en'));
  expect(lines.map(({ what, value }) => `${what}: ${value}`)).toEqual([
    'Given: 3',
    'Of these, in the last 30 days: 1',
    'Chosen: “Coffee”: 2',
    'Chosen: 50 points: 1',
    'Chosen: “Thanks”: 1',
    'Points given: 50',
    'Used: 1',
    'Taken off orders: €5.00',
    'Ordered within 30 days after: 2',
  ]);
});
