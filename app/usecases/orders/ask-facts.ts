// Facts that the due orders' rules need and the orders don't carry, asked in a few calls before anything is locked.
import { FACTS, NOTHING_ASKED, type AskedFacts } from '#app/core/orders/facts/freeze-facts.ts';
import type { FactKind } from '#app/core/orders/facts/fact-kind.ts';
import type { OrderOfMember, ProgramHistory } from '#app/core/orders/known-order.ts';
import type { Failure } from '#app/errors.ts';
import { askCustomerTags } from '../members/ask-customer-tags.ts';
import { askProductGroups } from './ask-product-groups.ts';

type Answer = Partial<AskedFacts> & { failure?: Failure };

/** The use case that asks Shopify for each kind of fact; null where none is needed. */
const ASK: Record<keyof typeof FACTS, ((domain: string, ids: readonly string[]) => Promise<Answer>) | null> =
  {
    productGroups: askProductGroups,
    customerTags: askCustomerTags,
    dayOfOrder: null,
  };

/** `failure` is set when Shopify couldn't be asked for all of it: the orders that lack something wait. */
export async function askFacts(
  program: ProgramHistory & { domain: string },
  orders: readonly OrderOfMember[],
): Promise<{ asked: AskedFacts; failure?: Failure }> {
  let asked = NOTHING_ASKED;
  let failed: Failure | undefined;
  for (const name of Object.keys(FACTS) as (keyof typeof FACTS)[]) {
    const kind: FactKind<AskedFacts> = FACTS[name];
    const ids = new Set(orders.flatMap((order) => kind.missing(order, program)));
    const { failure, ...answer } = (await ASK[name]?.(program.domain, [...ids])) ?? {};
    asked = { ...asked, ...answer };
    failed ??= failure;
  }
  return failed ? { asked, failure: failed } : { asked };
}
