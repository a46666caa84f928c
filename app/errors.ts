// Failures. Thrown, never returned; `message` is for logs, `says` for people, `retry` for jobs.
import { UnreadableRules } from './core/program/unreadable-rules.ts';
import { isConnectionLost } from './lost-connection.ts';

export type FailureCode =
  | 'admin-throttled'
  | 'admin-unavailable'
  | 'admin-refused'
  | 'needs-reopen'
  | 'shop-not-installed'
  | 'wrong-session-key';

/** The keys of `texts.failures`: one for each sentence that people read. */
export const FAILURE_WORDS = ['later', 'data', 'reopen', 'keys', 'rules', 'bug'] as const;
export type FailureWords = (typeof FAILURE_WORDS)[number];

export class Failure extends Error {
  readonly code: FailureCode;
  readonly says: FailureWords;
  /** Whether doing the same again later may succeed. */
  readonly retry: boolean;

  constructor(code: FailureCode, message: string, says: FailureWords, retry: boolean, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = new.target.name;
    this.code = code;
    this.says = says;
    this.retry = retry;
  }
}

/** What a question costs of a shop's bucket of points, and what the bucket holds. It gains `restoreRate` a second. */
export type Cost = {
  requested: number;
  /** What was charged in the end. */
  actual?: number;
  available: number;
  /** What a full bucket holds. */
  capacity?: number;
  restoreRate: number;
};

/** Shopify's bucket is empty: it holds enough again after `waitMs`. */
export class AdminThrottled extends Failure {
  readonly waitMs: number;
  /** Null where Shopify doesn't say. */
  readonly cost: Cost | null;

  constructor(shopDomain: string, waitMs: number, cost: Cost | null = null) {
    super('admin-throttled', `${shopDomain}: throttled for ${waitMs} ms`, 'later', true);
    this.waitMs = waitMs;
    this.cost = cost;
  }
}

/** No answer, or one that says "later". The work may have been done all the same. */
export class AdminUnavailable extends Failure {
  constructor(shopDomain: string, why: string, cause?: unknown) {
    super('admin-unavailable', `${shopDomain}: ${why}`, 'later', true, cause);
  }
}

/** Later, and until then nothing was done: Shopify gave no token, or doesn't look at what a shop that is frozen or locked is asked. */
export class AdminUnasked extends AdminUnavailable {}

/** Shopify knows none of our client secrets: our mistake, and no shop's. Whatever needs a new token waits for the right one. */
export class WrongAppSecret extends AdminUnasked {}

/**
 * The shop's tokens are sealed, and the key that opens them isn't here: our mistake. They are there all the same, so nothing
 * is stored in their place and nobody is asked to open the app.
 */
export class WrongSessionKey extends Failure {
  /** @param needed the key's id, null where the sealed text names none */
  constructor(shopDomain: string, needed: string | null, given: readonly string[]) {
    const which = needed === null ? 'a session key without a name' : `session key ${needed}`;
    super(
      'wrong-session-key',
      `${shopDomain}: tokens need ${which}, given: ${given.join(', ')}`,
      'keys',
      true,
    );
  }
}

/** Whether only whoever runs Sixth can help, by another environment: no try is to be counted until then. */
export function isOfOurKeys(error: unknown): boolean {
  return error instanceof WrongSessionKey || error instanceof WrongAppSecret;
}

/** Shopify understood and said no: asking again changes nothing. */
export class AdminRefused extends Failure {
  /** Of the answer as HTTP; null where the refusal stands in its body. */
  readonly status: number | null;

  constructor(shopDomain: string, why: string, cause?: unknown, status: number | null = null) {
    super('admin-refused', `${shopDomain}: ${why}`, 'bug', false, cause);
    this.status = status;
  }
}

/** The app may not do this in the shop at all, whoever it is about. */
export class AdminDenied extends AdminRefused {}

/** The shop's token is dead for good; only the merchant's next visit brings a new one. */
export class NeedsReopen extends Failure {
  constructor(shopDomain: string, why: string) {
    super('needs-reopen', `${shopDomain}: ${why}`, 'reopen', false);
  }
}

/** No session: the shop never installed, or has uninstalled. */
export class ShopNotInstalled extends Failure {
  constructor(shopDomain: string) {
    super('shop-not-installed', `${shopDomain}: not installed`, 'reopen', false);
  }
}

/**
 * Whether PostgreSQL refused a value that it can't hold (class 22, or one too big for an index: 54). It will refuse it the
 * next time as well.
 */
export function isValueRefused(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^(22|54)...$/.test(code);
}

/** The one place where a failure becomes an HTTP status. Anything else, but a lost database, is a bug: 500. */
export function httpStatus(error: unknown): number {
  if (!(error instanceof Failure)) return isConnectionLost(error) ? 503 : 500;
  switch (error.code) {
    case 'admin-throttled':
    case 'admin-unavailable':
    case 'wrong-session-key':
      return 503;
    case 'admin-refused':
      return 502;
    case 'needs-reopen':
    case 'shop-not-installed':
      return 403;
  }
}

/**
 * For loaders and actions: a failure, a database that is away, or rules that can't be read become the response that an error
 * boundary shows; anything else stays a bug.
 */
export async function orResponse<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const says = wordsOf(error);
    if (says === null) throw error;
    throw Response.json({ says }, { status: httpStatus(error) });
  }
}

function wordsOf(error: unknown): FailureWords | null {
  if (error instanceof Failure) return error.says;
  if (error instanceof UnreadableRules) return 'rules';
  return isConnectionLost(error) ? 'data' : null;
}
