// Members who have points already, many in one transaction; vouchers that they hold, as redemptions leave them.
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { rewardValueHash } from '#app/core/rewards/reward-value.ts';
import { writeLedger, type Posting } from '#app/db/ledger/ledger.server.ts';
import { lockMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { at } from '#tests/support/factories.ts';
import type { TestShop } from '#tests/support/shops.ts';

const SEEDED_AT = new Date(at('09:00'));

/** A customer's credits, all of one size. */
type Credits = { customerId: string; credits: number; each: number };

function posting(member: LockedMember, amount: number, more: Partial<Posting>): Posting {
  return {
    member,
    amount,
    unit: 'points',
    cardSize: null,
    kind: 'adjustment',
    sourceKey: 'adjustment/seed',
    orderId: null,
    programVersion: 1,
    explanation: { v: 1 },
    occurredAt: SEEDED_AT,
    ...more,
  };
}

/** Locked in the order of `customerIds`. */
async function lockAll(
  client: Parameters<typeof lockMembers>[0],
  shop: TestShop,
  customerIds: readonly string[],
) {
  const members = await lockMembers(client, shop.id, { customerIds, memberIds: [] }, SEEDED_AT);
  const byCustomer = new Map(members.map((member) => [member.customerId, member]));
  return customerIds.map((customerId) => {
    const member = byCustomer.get(customerId);
    if (!member) throw new Error(`${customerId} is no member`);
    return member;
  });
}

export async function seedMembers(shop: TestShop, wanted: readonly Credits[]): Promise<void> {
  await withTransaction(async (client) => {
    const members = await lockAll(
      client,
      shop,
      wanted.map(({ customerId }) => customerId),
    );
    const postings = members.flatMap((member, index) => {
      const { credits = 0, each = 0 } = wanted[index] ?? {};
      return Array.from({ length: credits }, (_, nr) => {
        return posting(member, each, { sourceKey: `adjustment/seed-${nr}` });
      });
    });
    await writeLedger(client, shop.id, { postings, pending: [] }, SEEDED_AT);
  });
}

const ownerOf = (of: Reward): string => `reward/${of.key}/${rewardValueHash(of)}/1`;

const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** As the app's own: twelve signs that nobody mixes up. */
function codeOf(nr: number): string {
  let [code, rest] = ['', nr];
  for (; rest > 0; rest = Math.floor(rest / SIGNS.length)) code = `${SIGNS[rest % SIGNS.length]}${code}`;
  return code.padStart(12, 'A');
}

/** Ready codes of a reward. */
export async function seedCodes(shop: TestShop, of: Reward, count: number): Promise<void> {
  const codes = Array.from({ length: count }, (_, nr) => codeOf(nr));
  await pool().query(
    `insert into "RewardCode" ("shopId", code, owner, state, "madeAt")
     select $1, code, $2, 'ready', $4 from unnest($3::text[]) as code`,
    [shop.id, ownerOf(of), codes, SEEDED_AT],
  );
}

/**
 * A held voucher for each of the customers, who may come more than once and must have the points.
 * @returns its code for each, as orders tell it
 */
export async function seedVouchers(
  shop: TestShop,
  of: Reward,
  customerIds: readonly string[],
): Promise<string[]> {
  const codes = customerIds.map((_, nr) => codeOf(nr));
  await withTransaction(async (client) => {
    const members = await lockAll(client, shop, [...new Set(customerIds)]);
    const byCustomer = new Map(members.map((member) => [member.customerId, member]));
    const { rows } = await client.query<{ id: string }>(
      `insert into "Voucher" ("shopId", "memberId", cause, "rewardKey", "programVersion", gives, code, owner, price,
         "faceMinor", "heldAt", "validFrom", "validUntil")
       select $1, m, 'redeem/' || code, $2, 1, $3, code, $4, $5, $6, $7::timestamptz, $7::timestamptz::date, '2099-12-31'
       from unnest($8::bigint[], $9::text[]) with ordinality as u(m, code, nr) order by nr returning id::text`,
      [
        ...[shop.id, of.key, JSON.stringify(of), ownerOf(of), of.cost],
        of.gives.kind === 'amount' ? of.gives.minor : null,
        SEEDED_AT,
        customerIds.map((customerId) => byCustomer.get(customerId)?.id),
        codes,
      ],
    );
    const { title, cost } = of;
    const explanation = { v: 1, title, why: 'redeemed', price: cost, used: cost, orders: [] };
    const postings = rows.flatMap(({ id }, nr) => {
      const member = byCustomer.get(customerIds[nr] ?? '');
      const more = { kind: 'redeem', sourceKey: `voucher/${id}/1`, voucherId: id, explanation } as const;
      return member ? [posting(member, -cost, more)] : [];
    });
    await writeLedger(client, shop.id, { postings, pending: [] }, SEEDED_AT);
    await client.query(
      `insert into "RewardCode" ("shopId", code, owner, state, "madeAt")
       select $1, code, $2, 'taken', $4 from unnest($3::text[]) as code`,
      [shop.id, ownerOf(of), codes, SEEDED_AT],
    );
  });
  return codes.map((code) => code.toLowerCase());
}
