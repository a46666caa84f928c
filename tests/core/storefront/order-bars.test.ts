// "2 of 3 orders": which moments have a bar, and what of it stands in the copies.
import { describe, expect, it } from 'vitest';
import { projectMember } from '#app/core/storefront/project-member.ts';
import { projectOrderBars } from '#app/core/storefront/project-order-bars.ts';
import { CAUSE_KINDS } from '#app/core/moments/causes/cause-kinds.ts';
import { reward } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';

const FIVE = reward();
const points = { kind: 'points', points: 50 } as const;
const jar = { kind: 'task', task: 'packing', words: 'a jar' } as const;
const third = (change: Parameters<typeof momentRule<'nth-order'>>[1] = {}) =>
  momentRule('nth-order', { key: 'third', ...change });

describe('S-07 the bar to the next gift for orders', () => {
  it('names what comes, and where there is a choice nothing', () => {
    expect(projectOrderBars([third(), third({ key: 'own', offers: [points, jar] })])).toEqual({
      bars: [
        { key: 'third', title: { en: 'A moment', fr: 'Un moment' }, n: 3, gift: { points: 50 } },
        { key: 'own', title: { en: 'A moment', fr: 'Un moment' }, n: 3 },
      ],
    });
    const given = third({ offers: [{ kind: 'reward', key: 'reward-1' }], when: { every: true } });
    expect(projectOrderBars([given], [FIVE]).bars).toMatchObject([
      { every: true, gift: { title: FIVE.title } },
    ]);
  });

  it.each([
    ['the first order, which is no way', { when: { n: 1 } }],
    ['only for some', { who: { conditions: [{ kind: 'first-timers' as const }] } }],
    ['that may have come to its ceiling', { ceiling: { of: 'points' as const, most: 100 } }],
    ['a surprise in the parcel', { offers: [jar] }],
    ['words alone', { offers: [] }],
    ['a reward that the program hasn’t', { offers: [{ kind: 'reward' as const, key: 'gone' }] }],
  ])('there is none for what may turn out otherwise: %s', (_, change) => {
    expect(projectOrderBars([third(change)], [FIVE])).toEqual({});
  });

  it('no other kind has one', () => {
    const others = CAUSE_KINDS.filter((kind) => kind !== 'nth-order').map((kind) => momentRule(kind));
    expect(projectOrderBars(others)).toEqual({});
  });

  it('a member whose number nobody knows has none in the copy', () => {
    const member = {
      ...{ points: 7, pendingPoints: 0, blocked: false, rev: 3 },
      ...{ gifts: [], birthday: null, cards: [] },
    };
    expect(projectMember({ ...member, orders: null }, [])).not.toHaveProperty('orders');
    expect(projectMember({ ...member, orders: { count: 0, had: [] } }, []).orders).toEqual({ count: 0 });
    const left = { ...member, isLeft: true, orders: { count: 2, had: ['third/3'] } };
    expect(projectMember(left, [])).not.toHaveProperty('orders');
  });
});
