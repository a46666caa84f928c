// The body of an Admin API answer: data, errors, or a bit of both.
import { z } from 'zod';
import { AdminDenied, AdminRefused, AdminThrottled, AdminUnavailable, type Cost } from '#app/errors.ts';
import type { AdminOperation } from './operation.ts';

const MIN_WAIT_MS = 100;
const DEFAULT_WAIT_MS = 1_000;

const graphqlError = z.object({
  message: z.string().default('no message'),
  path: z.array(z.union([z.string(), z.number()])).nullish(),
  extensions: z.object({ code: z.string().nullish() }).nullish(),
});
type GraphqlError = z.infer<typeof graphqlError>;

const cost = z
  .object({
    requestedQueryCost: z.number(),
    actualQueryCost: z.number().nullish(),
    throttleStatus: z.object({
      currentlyAvailable: z.number(),
      maximumAvailable: z.number().positive().nullish(),
      restoreRate: z.number().positive(),
    }),
  })
  .transform(({ requestedQueryCost: requested, actualQueryCost: actual, throttleStatus }): Cost => {
    const { currentlyAvailable: available, maximumAvailable: capacity, restoreRate } = throttleStatus;
    return {
      requested,
      available,
      restoreRate,
      ...(actual == null ? {} : { actual }),
      ...(capacity == null ? {} : { capacity }),
    };
  });

const answer = z.object({
  data: z.unknown().optional(),
  // Shopify writes a plain text here for a document that it can't even read.
  errors: z
    .union([z.array(graphqlError), z.string().transform((message): GraphqlError[] => [{ message }])])
    .default([]),
  extensions: z.object({ cost: cost.optional().catch(undefined) }).nullish(),
});

/** `refusedFields` came as null though they may be there; `cost` is null where Shopify doesn't say. */
export type AdminAnswer<R> = { data: R; refusedFields: string[]; cost: Cost | null };

/** Throws AdminThrottled, AdminUnavailable or AdminRefused. */
export function parseAdminAnswer<R, V>(
  shopDomain: string,
  operation: AdminOperation<R, V>,
  body: unknown,
): AdminAnswer<R> {
  const { data, errors, extensions } = readBody(shopDomain, operation.name, body);
  if (errors.some(({ extensions: its }) => its?.code === 'THROTTLED')) {
    throw new AdminThrottled(shopDomain, waitMs(extensions?.cost), extensions?.cost ?? null);
  }
  const parsed = operation.result.safeParse(data);
  if (errors.length > 0 && (operation.whole || errors.some((error) => isUnanswered(error, data))))
    throw failure(shopDomain, operation.name, errors, parsed.error);
  if (parsed.success) {
    return { data: parsed.data, refusedFields: errors.map(pathOf), cost: extensions?.cost ?? null };
  }
  throw failure(shopDomain, operation.name, errors, parsed.error);
}

/** The whole question: Shopify says null for what it couldn't look up, as it does for what isn't there. */
function isUnanswered({ path }: GraphqlError, data: unknown): boolean {
  const [field, ...within] = path ?? [];
  if (typeof field !== 'string' || within.length > 0) return false;
  return typeof data !== 'object' || data === null || (data as Record<string, unknown>)[field] == null;
}

function readBody(shopDomain: string, name: string, body: unknown): z.infer<typeof answer> {
  const parsed = answer.safeParse(body);
  if (!parsed.success) throw new AdminRefused(shopDomain, `${name}: not a GraphQL answer`, parsed.error);
  return parsed.data;
}

/** Until the bucket holds what the operation costs. */
function waitMs(said: Cost | undefined): number {
  if (!said) return DEFAULT_WAIT_MS;
  const missing = said.requested - said.available;
  return Math.max(MIN_WAIT_MS, Math.ceil((missing / said.restoreRate) * 1000));
}

function failure(shopDomain: string, name: string, errors: readonly GraphqlError[], why?: z.ZodError): Error {
  const said = errors
    .map(({ message, extensions }) => `${extensions?.code ?? 'ERROR'} ${message}`)
    .join('; ');
  const internal = errors.some(({ extensions }) =>
    /INTERNAL|TIMEOUT|UNAVAILABLE/.test(extensions?.code ?? ''),
  );
  if (internal) return new AdminUnavailable(shopDomain, `${name}: ${said}`);
  const denied = errors.some(({ extensions }) => extensions?.code === 'ACCESS_DENIED');
  const Refused = denied ? AdminDenied : AdminRefused;
  return new Refused(shopDomain, `${name}: ${said || 'an unexpected shape'}`, why);
}

function pathOf({ path, message }: GraphqlError): string {
  return path?.join('.') ?? message;
}
