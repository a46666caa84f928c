import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Nothing but what makes an id: anybody can send one, and it stands in every line of the log that the request brings. */
const ID = /^[A-Za-z0-9-]{8,64}$/;

/** As Shopify or a proxy in front of us called the request, so that their log and ours can be laid side by side; else our own. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const told = headers['x-request-id'];
  return typeof told === 'string' && ID.test(told) ? told : randomUUID();
}
