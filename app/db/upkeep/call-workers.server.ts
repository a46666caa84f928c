// A notice to workers that a bell which waits may be taken now. Not a part of the transaction that held the bell: while one that
// notifies commits, no other of the database does. A notice that gets lost costs a worker's next look, a second later.
import { log } from '#app/log.server.ts';
import { pool } from '../pool.server.ts';

let calling: Promise<void> | null = null;
let next: Promise<void> | null = null;

/** To be called after the commit. All who ask while a notice is under way share the one after it. */
export function callWorkers(): Promise<void> {
  if (!calling) return (calling = call());
  return (next ??= calling.then(() => {
    [calling, next] = [call(), null];
    return calling;
  }));
}

async function call(): Promise<void> {
  try {
    await pool().query({ name: 'call-workers', text: `select pg_notify('jobs:insert', '{"count":1}')` });
  } catch (error) {
    log.warn({ err: error }, 'workers were not called: they look by themselves');
  } finally {
    if (!next) calling = null;
  }
}
