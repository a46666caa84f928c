import { pool } from '#app/db/pool.server.ts';
import { SHOWN_NOTE } from '#app/db/ledger/shown-note.server.ts';
import type { TestShop } from './shops.ts';

/** The sentence that each member of a shop is shown; null without. */
export async function shownNotes(shop: TestShop): Promise<(string | null)[]> {
  const { rows } = await pool().query<{ note: { text: string } | null }>(
    `select ${SHOWN_NOTE} from "Member" m join "Shop" s on s.id = m."shopId" where s.id = $1 order by m.id`,
    [shop.id],
  );
  return rows.map(({ note }) => note?.text ?? null);
}
