// What a line of the log belongs to: the request, the webhook or the job in whose course it is written, and its shop. Said
// once where that comes in, and borne by every line below. Never a person's id.
import { AsyncLocalStorage } from 'node:async_hooks';

export type LogContext = {
  /** Of a page or a call of the shop's pages. */
  requestId?: string;
  /** Of a webhook: Shopify's, as in WebhookDelivery. */
  webhookId?: string;
  topic?: string;
  /** A job's name, and its row in the queue. */
  job?: string;
  jobId?: string;
  attempt?: number;
  shopDomain?: string;
  shopId?: number;
};

const current = new AsyncLocalStorage<LogContext>();

/** Everything that `work` writes, and whatever it sets off, bears the context. */
export function withLogContext<T>(context: LogContext, work: () => T): T {
  return current.run(context, work);
}

/** What is known later on, such as the shop once it is authenticated. */
export function addToLogContext(more: LogContext): void {
  const context = current.getStore();
  if (context) Object.assign(context, more);
}

/** For what one request sets off and many share: a timer, a batch, a connection. Its lines are nobody's. */
export function withoutLogContext<T>(work: () => T): T {
  return current.exit(work);
}

/** A copy: a line adds its own. */
export function logContext(): LogContext {
  return { ...current.getStore() };
}
