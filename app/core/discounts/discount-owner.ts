// Whose discount it is: a card's, a reward's value, which may be there more than once in the life of a program, or one voucher's.

/** The key of a card's codes bears a word before the card's own. */
const REWARD = /^reward\/((?:card\.)?[a-z0-9-]{1,32})\/([0-9a-f]{16})\/([1-9]\d{0,8})$/;

export const cardOwner = (cardKey: string): string => `card/${cardKey}`;

/** Null for another's than a card's. */
export function cardOfOwner(owner: string): string | null {
  return owner.startsWith('card/') ? owner.slice('card/'.length) : null;
}

export type RewardOwner = {
  rewardKey: string;
  valueHash: string;
  /** From 1; grows when a value comes back whose discount is ending. */
  generation: number;
};

/** Null for another's than a reward's. */
export function readRewardOwner(owner: string): RewardOwner | null {
  const [, rewardKey, valueHash, generation] = REWARD.exec(owner) ?? [];
  return rewardKey && valueHash && generation
    ? { rewardKey, valueHash, generation: Number(generation) }
    : null;
}

const VOUCHER = /^voucher\/([1-9]\d{0,18})$/;

/** Of a voucher whose code is the only one of its discount. */
export const voucherOwner = (voucherId: string): string => `voucher/${voucherId}`;

/** Null for another's than a voucher's. */
export const voucherOfOwner = (owner: string): string | null => VOUCHER.exec(owner)?.[1] ?? null;
