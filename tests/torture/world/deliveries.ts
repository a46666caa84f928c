// What the network does to webhooks: most arrive, some twice, late, after newer ones, or never. Which topics may be lost
// for good is said here, because of some nobody can ever tell afterwards (decision 034).
import type { Control } from '#tests/local-shopify/webhooks/controls.ts';
import type { Counts } from '../counts.ts';
import type { Random } from '../random.ts';

const MAY_BE_LOST = /^(orders|refunds)\//;

const SHARES = { lost: 0.02, doubled: 0.05, late: 0.05, overtaken: 0.04 };
const MOST_LATE_MS = 2_500;

export function badNetwork(random: Random, counts: Counts): (topic: string) => Control | null {
  return (topic) => {
    const [lost, doubled, late, overtaken] = [random.next(), random.next(), random.next(), random.next()];
    counts.add('sent');
    if (lost < SHARES.lost && MAY_BE_LOST.test(topic)) {
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
