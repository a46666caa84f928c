// What a reward's discount must be at Shopify: its value and its name, and where the app's function decides what it takes off,
// what that reads.
import type { NeverEarns } from '../program/never-earns.ts';
import type { ProgramVersion } from '../program/program-rules.ts';
import type { RewardGives } from '../rewards/reward-gives.ts';
import { voucherClass, voucherConfig, voucherVariables } from '../rewards/voucher-config.ts';
import type { FunctionGives } from '../rewards/voucher-config.ts';
import type { RewardValue } from '../rewards/reward-value.ts';
import type { Localized } from '../values/languages.ts';
import { currencyExponent } from '../values/money.ts';
import type { ByFunction } from './reward-discounts.ts';

/** `title` is the reward's in every language. */
export type FunctionReward = RewardValue & { title: Localized };
export type RewardShop = { currency: string; never: NeverEarns | undefined };

/** Null where Shopify itself decides. */
export function byFunction(reward: FunctionReward, { currency, never }: RewardShop): ByFunction | null {
  const gives = ofFunction(reward.gives);
  if (!gives) return null;
  const shop = { currencyExponent: currencyExponent(currency), never };
  return {
    classes: [voucherClass(gives)],
    config: JSON.stringify(voucherConfig({ ...reward, gives }, shop)),
    variables: JSON.stringify(voucherVariables({ gives }, shop)),
  };
}

function ofFunction(gives: RewardGives): FunctionGives | null {
  if (gives.kind === 'amount' || gives.kind === 'free-shipping') return null;
  if (gives.kind !== 'percent') return gives;
  return gives.mostMinor === null ? null : { ...gives, mostMinor: gives.mostMinor };
}

/** As the newest version calls the reward; a discount that nobody's version names any more keeps its own title. */
export function titleOfReward(
  rewardKey: string,
  discountTitle: string,
  versions: readonly ProgramVersion[],
): Localized {
  const named = versions
    .toReversed()
    .flatMap(({ rules }) => rules.rewards?.filter(({ key }) => key === rewardKey) ?? []);
  const own = named.find(({ title }) => title.en === discountTitle);
  return own?.title ?? { en: discountTitle, fr: discountTitle };
}
