// Shopify's refusal of a discount, as a problem that the admin can explain.
import type { DiscountProblem } from '#app/core/discounts/discount-problem.ts';

export type DiscountRefusal = { field: string[] | null; message: string; code: string | null };

/** Shopify's codes name some of these; the rest is told by its words alone. */
export function discountProblem({ field, message, code }: DiscountRefusal): DiscountProblem {
  if (code === 'CUSTOM_APP_FUNCTION_NOT_ELIGIBLE' || /shopify plus/i.test(message)) {
    return 'functions-not-available';
  }
  if (code === 'MAX_APP_DISCOUNTS' || code === 'ACTIVE_PERIOD_OVERLAP') return 'too-many-discounts';
  const named = field?.at(-1);
  if (named === 'functionHandle' || named === 'functionId' || /function.*not found/i.test(message)) {
    return 'function-missing';
  }
  if (named === 'title' && (code === 'TAKEN' || code === 'DUPLICATE')) return 'title-taken';
  return 'refused';
}
