// What each kind of reward says that the second discount function gives.
import type { FunctionGives } from '../voucher-config.ts';
import type { FunctionCart, FunctionLine, Saving } from './function-cart.ts';

export type SavingScene<Gives extends FunctionGives = FunctionGives> = {
  readonly gives: Gives;
  readonly cart: FunctionCart;
  /** The cart's lines that a reward may lower, and the others. */
  readonly lines: readonly FunctionLine[];
  readonly excluded: readonly FunctionLine[];
  /** Least subtotal, in the shopper's currency; 0: any. */
  readonly minimum: number;
  /** Money of the shop in the shopper's currency; null where the rate is none. */
  readonly inShoppers: (minor: number) => number | null;
};

export interface FunctionKind<Gives extends FunctionGives = FunctionGives> {
  readonly kind: Gives['kind'];
  discountClass(gives: Gives): 'ORDER' | 'PRODUCT';
  /** Without what limits only the taking of a reward: the discount is the same whatever that says. */
  config(gives: Gives): Gives;
  collectionIds(gives: Gives): readonly string[];
  /** Null: nothing. */
  saves(scene: SavingScene<Gives>): Saving | null;
}
