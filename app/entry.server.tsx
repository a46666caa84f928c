import { Transform } from 'node:stream';
import { createReadableStreamFromReadable, type EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { countRefusal } from '#app/count-refusals.ts';
import { log } from '#app/log.server.ts';
import { addDocumentResponseHeaders } from '#app/shopify/auth/app.server.ts';

const RENDER_MS = 5000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  setDocumentHeaders(request, headers);
  // Those who don't run scripts get the page whole, everybody else from the first byte on.
  const ready = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady';
  return new Promise((resolve, reject) => {
    let failedAfterShell = false;
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      [ready]: () => {
        const body = withoutZeros();
        const stream = createReadableStreamFromReadable(body);
        resolve(new Response(stream, { headers, status: failedAfterShell ? 500 : status }));
        pipe(body);
      },
      onShellError: reject,
      onError: (error: unknown) => {
        failedAfterShell = true;
        log.error({ err: error }, 'rendering failed');
      },
    });
    setTimeout(abort, RENDER_MS).unref();
  });
}

/**
 * React 18 writes its buffer whole even where the next character, of several bytes, found no room at its end: the bytes
 * left over are zeros, in the middle of a French sentence. No document of ours has a zero of its own.
 */
function withoutZeros(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}

function setDocumentHeaders(request: Request, headers: Headers): void {
  addDocumentResponseHeaders(request, headers);
  // Without a shop there is no admin that may frame the page.
  if (!headers.has('content-security-policy'))
    headers.set('Content-Security-Policy', "frame-ancestors 'none';");
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Cache-Control', 'no-store');
}

/**
 * Errors that loaders throw and no boundary expects. The path only: the query carries a session token. What is refused (no
 * such page, no such action there) is no failure of ours: anybody can send it, as often as they like.
 */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted) return;
  if (isRouteErrorResponse(error) && error.status < 500) {
    countRefusal('page', error.status, 'route');
    return;
  }
  log.error({ err: error, path: new URL(request.url).pathname }, 'route failed');
}
