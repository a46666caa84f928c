// One call that writes members to Shopify, and what came of it.
import { pool } from '#app/db/pool.server.ts';
import { tryAgainNow, type RefusedMember } from '#app/db/storefront/refused-members.server.ts';
import { markSynced } from '#app/db/storefront/sync.server.ts';
import { AdminRefused, AdminThrottled, AdminUnavailable, type Cost, type Failure } from '#app/errors.ts';
import { membersSynced } from '#app/metrics/work-metrics.server.ts';
import { askAdmin } from '#app/shopify/admin-api/admin.server.ts';
import {
  codesByElement,
  setMetafields,
  UNKNOWN_CODE,
  type MetafieldError,
} from '#app/shopify/admin-api/set-metafields.ts';
import { dropNumbers } from '../notices/drop-numbers.ts';
import type { Projected } from './project-members.ts';

/**
 * `wrote`: somebody was written. `behind`: somebody stays to be written. `unnamed`: Shopify refuses some and doesn't say whom, or
 * `failure`. `cost`: null where Shopify doesn't say. `throttled`: it takes this one later.
 */
export type Outcome = {
  wrote: boolean;
  behind: boolean;
  refused: readonly RefusedMember[];
  unnamed: boolean;
  failure: Failure | null;
  cost: Cost | null;
  throttled: AdminThrottled | null;
};
export const NOBODY: Outcome = {
  wrote: false,
  behind: false,
  refused: [],
  unnamed: false,
  failure: null,
  cost: null,
  throttled: null,
};

type Shop = { id: number; domain: string };

/** One atomic call: Shopify writes all or none. @param limit members that the call might have had */
export async function writeBatch(shop: Shop, batch: readonly Projected[], limit: number): Promise<Outcome> {
  try {
    return await writeAll(shop, batch, limit);
  } catch (error) {
    if (!(error instanceof AdminThrottled)) throw error;
    return { ...NOBODY, behind: true, cost: error.cost, throttled: error };
  }
}

async function writeAll(shop: Shop, batch: readonly Projected[], limit: number): Promise<Outcome> {
  const answer = await answerFor(shop, batch);
  if (!('errors' in answer)) return failed(batch, answer, limit);
  const { errors, cost } = answer;
  const [first] = errors;
  if (first) return { ...refusedIn(batch, errors, first.code), cost };
  const failure = await failureOf(dropNumbers(shop, batch));
  if (failure) return { ...failed(batch, failure, limit), cost };
  const marks = batch.map(({ member: { id, rev }, ...told }) => ({ ...told, id, rev }));
  const behind = await markSynced(pool(), shop.id, marks);
  membersSynced.inc(marks.length);
  const codes = batch.flatMap(({ member }) => member.refusal ?? []);
  if (codes.length > 0) await tryAgainNow(pool(), shop.id, codes);
  return { ...NOBODY, wrote: marks.length > 0, behind: behind || codes.length > 0, cost };
}

/** What Shopify refuses of them; a failure where it refuses or fails to answer at all, which may be because of one. */
async function answerFor(
  shop: Shop,
  batch: readonly Projected[],
): Promise<{ errors: MetafieldError[]; cost: Cost | null } | Failure> {
  const metafields = batch.flatMap((each) => each.metafields);
  const asked = askAdmin(shop.domain, setMetafields, { metafields });
  return ofShopify(asked.then(({ data, cost }) => ({ errors: data.metafieldsSet.userErrors, cost })));
}

const failureOf = (work: Promise<void>): Promise<Failure | null> => ofShopify(work.then(() => null));

/** What Shopify refuses, or fails to answer, is no reason to leave the others. */
async function ofShopify<T>(work: Promise<T>): Promise<T | Failure> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AdminRefused || error instanceof AdminUnavailable) return error;
    throw error;
  }
}

/** Who fails alone as well is that one; a batch of more tells by being written one by one. */
function failed(batch: readonly Projected[], failure: Failure, limit: number): Outcome {
  const alone = limit === 1 ? batch : [];
  const refused = alone.map(({ member: { id, customerId } }) => ({ id, customerId, code: failure.code }));
  return { ...NOBODY, behind: true, refused, unnamed: refused.length === 0, failure };
}

function refusedIn(
  batch: readonly Projected[],
  errors: readonly MetafieldError[],
  code: string | null,
): Outcome {
  const codes = codesByElement(errors);
  const alone = batch.length === 1;
  let place = 0;
  const refused = batch.flatMap(({ member: { id, customerId }, metafields }) => {
    const own = metafields.map(() => codes.get(place++));
    const said = own.find((one) => one !== undefined) ?? (alone ? (code ?? UNKNOWN_CODE) : undefined);
    return said === undefined ? [] : [{ id, customerId, code: said }];
  });
  return { ...NOBODY, behind: true, refused, unnamed: refused.length === 0 };
}

/** Of calls that were made at once. */
export function together(outcomes: readonly Outcome[]): Outcome {
  const costs = outcomes.flatMap(({ cost }) => cost ?? []);
  const throttled = outcomes.flatMap((one) => one.throttled ?? []);
  return {
    wrote: outcomes.some(({ wrote }) => wrote),
    behind: outcomes.some(({ behind }) => behind),
    refused: outcomes.flatMap(({ refused }) => refused),
    unnamed: outcomes.some(({ unnamed }) => unnamed),
    failure: outcomes.find(({ failure }) => failure !== null)?.failure ?? null,
    cost: costs.sort((a, b) => a.available - b.available)[0] ?? null,
    throttled: throttled.sort((a, b) => b.waitMs - a.waitMs)[0] ?? null,
  };
}
