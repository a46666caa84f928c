// Failures. Thrown, never returned; `message` is for logs, `userMessage` for people, `retry` for jobs.
import type { Localized } from '#app/core/values/languages.ts';

export type FailureCode =
  'admin-throttled' | 'admin-unavailable' | 'admin-refused' | 'needs-reopen' | 'shop-not-installed';

const LATER: Localized = {
  en: 'Shopify is not answering right now. Please try again in a minute.',
  fr: 'Shopify ne répond pas pour le moment. Réessayez dans une minute.',
};
const REOPEN: Localized = {
  en: 'Please open the app again from your Shopify admin.',
  fr: 'Veuillez rouvrir l’application depuis votre interface Shopify.',
};
const BUG: Localized = {
  en: 'Something went wrong on our side. Nothing was changed.',
  fr: 'Une erreur s’est produite de notre côté. Rien n’a été modifié.',
};

export class Failure extends Error {
  readonly code: FailureCode;
  readonly userMessage: Localized;
  /** Whether doing the same again later may succeed. */
  readonly retry: boolean;

  constructor(code: FailureCode, message: string, userMessage: Localized, retry: boolean, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = new.target.name;
    this.code = code;
    this.userMessage = userMessage;
    this.retry = retry;
  }
}

/** Shopify's bucket is empty: it holds enough again after `waitMs`. */
export class AdminThrottled extends Failure {
  readonly waitMs: number;

  constructor(shopDomain: string, waitMs: number) {
    super('admin-throttled', `${shopDomain}: throttled for ${waitMs} ms`, LATER, true);
    this.waitMs = waitMs;
  }
}

/** No answer, or one that says "later". The work may have been done all the same. */
export class AdminUnavailable extends Failure {
  constructor(shopDomain: string, why: string, cause?: unknown) {
    super('admin-unavailable', `${shopDomain}: ${why}`, LATER, true, cause);
  }
}

/** Shopify understood and said no: asking again changes nothing. */
export class AdminRefused extends Failure {
  constructor(shopDomain: string, why: string, cause?: unknown) {
    super('admin-refused', `${shopDomain}: ${why}`, BUG, false, cause);
  }
}

/** The shop's token is dead for good; only the merchant's next visit brings a new one. */
export class NeedsReopen extends Failure {
  constructor(shopDomain: string, why: string) {
    super('needs-reopen', `${shopDomain}: ${why}`, REOPEN, false);
  }
}

/** No session: the shop never installed, or has uninstalled. */
export class ShopNotInstalled extends Failure {
  constructor(shopDomain: string) {
    super('shop-not-installed', `${shopDomain}: not installed`, REOPEN, false);
  }
}

/** The one place where a failure becomes an HTTP status. Anything that is no Failure is a bug: 500. */
export function httpStatus(error: unknown): number {
  if (!(error instanceof Failure)) return 500;
  switch (error.code) {
    case 'admin-throttled':
    case 'admin-unavailable':
      return 503;
    case 'admin-refused':
      return 502;
    case 'needs-reopen':
    case 'shop-not-installed':
      return 403;
  }
}

/** For loaders and actions: a failure becomes the response that an error boundary shows; anything else stays a bug. */
export async function orResponse<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw Response.json({ userMessage: error.userMessage }, { status: httpStatus(error) });
  }
}
