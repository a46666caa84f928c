// Sends each request once over 32 connections. autocannon rounds its own duration to seconds, so the clock is ours.
import { performance } from 'node:perf_hooks';
import autocannon from 'autocannon';
import type { SignedOrders } from './signed-orders.ts';

export const CONNECTIONS = 32;

/** `seconds` from the first request to the last answer; a latency for each. */
export type Load = { seconds: number; latenciesMs: number[] };

/** @throws Error when not every answer is a 200. */
export async function sendAll(url: string, requests: SignedOrders, connections = CONNECTIONS): Promise<Load> {
  const each = requests.length / connections;
  if (!Number.isInteger(each))
    throw new Error(`${requests.length} requests don't share ${connections} evenly`);
  const latenciesMs: number[] = [];
  let clients = 0;
  let [start, end, refused] = [0, 0, 0];
  const setupClient = (client: autocannon.Client) => {
    client.setRequests(requests.slice(clients * each, (clients + 1) * each));
    clients += 1;
  };
  await new Promise<void>((resolve, reject) => {
    const done = (error: Error | null) => (error ? reject(error) : resolve());
    const options = { url, connections, amount: requests.length, setupClient };
    const running = autocannon(options, done);
    // Said once all connections are opening and every request's bytes lie ready.
    running.on('start', () => (start = performance.now()));
    running.on('response', (_client, status, _bytes, tookMs) => {
      end = performance.now();
      latenciesMs.push(tookMs);
      if (status !== 200) refused += 1;
    });
  });
  if (refused > 0 || latenciesMs.length !== requests.length) {
    throw new Error(`${url}: ${latenciesMs.length} of ${requests.length} answered, ${refused} not with 200`);
  }
  return { seconds: (end - start) / 1_000, latenciesMs };
}
