// The least that a webhook's receiver can do: check the signature over the raw body, keep the body, answer 200.
// A process of its own; says its port in one JSON line.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import process from 'node:process';
import pg from 'pg';

/** As many connections as our own pool has. */
const POOL = 10;
const secret = process.env['SHOPIFY_API_SECRET'] ?? '';
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: POOL });

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function isSigned(body: Buffer, signature: string): boolean {
  const given = Buffer.from(signature, 'base64');
  const expected = createHmac('sha256', secret).update(body).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function receive(request: IncomingMessage): Promise<number> {
  const body = await bodyOf(request);
  if (!isSigned(body, String(request.headers['x-shopify-hmac-sha256']))) return 401;
  const insert = 'insert into bare_webhook (body) values ($1)';
  await pool.query({ name: 'keep', text: insert, values: [body.toString('utf8')] });
  return 200;
}

await pool.query(
  'create table bare_webhook (id bigint generated always as identity primary key, body text not null)',
);
const server = createServer((request, response) => {
  receive(request).then(
    (status) => response.writeHead(status, { 'content-length': 0 }).end(),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      response.writeHead(503).end();
    },
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ msg: 'listening', port })}\n`);
});
