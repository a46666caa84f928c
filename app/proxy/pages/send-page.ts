import type { ServerResponse } from 'node:http';
import type { PageAnswer } from './proxy-page.ts';

/** Shopify renders what comes as this type in the theme's layout. */
const LIQUID = 'application/liquid; charset=utf-8';

export function sendPage(response: ServerResponse, { status, liquid }: PageAnswer): void {
  if (response.headersSent || response.destroyed) return;
  const body = Buffer.from(liquid);
  response
    .writeHead(status, {
      'content-type': LIQUID,
      'content-length': body.length,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(body);
}
