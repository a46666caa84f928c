// A pool that survives the loss of any of its connections, idle or in somebody's hands: where nobody listens for a
// client's error, its loss would end the process. Whoever uses that client hears of it from the statement under way, or
// from the next.
import pg from 'pg';
import { log } from '#app/log.server.ts';
import { withoutLogContext } from '#app/log-context.ts';
import { watchBackends } from './lost-backends.server.ts';

export function listeningPool(settings: pg.PoolConfig): pg.Pool {
  const created = new pg.Pool(settings);
  // Whoever happened to open the connection has nothing to do with its end.
  const note = (err: Error) =>
    withoutLogContext(() =>
      log.warn({ err, pool: settings.application_name }, 'a database connection broke'),
    );
  created.on('connect', (client) => void client.on('error', note));
  // Of an idle one the pool tells as well: the line was written, and the next query asks for a new connection.
  created.on('error', () => undefined);
  watchBackends(created, settings);
  return created;
}
