// GET /metrics, for Prometheus. On OPERATIONS_PORT alone: how much a shop sells is nobody else's business.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { processKind } from '#app/db/connections.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { measureProcess, showPool } from '#app/metrics/process-metrics.server.ts';
import { registry } from '#app/metrics/registry.server.ts';
import { showStates } from '#app/metrics/state-metrics.server.ts';
import { measureStates } from './measure-states.ts';

/** Always 200, within two seconds: what the database can't say is left out, and that it can't is told. */
export async function answerMetrics(_request: IncomingMessage, response: ServerResponse): Promise<void> {
  measureProcess(processKind());
  const { up, states } = await measureStates();
  showStates(up, states);
  const { totalCount: total, idleCount: idle, waitingCount: waiting, options } = pool();
  showPool({ total, idle, waiting, most: options.max });
  const text = await registry.metrics();
  response.writeHead(200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' }).end(text);
}
