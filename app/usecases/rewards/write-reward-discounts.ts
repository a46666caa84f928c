// The discounts of rewards at Shopify. Each is made with a first code that was stored before, so that one whose answer was lost is
// found by it.
import { now } from '#app/clock.server.ts';
import {
  REWARD_DISCOUNTS,
  type ShownRewardDiscount,
  type WantedRewardDiscount,
} from '#app/core/discounts/reward-discounts.ts';
import { VOUCHERS_FUNCTION } from '#app/core/rewards/voucher-config.ts';
import { keepFirstCode, type RewardDiscount } from '#app/db/discounts/reward-discounts.server.ts';
import { withTransaction, pool } from '#app/db/pool.server.ts';
import { addMakingCodes, burnCodes, isStillMaking } from '#app/db/rewards/code-pool.server.ts';
import { AdminRefused } from '#app/errors.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import type { DiscountRefusal } from '#app/shopify/discounts/discount-refusal.ts';
import {
  createBasic,
  createByFunction,
  createFreeShipping,
  deleteCodeDiscount,
  endCodeDiscount,
  updateBasic,
  updateByFunction,
  updateFreeShipping,
} from '#app/shopify/rewards/write-reward-discount.ts';
import type { DiscountShop, DiscountWriter } from '../discounts/write-discounts.ts';
import { askRewardDiscountsById, CODE_DISCOUNT_NODE } from './ask-reward-discounts.ts';
import { newCode } from './make-code.ts';
import { rewardInput, type RewardInput } from './say-reward-discount.ts';

type Made = { gid: string | undefined; userErrors: DiscountRefusal[] };

/** @param rows as noted before */
export function rewardWriter(
  currency: string,
  rows: readonly RewardDiscount[],
): DiscountWriter<WantedRewardDiscount, ShownRewardDiscount> {
  return {
    ...REWARD_DISCOUNTS,
    byId: (domain, ids) => askRewardDiscountsById({ domain, currency }, ids),
    create: async (shop, wanted) => {
      const row = rows.find(({ owner }) => owner === wanted.owner);
      const code = await firstCode(shop, wanted.owner, row?.firstCode ?? null);
      const made = await create(shop.domain, rewardInput(wanted, null, now()), code);
      const [refusal] = made.userErrors;
      // Found by its code before, if it were ours: another's discount has it.
      if (refusal?.code === 'TAKEN') await burnCodes(pool(), shop.id, [code]);
      if (refusal) return { refusal };
      const discountId = digitsOfGid(made.gid ?? '');
      if (!discountId) throw new AdminRefused(shop.domain, 'a discount with codes was made without an id');
      return { discountId };
    },
    update: async ({ domain }, wanted, shown) => {
      const id = gid(CODE_DISCOUNT_NODE, shown.id);
      const [refusal] = await update(domain, id, rewardInput(wanted, shown, now()));
      return refusal ?? null;
    },
    end: async ({ domain }, discountId) => {
      const answer = await callAdmin(domain, endCodeDiscount, { id: gid(CODE_DISCOUNT_NODE, discountId) });
      return answer.discountCodeDeactivate.userErrors[0] ?? null;
    },
    remove: async ({ domain }, discountId) => {
      const answer = await callAdmin(domain, deleteCodeDiscount, { id: gid(CODE_DISCOUNT_NODE, discountId) });
      return answer.discountCodeDelete.userErrors[0] ?? null;
    },
  };
}

async function create(domain: string, input: RewardInput, code: string): Promise<Made> {
  if (input.kind === 'by-function') {
    const discount = { ...input.discount, code, functionHandle: VOUCHERS_FUNCTION };
    const { discountCodeAppCreate: made } = await callAdmin(domain, createByFunction, { discount });
    return { gid: made.codeAppDiscount?.discountId, userErrors: made.userErrors };
  }
  const made =
    input.kind === 'basic'
      ? (await callAdmin(domain, createBasic, { discount: { ...input.discount, code } }))
          .discountCodeBasicCreate
      : (await callAdmin(domain, createFreeShipping, { discount: { ...input.discount, code } }))
          .discountCodeFreeShippingCreate;
  return { gid: made.codeDiscountNode?.id, userErrors: made.userErrors };
}

async function update(domain: string, id: string, input: RewardInput): Promise<DiscountRefusal[]> {
  if (input.kind === 'basic') {
    const { discount } = input;
    return (await callAdmin(domain, updateBasic, { id, discount })).discountCodeBasicUpdate.userErrors;
  }
  if (input.kind === 'free-shipping') {
    const { discount } = input;
    const answer = await callAdmin(domain, updateFreeShipping, { id, discount });
    return answer.discountCodeFreeShippingUpdate.userErrors;
  }
  const answer = await callAdmin(domain, updateByFunction, { id, discount: input.discount });
  return answer.discountCodeAppUpdate.userErrors;
}

/** The one that was stored, while it may still be asked for; else a new one, stored before Shopify is asked. */
async function firstCode(shop: DiscountShop, owner: string, stored: string | null): Promise<string> {
  if (stored !== null && (await isStillMaking(pool(), shop.id, stored))) return stored;
  return withTransaction(async (client) => {
    const code = newCode();
    const added = await addMakingCodes(client, shop.id, { owner, batchId: null, codes: [code] }, now());
    if (added.length === 0) throw new Error('a code was given twice');
    await keepFirstCode(client, shop.id, owner, code);
    return code;
  });
}
