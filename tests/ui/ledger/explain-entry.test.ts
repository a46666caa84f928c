// What an entry says of itself is read by a schema of its kind: every shape that was ever written, and nothing else.
import { describe, expect, it } from 'vitest';
import { ENTRY_KINDS } from '#app/core/ledger/entry-kind.ts';
import { VOUCHER_REASONS } from '#app/core/rewards/voucher-explanation.ts';
import { explainEntry } from '#app/ui/ledger/explain-entry.ts';
import type { EntryRow, MemberData } from '#app/ui/members/member/member-data.ts';
import { rules } from '#tests/support/factories.ts';

const data = { names: rules().names, currency: 'EUR', cards: [] } as unknown as MemberData;
const row = (kind: string, explanation: unknown): EntryRow => ({
  id: '1',
  unit: 'points',
  kind,
  amount: 5,
  balanceAfter: 5,
  event: '1',
  balance: 5,
  points: 5,
  orderId: null,
  explanation,
  occurredAt: '2026-11-20T10:00:00Z',
  recordedAt: '2026-11-20T10:00:00Z',
  note: null,
  reason: null,
  madeBy: null,
});
const said = (kind: string, explanation: unknown, language: 'en' | 'fr' = 'en') =>
  explainEntry(row(kind, explanation), data, language);

const NEWER = /^An entry of a newer version: \+5 points$/;
const ORDER = {
  v: 1,
  order: '#1001',
  version: 2,
  target: 5,
  posted: 0,
  pending: 0,
  status: 'paid',
  nothing: null,
};
const GIFT = {
  v: 1,
  occasion: 'birthday',
  year: 2027,
  on: '2027-05-03',
  until: '2027-05-10',
  points: 50,
  daysBefore: 0,
  daysAfter: 7,
  version: 2,
  late: false,
};
const REWARD = {
  v: 1,
  title: { en: '5.00 off', fr: '5,00 de remise' },
  why: 'refunded',
  price: 100,
  used: 95,
  orders: ['#1001'],
};
const lines = [{ lineId: '1', keptMinor: 500 }];
const earned = { points: 1, perMinor: 100, earningMinor: 500, baseMinor: 500, lines };

const MOMENT = {
  v: 1,
  moment: 'third-order',
  kind: 'nth-order',
  title: { en: 'Your third order', fr: 'Votre troisième commande' },
  on: '2027-02-03',
  until: '2027-08-02',
  points: 5,
  version: 2,
};

/** Shapes as they were written, oldest first. */
const WRITTEN: [kind: (typeof ENTRY_KINDS)[number], explanation: object, summary: string][] = [
  ['order', ORDER, 'Order #1001 gave 5 points.'],
  ['import', { v: 1 }, 'An import changed the balance by +5 points.'],
  ['order', { ...ORDER, earned }, 'Order #1001 gave 5 points.'],
  ['order', { ...ORDER, stamps: [{ lineId: '1', units: 2 }] }, 'Order #1001 gave 5 points.'],
  ['order', { ...ORDER, version: null, nothing: 'before-program' }, 'Order #1001 gave 5 points.'],
  ['order', { ...ORDER, nothing: 'moved', target: 0, posted: 5 }, 'Order #1001 gave 5 points.'],
  [
    'free-unit',
    {
      ...ORDER,
      part: 'taken',
      target: -5,
      size: 5,
      stamps: [{ lineId: '1', units: 5, quantity: 6, kept: 6, free: 1, taken: 5 }],
    },
    'Order #1001 gave back 5 points that its free items had used.',
  ],
  ['adjustment', { v: 1 }, 'Adjusted by hand: +5 points'],
  ['merge', { v: 1 }, 'Moved by a merge: +5 points'],
  ['left', { v: 1 }, 'Taken out with the program: +5 points'],
  ['occasion', GIFT, 'Birthday 2027: +5 points'],
  ['occasion', { ...GIFT, occasion: 'anniversary', late: true }, 'Membership anniversary 2027: +5 points'],
  ['gift', MOMENT, 'Your third order: +5 points'],
  ['redeem', { ...REWARD, why: 'redeemed', orders: [] }, 'Reward “5.00 off” taken: +5 points'],
  ['back', REWARD, '“5.00 off”: +5 points back'],
];

