// How customers hear of a moment, on its page, in the gallery and on Home.
import { describe, expect, it } from 'vitest';
import type { HeardOf } from '#app/core/notices/notice-of-moment.ts';
import type { NoticeKind } from '#app/core/notices/notice-kinds.ts';
import { heardBeforehand, heardInFull, momentHeard } from '#app/ui/notices/moment-heard.ts';

const POINTS = { kind: 'points' } as const;
const task = (what: 'packing' | 'note' | 'call') => ({ kind: 'task', task: what }) as const;
const heard = (moment: HeardOf, flow: NoticeKind[], sent = 41, refused = 0) =>
  momentHeard({ ...moment, key: 'it' }, { flow, heard: { it: { sent, refused } } }, 'en');

describe('how customers hear of a moment', () => {
  it('counts what Flow was sent of it, and what was refused', () => {
    const joined = { kind: 'joined', offers: [POINTS] } as const;
    expect(heard(joined, ['gift-given'])).toBe('By Flow: 41 in 30 days');
    expect(heard(joined, ['gift-given'], 3, 1)).toBe('By Flow: 3 in 30 days · 1 refused by Shopify');
    expect(heard(joined, ['choose-gift'])).toBe('In your store only');
  });

  it('is by the notice of what it brings', () => {
    const choice = { kind: 'nth-order', offers: [POINTS, { kind: 'reward' }] } as const;
    expect(heard(choice, ['gift-given'])).toBe('In your store only');
    expect(heard(choice, ['choose-gift'])).toBe('By Flow: 41 in 30 days');
    expect(heard({ kind: 'parcel-late', offers: [POINTS] }, ['parcel-late'])).toContain('41');
  });

  it('is a whole sentence in the gallery, where nothing goes to Flow', () => {
    const joined = { kind: 'joined', offers: [POINTS], key: 'it' } as const;
    const hearing = { flow: [], heard: {} };
    expect(heardInFull(joined, hearing, 'en')).toBe('Customers hear of it in your store only.');
    expect(heardInFull(joined, { ...hearing, flow: ['gift-given'] }, 'en')).toBe('By Flow: 0 in 30 days');
  });

  it('says why silence can’t be live while nobody outside the shop is told', () => {
    const silent = { kind: 'silent', offers: [] } as const;
    expect(heard(silent, ['gift-given'])).toContain('It can’t be live yet');
    expect(heard(silent, ['silent'])).toBe('By Flow: 41 in 30 days');
  });

  it('what the shop does by hand tells itself', () => {
    const words = (what: 'packing' | 'note' | 'call') =>
      heardBeforehand({ kind: 'nth-order', offers: [task(what)] }, ['gift-given'], 'en');
    expect([words('packing'), words('note'), words('call')]).toEqual([
      'Customers find it in the parcel.',
      'Customers read it on paper.',
      'Customers hear it from you.',
    ]);
  });
});
