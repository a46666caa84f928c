// No order is lost, and none is counted twice: each that Shopify has is known and not taken for deleted, no other is
// counted, and an order's entries have numbers of their own, whoever got them.
import type { TortureCheck } from './torture-check.ts';

export const ordersCheck: TortureCheck = {
  name: 'orders',
  async look({ database, histories }) {
    const wrong: string[] = [];
    let compared = 0;
    for (const { shop, past } of histories) {
      const rows = await database.ask<{ orderId: string; gone: boolean }>(
        `select o."orderId"::text, (o."deletedAt" is not null or o."missingSince" is not null) as gone
         from "Order" o join "Shop" s on s.id = o."shopId" where s.domain = $1`,
        [shop.domain],
      );
      const known = new Map(rows.map(({ orderId, gone }) => [orderId, gone]));
      for (const id of shop.orders.keys()) {
        compared += 1;
        // Whether all of these are known is looked at with past orders.
        if (past.has(id)) continue;
        if (known.get(id) === undefined) wrong.push(`${shop.domain}: order ${id} is lost`);
        else if (known.get(id)) wrong.push(`${shop.domain}: order ${id} is taken for deleted`);
      }
      const left = rows.filter(({ orderId, gone }) => !gone && !shop.orders.has(orderId));
      wrong.push(
        ...left.map(({ orderId }) => `${shop.domain}: order ${orderId} is no more and still counted`),
      );
    }
    return { compared, wrong };
  },
};

export const entriesCheck: TortureCheck = {
  name: 'entries',
  async look({ database }) {
    const [all] = await database.ask<{ many: number }>('select count(*)::int as many from "LedgerEntry"');
    const twice = await database.ask<{ shopId: number; unit: string; kind: string; sourceKey: string }>(
      `select "shopId", unit, min(kind) as kind, "sourceKey" from "LedgerEntry"
       where kind in ('order', 'free-unit', 'adjustment', 'redeem', 'back')
       group by 1, 2, case when "voucherId" is null then kind end, 4 having count(*) > 1`,
    );
    const wrong = twice.map(
      ({ shopId, unit, kind, sourceKey }) => `shop ${shopId}: ${kind} ${sourceKey} twice in ${unit}`,
    );
    return { compared: all?.many ?? 0, wrong };
  },
};