describe('what an entry says of itself', () => {
  it.each(WRITTEN)('%s %j is read', (kind, explanation, summary) => {
    expect(said(kind, explanation).summary).toBe(summary);
  });

  it.each([
    ['en', /birthday/i, /published or the member included only then/],
    ['fr', /\bdate\b/, /publié ou le membre réintégré qu’alors/],
  ] as const)('a late gift names the birthday only where it is one (%s)', (language, birthday, why) => {
    const late = (occasion: string) => {
      // A birthday's log says more, where there is one.
      const log = { ...data, birthday: { log: [] }, timeZone: 'UTC' } as unknown as MemberData;
      return explainEntry(row('occasion', { ...GIFT, occasion, late: true }), log, language).reasons.join(
        ' ',
      );
    };
    expect(late('birthday')).toMatch(birthday);
    expect(late('anniversary')).not.toMatch(birthday);
    for (const occasion of ['birthday', 'anniversary']) expect(late(occasion)).toMatch(why);
  });

  it('what came back of a reward says why, what it cost, and what its order uses', () => {
    expect(said('back', REWARD).reasons).toEqual([
      'Items of its order went back.',
      'It cost 100 points. Part used: 95 points.',
      'Used on order #1001.',
    ]);
    const french = said('back', REWARD, 'fr').reasons.map((text) => text.replaceAll(/[\u00a0\u202f]/g, ' '));
    expect(french).toEqual([
      'Des articles de sa commande ont été rendus.',
      'Prix de la récompense : 100 points. Part utilisée : 95 points.',
      'Utilisée sur la commande nº 1001.',
    ]);
  });

  it.each(VOUCHER_REASONS)('a reward’s reason %s has words in both languages', (why) => {
    for (const language of ['en', 'fr'] as const) {
      expect(said('redeem', { ...REWARD, why }, language).reasons[0]).toMatch(/^[A-ZÉ].{8,}\.$/);
    }
  });

  it('may have more than this version knows', () => {
    expect(said('order', { ...ORDER, ripeOn: '2027-01-01' })).toEqual(said('order', ORDER));
  });

  it.each(ENTRY_KINDS)('%s of a newer shape, or of none at all, is said to be one', (kind) => {
    const [, explanation] = WRITTEN.find(([written]) => written === kind)!;
    for (const other of [
      { ...explanation, v: 2 },
      { v: '1' },
      {},
      null,
      undefined,
      7,
      'garbage',
      [],
      [null],
    ]) {
      expect(said(kind, other).summary).toMatch(NEWER);
      expect(said(kind, other).reasons).toHaveLength(1);
    }
  });

  it.each(['order', 'free-unit', 'occasion', 'redeem', 'back'] as const)(
    '%s that lacks a field never throws',
    (kind) => {
      const [, explanation] = WRITTEN.find(([written]) => written === kind)!;
      const optional = ['part', 'size', 'stamps', 'earned'];
      for (const field of Object.keys(explanation).filter((name) => !optional.includes(name))) {
        const { [field as keyof typeof explanation]: _, ...rest } = explanation;
        expect(said(kind, rest).summary).toMatch(NEWER);
      }
    },
  );

  it('a kind that this version doesn’t know is said to be of a newer one, in both languages', () => {
    for (const kind of ['expiry', 'toString', '__proto__', '']) {
      expect(said(kind, { v: 1 }).summary).toMatch(NEWER);
      expect(said(kind, { v: 1 }, 'fr').summary).toContain('version plus récente');
    }
  });

  it('a debt is said whoever wrote the entry', () => {
    const repays = { ...row('expiry', null), balanceAfter: 2 };
    expect(explainEntry(repays, data, 'en').reasons).toHaveLength(2);
  });
});
