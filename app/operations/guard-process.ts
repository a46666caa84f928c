// What nobody caught has one line in the log, and decides for as little as possible. A promise that failed with nobody
// waiting for it leaves nothing half done: the process goes on. An error thrown out of an event may have left something
// half done: the process ends in good order, and whoever started it starts it anew. A lost connection never ends anything.
import process from 'node:process';
import { isConnectionLost } from '#app/lost-connection.ts';
import { log } from '#app/log.server.ts';

/** graphile-worker prints what ends one of its loops beside telling its logger: a line like any other, in place of thirty. */
function keepLines(): void {
  const trace = (...said: unknown[]) =>
    log.warn({ err: said.find((one) => one instanceof Error) ?? said[0] }, 'a library prints its stack');
  Object.assign(console, { trace });
}

/** @param end ends the process in good order; called once at most. */
export function guardProcess(end: () => void): void {
  let ending = false;
  keepLines();
  process.on('unhandledRejection', (err) => {
    if (isConnectionLost(err)) log.warn({ err }, 'a lost connection that nobody waited for');
    else log.error({ err }, 'a failure that nobody waited for');
  });
  process.on('uncaughtException', (err) => {
    if (isConnectionLost(err)) return log.warn({ err }, 'a lost connection that nobody caught');
    log.fatal({ err }, 'an error that nobody caught');
    if (!ending) end();
    ending = true;
  });
}
