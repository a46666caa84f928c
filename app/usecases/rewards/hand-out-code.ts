// A gift gets its code, in the caller's transaction and under its member's lock. It costs nothing, so nothing is debited.
import type { PoolClient } from 'pg';
import { faceOf } from '#app/core/rewards/decide-redeem.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { rewardValueHash } from '#app/core/rewards/reward-value.ts';
import { voucherDays } from '#app/core/rewards/voucher-days.ts';
import { addVoucher, nextVoucherId } from '#app/db/rewards/vouchers.server.ts';
import { takeOwnCode } from './own/take-own-code.ts';
import { addDays } from '#app/core/values/days.ts';

export type CodeWanted = {
  memberId: string;
  cause: string;
  reward: Reward;
  programVersion: number;
  /** Of the shop's calendar. */
  today: string;
  at: Date;
};

/** False where no code is ready: it waits. */
export async function handOutCode(client: PoolClient, shopId: number, wanted: CodeWanted): Promise<boolean> {
  const { reward, today, at, ...rest } = wanted;
  const id = await nextVoucherId(client);
  const terms = { price: 0, faceMinor: faceOf(reward), heldAt: at, heldOn: today, ...daysOf(reward, today) };
  const value = `reward/${reward.key}/${rewardValueHash(reward)}/`;
  const voucher = { ...rest, id, reward, value, ...terms };
  const code =
    (await addVoucher(client, shopId, voucher)) ?? (await takeOwnCode(client, shopId, voucher, null));
  return code !== null;
}

/** What a hand gives can be used: named days that are over don't bind it. */
function daysOf(reward: Reward, today: string) {
  return voucherDays(reward, today) ?? { validFrom: today, validUntil: addDays(today, reward.lastsDays) };
}
