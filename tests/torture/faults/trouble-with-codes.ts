// Shopify makes and deletes codes later than it was asked to, not all of them, or says so and doesn't.
import type { CodeTrouble } from '#tests/local-shopify/shop/code-trouble.ts';
import type { TortureFault } from './torture-fault.ts';

const MOST_MS = 4_000;

/** For a while, and not longer than until all goes well again. */
const lasting = (name: string, weight: number, trouble: Partial<CodeTrouble>): TortureFault => ({
  name,
  weight,
  strike(random, { histories }) {
    const { codeDiscounts } = random.pick(histories).shop;
    const ms = random.whole(100, MOST_MS);
    Object.assign(codeDiscounts.trouble, trouble);
    setTimeout(() => codeDiscounts.trouble.clear(), ms).unref();
    return Promise.resolve(true);
  },
});

/** One of three, by its text. */
const third = (code: string): boolean => code.charCodeAt(3) % 3 === 0;

export const troubleWithCodes: readonly TortureFault[] = [
  lasting('codes that come late', 2, { holdsWork: true }),
  lasting('codes that fail', 1, { fails: third }),
  lasting('codes that are told and not made', 1, { skips: third }),
  lasting('codes that stay', 1, { keepsDeleted: true }),
  lasting('uses that are counted late', 2, { usageLagMs: 60_000 }),
  lasting('codes that may not be deleted', 1, { refusesDeletion: 'Something went wrong.' }),
];
