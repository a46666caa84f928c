// Runs the second function as Shopify does, each answer held against Shopify's schema.
import { deployedFunction } from '#tests/local-shopify/functions/deployed-functions.ts';
import { acceptedAnswer } from '#tests/local-shopify/functions/function-output.ts';
import type { WasmRun } from '#tests/local-shopify/functions/run-wasm.ts';
import type { VoucherInput } from './voucher-input.ts';

export type VoucherValue = { percentage?: { value: number }; fixedAmount?: { amount: string } };
type Answer<Target> = {
  selectionStrategy: string;
  candidates: {
    message: string;
    targets: Target[];
    value: VoucherValue;
    conditions?: { orderMinimumSubtotal: { excludedCartLineIds: string[]; minimumAmount: string } }[];
  }[];
};
export type VoucherAnswer = {
  operations: {
    productDiscountsAdd?: Answer<{ cartLine: { id: string; quantity: number } }>;
    orderDiscountsAdd?: Answer<{ orderSubtotal: { excludedCartLineIds: string[] } }>;
  }[];
};

/** The function's wasm, with what Shopify measures of it. */
export function measuredVoucher(input: VoucherInput): WasmRun {
  return deployedFunction('loyalty-vouchers').run(input, input.cart.lines.length);
}

/** @throws {Error} where Shopify would refuse the answer, or drop it for a limit */
export function runVoucher(input: VoucherInput): VoucherAnswer {
  const { answer, broken } = measuredVoucher(input);
  if (broken) throw new Error(`Shopify drops the discount: ${broken}`);
  return acceptedAnswer(answer) as VoucherAnswer;
}
