// What the rules need to know of past orders, by halves where Shopify refuses: an order of which it won't say so holds up no other.
import { isAsked, NOTHING_ASKED, type AskedFacts } from '#app/core/orders/facts/freeze-facts.ts';
import type { DueOrder } from '#app/db/orders/due-orders.server.ts';
import type { ShopProgram } from '#app/db/program/programs.server.ts';
import { askFacts } from '../orders/ask-facts.ts';
import { workApart } from '../orders/work-apart.ts';

/** More than these, and it isn't about single orders. */
const MOST_UNTOLD = 50;

type ToldFacts = { asked: AskedFacts; told: DueOrder[]; untold: DueOrder[] };

/**
 * Throws a Failure when Shopify can't be asked, and its refusal where it refuses too many.
 * @param before how many it refused already
 */
export async function askFactsApart(
  program: ShopProgram,
  orders: readonly DueOrder[],
  shopId: number,
  before: number,
): Promise<ToldFacts> {
  const facts: ToldFacts = { asked: NOTHING_ASKED, told: [], untold: [] };
  await workApart(orders, {
    together: async (some) => {
      const { asked, failure } = await askFacts(program, some, shopId);
      if (failure && some.some((order) => !isAsked(order, program, asked))) throw failure;
      facts.asked = withMore(facts.asked, asked);
      facts.told.push(...some);
    },

    alone: async (order, error) => {
      facts.untold.push(order);
      if (before + facts.untold.length > MOST_UNTOLD) throw error;
    },
  });
  return facts;
}

function withMore(known: AskedFacts, more: AskedFacts): AskedFacts {
  return {
    tags: { ...known.tags, ...more.tags },
    collections: { ...known.collections, ...more.collections },
    productTags: { ...known.productTags, ...more.productTags },
    received: { ...known.received, ...more.received },
  };
}
