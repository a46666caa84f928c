// The process itself: its version and kind, its pool of connections, its memory and how late its events are.
import { readFileSync } from 'node:fs';
import { collectDefaultMetrics, Gauge } from 'prom-client';
import { registry } from './registry.server.ts';

const registers = [registry];

const build = new Gauge({
  name: 'sixth_build_info',
  help: 'Always 1; what runs here',
  labelNames: ['version', 'process', 'node'],
  registers,
});
const connections = new Gauge({
  name: 'sixth_pool_connections',
  help: 'Connections of the pool for SQL: busy, idle, and at most',
  labelNames: ['state'],
  registers,
});
const waiting = new Gauge({
  name: 'sixth_pool_waiting',
  help: 'Who waits for a connection of the pool for SQL',
  registers,
});

let begun = false;

/** From the first look on: what nobody looks at isn't measured. */
export function measureProcess(kind: string): void {
  if (begun) return;
  begun = true;
  collectDefaultMetrics({ register: registry });
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  build.set({ version, process: kind, node: process.version }, 1);
}

type PoolCounts = { total: number; idle: number; waiting: number; most: number };

export function showPool(pool: PoolCounts): void {
  connections.set({ state: 'busy' }, pool.total - pool.idle);
  connections.set({ state: 'idle' }, pool.idle);
  connections.set({ state: 'most' }, pool.most);
  waiting.set(pool.waiting);
}
