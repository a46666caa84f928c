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
      const said = saidBy(history, rows);
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

/** Of whom nothing was forgotten. */
const isOne = ({ customers }: ShopHistory, customerId: string): boolean => customers.includes(customerId);

/** Notices of either half are of the person. */
function saidBy(history: ShopHistory, rows: readonly Row[]): Map<string, Pick<Row, 'told' | 'unsure'>> {
  const said = new Map<string, Pick<Row, 'told' | 'unsure'>>();
  for (const { customerId, kind, told, unsure } of rows) {
    const name = `${history.personOf(customerId)} notice-${kind}`;
    const before = said.get(name) ?? { told: 0, unsure: 0 };
    said.set(name, { told: before.told + told, unsure: before.unsure + unsure });
  }
  return said;
}

function heardBy(history: ShopHistory): Map<string, number> {
  const heard = new Map<string, number>();
  for (const { handle, payload } of history.shop.flow.messages) {
    const name = `${history.personOf(String(payload['customer_id']))} ${handle}`;
    heard.set(name, (heard.get(name) ?? 0) + 1);
  }
  return heard;
}
