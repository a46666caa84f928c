// Shops with a moment from which members choose, and what became of what they chose.
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import { pool } from '#app/db/pool.server.ts';
import { reward } from './factories.ts';
import { momentRule } from './moment-rules.ts';
import { bought, counted, momentShop, sweepOn } from './moment-shop.ts';
import { memberWith, type OccasionShop } from './occasions.ts';
import { addReadyCodes, FIVE } from './rewards.ts';

export const MUG = reward({ key: 'mug', title: { en: 'A mug', fr: 'Une tasse' } });

/** Points, five off, a mug. */
export const THIRD: MomentRule = momentRule('nth-order', {
  key: 'third',
  title: { en: 'Your third order', fr: 'Votre troisième commande' },
  offers: [
    { kind: 'points', points: 50 },
    { kind: 'reward', key: 'five' },
    { kind: 'reward', key: 'mug' },
  ],
  openDays: 14,
});

export const CAUSE = 'third/3';
export const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);

/** Its rewards have so many codes each. */
export async function choiceShop({ codes = 5, moments = [THIRD] } = {}): Promise<OccasionShop> {
  const shop = await momentShop(moments, { rules: { rewards: [FIVE, MUG] } });
  for (const each of [FIVE, MUG]) await addReadyCodes(shop, { ...each, lastsDays: 14 }, codes);
  return shop;
}

/** Who ordered for the third time on 3 February, and may choose until the 17th. */
export async function memberWhoChooses(shop: OccasionShop): Promise<{ id: string; customerId: string }> {
  const member = await memberWith(shop);
  await counted(shop, member.id, 0);
  await bought(shop, member.id, ['2027-02-01', '2027-02-02', '2027-02-03']);
  // As if the day hadn't been swept before.
  await pool().query(`update "Shop" set "sweptThrough" = '2027-02-02' where id = $1`, [shop.id]);
  await sweepOn(shop, '2027-02-03');
  return member;
}

/** `third/3 given 1`: cause, state and what was chosen, of the whole shop. */
export async function choiceRows(shop: OccasionShop): Promise<string[]> {
  const { rows } = await pool().query<{ text: string }>(
    `select cause || ' ' || state || coalesce(' ' || chosen, '') as text from "Gift" where "shopId" = $1
     order by cause, state, "memberId"`,
    [shop.id],
  );
  return rows.map(({ text }) => text);
}
