// The web process: `node app/server.ts`, after `npm run build`. Starts without the database too, and says so in /health.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import { limitedServer } from '#app/bare-http/limited-server.ts';
import { config } from '#app/config.server.ts';
import { closePrisma } from '#app/db/client.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { createHttpApp } from '#app/http-app.ts';
import { log } from '#app/log.server.ts';

/** The time that requests in flight may take to end. */
const GRACE_MS = 10_000;

async function start(): Promise<void> {
  const { port } = config();
  const build = await loadBuild();
  const server = limitedServer(createHttpApp(createRequestHandler({ build, mode: 'production' })));
  server.on('error', fail);
  server.listen(port, () => {
    const { port: bound } = server.address() as AddressInfo;
    // Said at any level: whoever starts the process with port 0 waits for this line.
    log.child({}, { level: 'info' }).info({ port: bound }, 'listening');
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(server));
}

async function loadBuild(): Promise<ServerBuild> {
  const file = new URL('../build/server/index.js', import.meta.url);
  try {
    return (await import(file.href)) as ServerBuild;
  } catch (error) {
    const missing = error instanceof Error && 'url' in error && error.url === file.href;
    throw missing ? new Error('There is no build: run `npm run build` first') : error;
  }
}

function stop(server: Server): void {
  setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  server.close(() => {
    Promise.all([closePrisma(), closePool()]).then(() => process.exit(0), fail);
  });
  server.closeIdleConnections();
}

function fail(error: unknown): void {
  log.fatal({ err: error }, error instanceof Error ? error.message : 'the server failed');
  process.exit(1);
}

process.on('unhandledRejection', fail);
start().catch(fail);
