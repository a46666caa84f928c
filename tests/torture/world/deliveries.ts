// What the network does to webhooks: most arrive, some twice, late, after newer ones, or never. Which topics may be lost
// for good is said here, because of some nobody can ever tell afterwards (decision 034).
import type { Control } from '#tests/local-shopify/webhooks/controls.ts';
import type { Delivery } from '#tests/local-shopify/webhooks/delivery.ts';
import type { Counts } from '../counts.ts';
import type { Random } from '../random.ts';

const MAY_BE_LOST = /^(orders|refunds)\//;

const SHARES = { lost: 0.02, doubled: 0.05, late: 0.05, overtaken: 0.04 };
const MOST_LATE_MS = 2_500;

/**
 * Whether the order was told before as of the same second. The listing of what changed goes by whole seconds, so of two changes
 * within one the later telling mustn't be lost for good (decision 051).
 */
function toldWithinTheSecond(): (delivery: Delivery) => boolean {
  const told = new Map<string, { at: string; eventId: string }>();
  return ({ body, shop, eventId }) => {
    const { admin_graphql_api_id: id = '', updated_at: at = '' } = JSON.parse(body) as Record<string, string>;
    const before = told.get(`${shop}/${id}`);
    if (before?.at !== at) told.set(`${shop}/${id}`, { at, eventId });
    return before?.at === at && before.eventId !== eventId;
  };
}

export function badNetwork(random: Random, counts: Counts): (delivery: Delivery) => Control | null {
  const isSecond = toldWithinTheSecond();
  return (delivery) => {
    const [lost, doubled, late, overtaken] = [random.next(), random.next(), random.next(), random.next()];
    counts.add('sent');
    if (!isSecond(delivery) && lost < SHARES.lost && MAY_BE_LOST.test(delivery.topic)) {
      counts.add('lost');
      return { dropNext: 1 };
    }
    const control: Control = {};
    if (doubled < SHARES.doubled) control.repeat = doubled < SHARES.doubled / 5 ? 3 : 2;
    if (late < SHARES.late) control.delayMs = Math.ceil((late / SHARES.late) * MOST_LATE_MS);
    if (overtaken < SHARES.overtaken) control.reorder = true;
    if (control.repeat) counts.add('doubled');
    if (control.delayMs) counts.add('late');
    if (control.reorder) counts.add('overtaken');
    return control;
  };
}
