// What a reward is worth at the checkout. Two that give the same are one discount at Shopify, whatever they are called,
// cost, and when points buy them; one whose value changes gets another, so that what is taken keeps its worth.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { kindOf } from './kinds/kind-of.ts';
import type { RewardGives } from './reward-gives.ts';
import type { Reward } from './reward-rules.ts';

export type RewardValue = Pick<Reward, 'gives' | 'minimumMinor' | 'combinesWith'>;

/** Half of an MD5, and enough: a shop has a few hundred values in its life. */
const HEX_DIGITS = 16;

export function shortHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, HEX_DIGITS);
}

export function rewardValue({ gives, minimumMinor, combinesWith }: RewardValue): RewardValue {
  return { gives, minimumMinor, combinesWith };
}

/** The same for whatever is the same at Shopify. */
export function givesInOrder(gives: RewardGives): unknown[] {
  return [gives.kind, ...kindOf(gives).value(gives)];
}

/** The same for the same value, for ever: a discount's owner bears it. */
export function rewardValueHash({ gives, minimumMinor, combinesWith }: RewardValue): string {
  const { product, order, shipping } = combinesWith;
  return shortHash(JSON.stringify([givesInOrder(gives), minimumMinor, [product, order, shipping]]));
}
