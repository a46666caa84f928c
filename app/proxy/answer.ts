// The app proxy's answer: JSON for the block's script, never kept by anybody on the way.
import type { ServerResponse } from 'node:http';

/** `message` is in the shopper's language; `field` is the one of the form that it stands beside. */
export type ProxyAnswer = { status: number; ok: boolean; message: string; field?: string };

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
