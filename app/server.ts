// The web process: `node app/server.ts`, after `npm run build`. Starts without the database too, and says so in /ready.
import process from 'node:process';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import { limitedServer } from '#app/bare-http/limited-server.ts';
import { stoppableServer } from '#app/bare-http/stoppable-server.ts';
import { config } from '#app/config.server.ts';
import { closePrisma } from '#app/db/client.server.ts';
import { budget } from '#app/db/connections.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { untilDatabaseAnswers } from '#app/db/wait-for-database.server.ts';
import { createHttpApp } from '#app/http-app.ts';
import { log } from '#app/log.server.ts';
import { guardProcess } from '#app/operations/guard-process.ts';
import { startOperations } from '#app/operations/operations-server.ts';
import { enterPhase } from '#app/operations/phase.ts';
import { onStopSignals } from '#app/operations/stop-signals.ts';
import { checkSessionKeys } from '#app/usecases/upkeep/check-session-keys.ts';

/** Every answer was given by then; statements that still hang are PostgreSQL's to end. */
const LAST_MS = 3_000;

async function start(): Promise<void> {
  const { port } = config();
  const build = await loadBuild();
  const server = limitedServer(createHttpApp(createRequestHandler({ build, mode: 'production' })));
  const stop = stopperOf(server);
  guardProcess(() => stop(0, 1));
  // Ctrl-C comes from somebody who waits for the end.
  onStopSignals((signal) => stop(signal === 'SIGINT' ? 0 : config().stopDelayMs, 0));
  server.on('error', fail);
  server.listen(port, () => {
    const { port: bound } = server.address() as AddressInfo;
    // Said at any level: whoever starts the process with port 0 waits for this line.
    log.child({}, { level: 'info' }).info({ port: bound, connections: budget() }, 'listening');
  });
  startOperations();
  await untilDatabaseAnswers();
  await checkSessionKeys().catch((err: unknown) =>
    log.warn({ err }, 'the session keys could not be checked'),
  );
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

function stopperOf(server: Server): (delayMs: number, exitCode: number) => void {
  const stop = stoppableServer(server);
  return (delayMs, exitCode) => {
    enterPhase('stopping');
    log.info('the web stops');
    stop({ delayMs, graceMs: config().stopGraceMs })
      .then(() => Promise.race([Promise.all([closePrisma(), closePool()]), sleep(LAST_MS)]))
      .then(() => process.exit(exitCode), fail);
  };
}

function fail(error: unknown): void {
  log.fatal({ err: error }, error instanceof Error ? error.message : 'the server failed');
  process.exit(1);
}

start().catch(fail);
