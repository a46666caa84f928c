// What is kept of every order is what the order says now, and what members' rows say of it is the sum: all of them, where a night
// looks at a part. Of whoever is away nothing is kept.
import { historyMismatches } from '#app/db/history/kept-orders.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { keptOrderMismatches } from '#app/usecases/history/compare-kept-orders.ts';
import type { TortureCheck } from './torture-check.ts';

const OF_NOBODY = `select k."orderId"::text as said from "KeptOrder" k join "Member" m on m.id = k."memberId"
  where m."leftAt" is not null or m."erasedAt" is not null or m."mergedIntoId" is not null`;

export const keptOrdersCheck = {
  name: 'kept orders',
  async look({ database }) {
    const differing = [
      ...(await keptOrderMismatches(pool(), null, { part: 0, of: 1 })),
      ...(await historyMismatches(pool(), null)),
    ];
    const [all] = await database.ask<{ many: number }>('select count(*)::int as many from "KeptOrder"');
    const strays = await database.ask<{ said: string }>(OF_NOBODY);
    const wrong = [
      ...differing.map((one) => `kept: ${JSON.stringify(one)}`),
      ...strays.map(({ said }) => `order ${said} is kept of somebody who is gone`),
    ];
    return { compared: all?.many ?? 0, wrong };
  },
} satisfies TortureCheck;
