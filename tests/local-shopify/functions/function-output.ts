// What a discount function answered, checked against Shopify's schema and limits.
import { coerceInputValue, isInputObjectType } from 'graphql';
import { z } from 'zod';
import type { DiscountClass } from '#tests/local-shopify/shop/automatic-discount.ts';
import { functionSchema } from './function-schema.ts';

const RESULT = 'CartLinesDiscountsGenerateRunResult';
const MOST_BYTES = 20_000;

/** Of the operations the stand-in knows those that take a percentage off products. */
const candidate = z.object({
  message: z.string().nullish(),
  targets: z.array(z.object({ cartLine: z.object({ id: z.string(), quantity: z.int().min(1).nullish() }) })),
  value: z.object({ percentage: z.object({ value: z.coerce.number().min(0).max(100) }) }),
});
const operations = z.object({
  operations: z.array(
    z.strictObject({
      productDiscountsAdd: z.object({
        selectionStrategy: z.enum(['ALL', 'FIRST', 'MAXIMUM']),
        candidates: z.array(candidate),
      }),
    }),
  ),
});

export type Candidate = z.infer<typeof candidate>;
export type Operation = z.infer<typeof operations>['operations'][number]['productDiscountsAdd'];

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
export function readOutput(answer: unknown, classes: readonly DiscountClass[]): Operation[] {
  const read = operations.parse(acceptedAnswer(answer)).operations.map((one) => one.productDiscountsAdd);
  if (read.length > 0 && !classes.includes('PRODUCT')) {
    throw new Error('the function answered for a class that the discount does not have');
  }
  return read;
}
