// Flow heard each notice once: as many messages of a kind came for a customer as the app says were told, and no more than those and the
// ones of which it never heard, or that Shopify carried out and answered with an error.
import type { Looked } from '../members.ts';
import type { ShopHistory } from '../../shop-history.ts';
import type { TortureCheck } from '../torture-check.ts';

type Row = { customerId: string; kind: string; told: number; unsure: number };

const NOTICES = `select m."customerId"::text, n.kind, (count(*) filter (where n.state = 'told'))::int as told,
    (count(*) filter (where n.state in ('unsure', 'telling', 'refused')))::int as unsure
  from "Notice" n join "Member" m on m.id = n."memberId" join "Shop" s on s.id = n."shopId" where s.domain = $1 group by 1, 2`;

export const noticesCheck = {
  name: 'notices',
  async look({ database, histories }: Looked) {
    const wrong: string[] = [];
    let compared = 0;
    for (const history of histories) {
      const rows = await database.ask<Row>(NOTICES, [history.shop.domain]);
      const heard = heardBy(history);
      compared += [...heard.values()].reduce((sum, many) => sum + many, 0);
      const said = new Map(rows.map((row) => [`${row.customerId} notice-${row.kind}`, row]));
      for (const name of new Set([...heard.keys(), ...said.keys()])) {
        const [customerId = ''] = name.split(' ');
        if (!isOne(history, customerId)) continue;
        const { told = 0, unsure = 0 } = said.get(name) ?? {};
        const came = heard.get(name) ?? 0;
        if (came < told || came > told + unsure)
          wrong.push(`${history.shop.domain}: ${name} came ${came} times; told ${told}, unsure ${unsure}`);
      }
    }
    return { compared, wrong };
  },
} satisfies TortureCheck;

/** Of whom nothing was forgotten, or became another's. */
const isOne = ({ customers, joined }: ShopHistory, customerId: string): boolean =>
  customers.includes(customerId) && !joined.has(customerId);

function heardBy({ shop }: ShopHistory): Map<string, number> {
  const heard = new Map<string, number>();
  for (const { handle, payload } of shop.flow.messages) {
    const name = `${String(payload['customer_id'])} ${handle}`;
    heard.set(name, (heard.get(name) ?? 0) + 1);
  }
  return heard;
}
