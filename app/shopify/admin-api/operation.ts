// An Admin API call: a document that is checked against Shopify's schema, and the shape of what comes back.
import type { z } from 'zod';

export type AdminOperation<R, V> = {
  /** For logs and throttling; the same as in the document. */
  name: string;
  /** A `#graphql` template string without interpolation. */
  document: string;
  result: z.ZodType<R>;
  /** Only a type: what `callAdmin` must be given. */
  variables?: V;
};

type NoVariables = Record<string, never>;

/** `operation<{ id: string }>()({ name, document, result })`: the result's type comes from its schema. */
export function operation<V extends Record<string, unknown> = NoVariables>() {
  return <R>(spec: { name: string; document: string; result: z.ZodType<R> }): AdminOperation<R, V> => spec;
}
