// An Admin API call: a document that is checked against Shopify's schema, and the shape of what comes back.
import type { z } from 'zod';

export type AdminOperation<R, V> = {
  /** For logs and throttling; the same as in the document. */
  name: string;
  /** A `#graphql` template string without interpolation. */
  document: string;
  result: z.ZodType<R>;
  /** Where null means "there is none": an answer with errors beside it is no answer, because a refused field is null, too. */
  whole?: boolean;
  /** Only a type: what `callAdmin` must be given. */
  variables?: V;
};

type NoVariables = Record<string, never>;

/** `operation<{ id: string }>()({ name, document, result })`: the result's type comes from its schema. */
export function operation<V extends Record<string, unknown> = NoVariables>() {
  return <R>(spec: Omit<AdminOperation<R, V>, 'variables'>): AdminOperation<R, V> => spec;
}
