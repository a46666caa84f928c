// What a discount function answered, checked against Shopify's schema and limits.
import { coerceInputValue, isInputObjectType } from 'graphql';
import { z } from 'zod';
import type { DiscountClass } from '#tests/local-shopify/shop/automatic-discount.ts';
import { functionSchema } from './function-schema.ts';

const RESULT = 'CartLinesDiscountsGenerateRunResult';
const MOST_BYTES = 20_000;

/** Of the operations the stand-in knows those that take something off products or off the order. */
const percentage = z.strictObject({ value: z.coerce.number().min(0).max(100) });
const amount = z.coerce.number().min(0);
const ids = z.array(z.string());
const productCandidate = z.strictObject({
  message: z.string().nullish(),
  targets: z.array(
    z.strictObject({ cartLine: z.object({ id: z.string(), quantity: z.int().min(1).nullish() }) }),
  ),
  value: z.union([
    z.strictObject({ percentage }),
    z.strictObject({ fixedAmount: z.strictObject({ amount, appliesToEachItem: z.boolean().nullish() }) }),
  ]),
});
const orderCandidate = z.strictObject({
  message: z.string().nullish(),
  targets: z.tuple([z.strictObject({ orderSubtotal: z.strictObject({ excludedCartLineIds: ids }) })]),
  value: z.union([
    z.strictObject({ percentage }),
    z.strictObject({ fixedAmount: z.strictObject({ amount }) }),
  ]),
  conditions: z
    .array(
      z.strictObject({
        orderMinimumSubtotal: z.strictObject({ minimumAmount: amount, excludedCartLineIds: ids }),
      }),
    )
    .max(1)
    .nullish(),
});
const productOperation = z.strictObject({
  selectionStrategy: z.enum(['ALL', 'FIRST', 'MAXIMUM']),
  candidates: z.array(productCandidate),
});
const orderOperation = z.strictObject({
  selectionStrategy: z.enum(['FIRST', 'MAXIMUM']),
  candidates: z.array(orderCandidate),
});
const operations = z.object({
  operations: z.array(
    z.union([
      z.strictObject({ productDiscountsAdd: productOperation }),
      z.strictObject({ orderDiscountsAdd: orderOperation }),
    ]),
  ),
});

export type ProductCandidate = z.infer<typeof productCandidate>;
export type ProductOperation = z.infer<typeof productOperation>;
export type OrderCandidate = z.infer<typeof orderCandidate>;
export type OrderOperation = z.infer<typeof orderOperation>;
export type Operations = { products: ProductOperation[]; order: OrderOperation[] };

/** The answer as plain data. Throws where Shopify would refuse it. */
export function acceptedAnswer(answer: unknown): unknown {
  const text = JSON.stringify(answer);
  if (Buffer.byteLength(text) > MOST_BYTES) throw new Error('the function answered more than 20 kB');
  const plain: unknown = JSON.parse(text);
  const type = functionSchema().getType(RESULT);
  if (!isInputObjectType(type)) throw new Error(`Shopify's schema has no ${RESULT}`);
  coerceInputValue(plain, type, (path, _value, error) => {
    throw new Error(`the function's answer at ${path.join('.')}: ${error.message}`);
  });
  return plain;
}

/** Throws for an answer that Shopify would refuse, or that the stand-in can't carry out. */
export function readOutput(answer: unknown, classes: readonly DiscountClass[]): Operations {
  const read = operations.parse(acceptedAnswer(answer)).operations;
  const products = read.flatMap((one) => ('productDiscountsAdd' in one ? [one.productDiscountsAdd] : []));
  const order = read.flatMap((one) => ('orderDiscountsAdd' in one ? [one.orderDiscountsAdd] : []));
  const strange =
    (products.length > 0 && !classes.includes('PRODUCT')) || (order.length > 0 && !classes.includes('ORDER'));
  if (strange) throw new Error('the function answered for a class that the discount does not have');
  return { products, order };
}
