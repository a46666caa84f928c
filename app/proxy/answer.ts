// The app proxy's answer: JSON for the block's script, never kept by anybody on the way.
import type { ServerResponse } from 'node:http';
import type { SaidEvent } from './say-event.ts';
import type { SaidVoucher } from './say-voucher.ts';

/** `message` is in the shopper's language; `field` is the one of the form that it stands beside. */
export type ProxyAnswer = {
  status: number;
  ok: boolean;
  message: string;
  field?: string;
  /** Of a reward that was taken or given back. */
  voucher?: SaidVoucher;
  /** The balance after it. */
  points?: number;
  /** Shopify knows of the amount: false where the code may take off nothing for a moment. */
  told?: boolean;
  /** A part of the shopper's history, the newest first, and behind what it goes on; null at its end. */
  entries?: SaidEvent[];
  next?: string | null;
  /** What more there is to say of an order, a sentence each. */
  sentences?: string[];
  /** Why not, as one word for the script. */
  refused?: string;
};

export function sendAnswer(response: ServerResponse, { status, ...answer }: ProxyAnswer): void {
  if (response.headersSent || response.destroyed) return;
  const body = Buffer.from(JSON.stringify(answer));
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': body.length,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(body);
}
