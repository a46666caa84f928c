// Starts the bare Shopify as a process of its own, and asks it what it saw.
import path from 'node:path';
import process from 'node:process';
import { followLog } from '#tests/demo/follow-log.ts';
import { spawnTied, stopProcess, tiedPrefix } from '#tests/tools/tied-process.ts';
import { checkAnswers } from './answer-shape.ts';
import type { Throttles, WrittenValue } from './bare-admin.ts';
import type { BareReport } from './bare-shopify.ts';

const script = path.join(import.meta.dirname, 'bare-shopify.ts');

export type BareShopify = {
  /** In place of the stand-in's admin. */
  url: string;
  setThrottles(throttles: Throttles): Promise<void>;
  /** What the app wrote since it was last taken. */
  takeWritten(): Promise<WrittenValue[]>;
  /** Calls and CPU so far. */
  used(): Promise<{ calls: number; cpuUs: number }>;
  /** @throws Error where it was asked for what it doesn't know, or answered as Shopify wouldn't. */
  check(): Promise<void>;
  stop(): Promise<void>;
};

export async function startBareShopify(logFolder: string): Promise<BareShopify> {
  const child = spawnTied([...tiedPrefix('TERM'), process.execPath, script], 'TERM', {
    env: process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const file = path.join(logFolder, 'bare-shopify.log');
  const log = followLog(child, { name: 'bare Shopify', file, ready: 'listening' });
  const { port } = await Promise.race([log.ready, log.ended]);
  const url = `http://127.0.0.1:${port}`;
  const report = () => ask<BareReport>(`${url}/_report`);
  return {
    url,
    setThrottles: (throttles) => ask(`${url}/_throttles`, throttles),
    takeWritten: () => ask<WrittenValue[]>(`${url}/_written`),
    used: report,
    check: async () => checkReport(await report()),
    stop: () => stopProcess(child, ['SIGTERM', 'SIGKILL']),
  };
}

async function ask<T>(url: string, body: unknown = null): Promise<T> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return (await response.json()) as T;
}

function checkReport({ samples, failures }: BareReport): void {
  if (failures.length > 0) throw new Error(failures.join('; '));
  checkAnswers(samples);
}
