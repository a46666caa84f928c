// Shopify's Admin API at the least cost: known operations, answered by name without reading the document. A process of its
// own, so that its work isn't counted as ours; says its port in one JSON line.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import process from 'node:process';
import { BareAdmin, machineMs, type Answer, type Sample, type Throttles } from './bare-admin.ts';

/** `cpuUs`: microseconds since the process started. */
export type BareReport = { calls: number; cpuUs: number; samples: Sample[]; failures: string[] };

const ADMIN = /^\/_shop\/([\w.-]+)\/admin\/(?:api\/[\w-]+\/graphql\.json|(oauth\/access_token))$/;
const DEAD = { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' };

const admin = new BareAdmin();
let calls = 0;

/** Any refresh token is good for a new pair. */
function grantToken(): Answer {
  const tokens = { access_token: `shpat_bare_${machineMs()}`, refresh_token: `shprt_bare_${machineMs()}` };
  const lasting = { expires_in: 3_600, refresh_token_expires_in: 7_776_000, scope: 'read_orders' };
  return { status: 200, body: { ...tokens, ...lasting } };
}

function answerAdmin(request: IncomingMessage, [, shop = '', oauth]: RegExpExecArray, body: string): Answer {
  calls += 1;
  if (oauth !== undefined) return grantToken();
  if (!request.headers['x-shopify-access-token']) return { status: 401, body: DEAD };
  return admin.answer(shop, body);
}

function report(): BareReport {
  const { user, system } = process.cpuUsage();
  return { calls, cpuUs: user + system, samples: admin.samples(), failures: [...admin.failures] };
}

function answer(request: IncomingMessage, body: string): Answer {
  const { url = '' } = request;
  const asked = ADMIN.exec(url);
  if (asked) return answerAdmin(request, asked, body);
  if (url === '/_written') return { status: 200, body: admin.takeWritten() };
  if (url === '/_report') return { status: 200, body: report() };
  if (url === '/_throttles') {
    admin.setThrottles(JSON.parse(body) as Throttles);
    return { status: 200, body: {} };
  }
  admin.failures.add(`the bare Shopify has no ${url}`);
  return { status: 404, body: { errors: 'Not Found' } };
}

function send(response: ServerResponse, { status, body }: Answer): void {
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, headers).end(text);
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    try {
      send(response, answer(request, Buffer.concat(chunks).toString('utf8')));
    } catch (error) {
      admin.failures.add(String(error));
      send(response, { status: 500, body: { errors: String(error) } });
    }
  });
});
// A connection that lies idle between two rounds stays open.
server.keepAliveTimeout = 120_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ msg: 'listening', port })}\n`);
});
