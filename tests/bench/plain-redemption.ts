// The baseline of `redemptions`: a redemption as one writes it first, and correct. The member's row locked, its balance checked
// and debited, the entry written, a code taken, the voucher written; one statement after the other, through `pg`.
import type { PoolClient } from 'pg';
import type { Reward } from '#app/core/rewards/reward-rules.ts';

const named = (name: string, text: string, values: unknown[]) => ({ name: `plain-${name}`, text, values });

export type PlainRedemption = {
  shopId: number;
  customerId: string;
  reward: Reward;
  owner: string;
  key: string;
};
type Locked = { id: string; points: string; seq: number };

async function lock(client: PoolClient, { shopId, customerId, reward }: PlainRedemption): Promise<Locked> {
  const text = `select id::text, points::text, seq from "Member" where "shopId" = $1 and "customerId" = $2 for update`;
  const { rows } = await client.query<Locked>(named('lock', text, [shopId, customerId]));
  if (!rows[0] || Number(rows[0].points) < reward.cost) throw new Error('not enough points');
  return rows[0];
}

async function debit(
  client: PoolClient,
  { shopId, reward, key }: PlainRedemption,
  member: Locked,
): Promise<void> {
  const { title, cost } = reward;
  const balance = Number(member.points) - cost;
  const save = 'update "Member" set points = $2, seq = $3, rev = rev + 1 where id = $1';
  await client.query(named('save', save, [member.id, balance, member.seq + 1]));
  const text = `insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", amount, "balanceAfter",
      "programVersion", explanation, "occurredAt", "recordedAt")
    values ($1, $2, $3, 'points', 'redeem', $4, $5, $6, 1, $7, now(), now())`;
  const told = JSON.stringify({ v: 1, title, why: 'redeemed', price: cost, used: cost, orders: [] });
  const values = [shopId, member.id, member.seq + 1, `voucher/${key}/1`, -cost, balance, told];
  await client.query(named('entry', text, values));
}

async function takeCode(client: PoolClient, { shopId, owner }: PlainRedemption): Promise<string> {
  const text = `update "RewardCode" c set state = 'taken'
    from (select code from "RewardCode" where "shopId" = $1 and owner = $2 and state = 'ready' limit 1
      for update skip locked) as ready
    where c."shopId" = $1 and c.code = ready.code returning c.code`;
  const { rows } = await client.query<{ code: string }>(named('code', text, [shopId, owner]));
  if (!rows[0]) throw new Error('no code');
  return rows[0].code;
}

/** In a transaction of its own. @throws Error where anything of it can't be */
export async function redeemPlainly(client: PoolClient, wanted: PlainRedemption): Promise<string> {
  const { shopId, reward, owner, key } = wanted;
  await client.query('begin');
  try {
    const member = await lock(client, wanted);
    await debit(client, wanted, member);
    const code = await takeCode(client, wanted);
    const text = `insert into "Voucher" ("shopId", "memberId", cause, "rewardKey", "programVersion", gives, code, owner, price,
        "heldAt", "validFrom", "validUntil")
      values ($1, $2, $3, $4, 1, $5, $6, $7, $8, now(), current_date, current_date + $9::int)`;
    const gives = JSON.stringify(reward);
    const terms = [code, owner, reward.cost, reward.lastsDays];
    await client.query(
      named('voucher', text, [shopId, member.id, `redeem/${key}`, reward.key, gives, ...terms]),
    );
    await client.query('commit');
    return code;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
