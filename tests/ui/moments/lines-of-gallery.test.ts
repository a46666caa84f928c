// What the gallery says of a moment that the program has: how people hear of it, what came after it, and whether it has stopped.
import { expect, it } from 'vitest';
import type { CeilingState } from '#app/core/moments/ceiling-state.ts';
import type { MomentFigures } from '#app/core/moments/moment-figures.ts';
import { ceilingLines } from '#app/ui/moments/figures/ceiling-lines.ts';
import { unlessStopped } from '#app/ui/editing/states-of-parts.ts';
import type { GalleryData } from '#app/ui/moments/list/gallery-data.ts';
import { linesOfGallery } from '#app/ui/moments/list/lines-of-gallery.ts';
import { rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';

const WORDING = { language: 'en', currency: 'EUR', titles: { products: {}, collections: {} } } as const;
const FULL: CeilingState = { of: 'points', most: 500, given: 480, reached: true };

function factsOf(
  figures: Partial<MomentFigures> | null,
  more: { reached?: boolean; measured?: boolean } = {},
) {
  const holdout = { percent: 10, salt: 'salt', until: '2027-03-01' };
  const moment = momentRule('parcel-late', { key: 'late', ...(more.measured && { holdout }) });
  const draft = rules({ moments: [moment] });
  const data = {
    draft,
    published: { rules: draft },
    today: '2027-01-01',
    gifts: {},
    hearing: { flow: [], heard: {} },
    figures: figures ? { late: figures } : {},
    ceilings: more.reached ? { late: FULL } : {},
  } as unknown as GalleryData;
  return linesOfGallery(data, WORDING).find(({ key }) => key === 'moment/late')?.facts;
}

const HEARD = 'Customers hear of it in your store only.';

it('says no more than how people hear of one that gave nothing yet, or after which nobody ordered so far', () => {
  expect(factsOf(null)).toBe(HEARD);
  expect(factsOf({ given: 0, said: 0, followed: 0 })).toBe(HEARD);
  expect(factsOf({ given: 7, said: 0, followed: 0 })).toBe(HEARD);
});

it('tells how many ordered after it, and that this is no effect that was measured', () => {
  expect(factsOf({ given: 7, said: 0, followed: 5 })).toBe(
    `${HEARD} In 12 months, 5 of 7 ordered within 30 days after. Its effect isn’t measured.`,
  );
  expect(factsOf({ given: 6, said: 1, followed: 5 }, { measured: true })).toBe(
    `${HEARD} In 12 months, 5 of 7 ordered within 30 days after.`,
  );
});

it('says first that it has stopped, and isn’t live any more', () => {
  expect(unlessStopped('live', true)).toBe('stopped');
  // What is waiting to be published comes first.
  expect(unlessStopped('changed', true)).toBe('changed');
  expect(factsOf(null, { reached: true })).toBe(`Stopped: it has given all that you allowed. ${HEARD}`);
});

it('how far it is stands among its figures', () => {
  expect(ceilingLines(null, WORDING)).toEqual([]);
  expect(ceilingLines(FULL, WORDING)).toEqual([{ what: 'Of “Stop after”', value: '480 of 500 points' }]);
  expect(ceilingLines({ ...FULL, of: 'minor' }, WORDING)).toEqual([
    { what: 'Of “Stop after”', value: '€4.80 of €5.00' },
  ]);
});
