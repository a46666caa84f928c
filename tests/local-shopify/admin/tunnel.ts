// The app's only public address, as a tunnel gives it: a reverse proxy that streams, to whatever port the app has.
import { Agent, request as open } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import {
  APP_BRIDGE_PATH,
  appBridgeStandIn,
  rewriteAppHtml,
  rewriteFrameAncestors,
  rewriteLinkHeader,
} from './rewrite.ts';

export type TunnelOptions = {
  /** Where the app listens now, e.g. `http://127.0.0.1:51234`; null while it has no port. */
  appTarget: () => string | null;
  /** The local admin, which may frame the app. */
  adminOrigin: () => string;
};

const POLICY = 'content-security-policy';

function forwardedHeaders(request: IncomingMessage): Record<string, string | string[] | undefined> {
  return {
    ...request.headers,
    // Documents are changed on the way, so they must come as plain text.
    'accept-encoding': 'identity',
    'x-forwarded-for': request.socket.remoteAddress,
    'x-forwarded-host': request.headers.host,
    'x-forwarded-proto': 'http',
  };
}

function askApp(agent: Agent, target: string, request: IncomingMessage): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { method } = request;
    const url = new URL(request.url ?? '/', target);
    const options = { agent, headers: forwardedHeaders(request), ...(method ? { method } : {}) };
    const forward = open(url, options, resolve);
    forward.on('error', reject);
    request.on('error', reject);
    request.pipe(forward);
  });
}

function rewrittenHeaders(answer: IncomingMessage, adminOrigin: string): IncomingMessage['headers'] {
  const { [POLICY]: policy, link, ...headers } = answer.headers;
  const { 'transfer-encoding': _chunks, connection: _hop, 'keep-alive': _alive, ...lasting } = headers;
  return {
    ...lasting,
    ...(typeof link === 'string' ? { link: rewriteLinkHeader(link) } : {}),
    ...(typeof policy === 'string' ? { [POLICY]: rewriteFrameAncestors(policy, adminOrigin) } : {}),
  };
}

async function passOn(answer: IncomingMessage, response: ServerResponse, adminOrigin: string): Promise<void> {
  const headers = rewrittenHeaders(answer, adminOrigin);
  const status = answer.statusCode ?? 502;
  if (!answer.headers['content-type']?.startsWith('text/html')) {
    response.writeHead(status, headers);
    await pipeline(answer, response);
    return;
  }
  const { 'content-length': _length, ...document } = headers;
  const html = rewriteAppHtml(await text(answer));
  response.writeHead(status, document).end(html);
}

function sayDown(response: ServerResponse, reason: string): void {
  if (response.headersSent) response.destroy();
  else
    response
      .writeHead(502, { 'content-type': 'text/plain; charset=utf-8' })
      .end(`The app does not answer: ${reason}\n`);
}

async function serve(
  agent: Agent,
  options: TunnelOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.url === APP_BRIDGE_PATH) {
    response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(appBridgeStandIn());
    return;
  }
  const target = options.appTarget();
  if (target === null) {
    sayDown(response, 'it has not started yet');
    return;
  }
  const answer = await askApp(agent, target, request);
  await passOn(answer, response, options.adminOrigin());
}

export function tunnel(options: TunnelOptions): RequestListener {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return (request, response) => {
    serve(agent, options, request, response).catch((error: unknown) => {
      sayDown(response, error instanceof Error ? error.message : String(error));
    });
  };
}
