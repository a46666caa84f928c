// The discounts that Shopify must have while a program is published: one line a feature.
import type { ProgramRules } from '../program/program-rules.ts';
import { wantedDiscounts, type DiscountShop, type WantedDiscount } from './card-discounts.ts';

type MakeDiscounts = (rules: ProgramRules, shop: DiscountShop) => WantedDiscount[];

const DISCOUNTS: readonly MakeDiscounts[] = [wantedDiscounts];

export function discountsOfProgram(rules: ProgramRules, shop: DiscountShop): WantedDiscount[] {
  return DISCOUNTS.flatMap((make) => make(rules, shop));
}
