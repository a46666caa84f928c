// A server that waits for nobody: whoever sends slowly, or not at all, is cut off before anything of theirs was believed.
import { createServer, type RequestListener, type Server } from 'node:http';

/** Longer than a proxy keeps its connections, so that it never writes into one that was just closed. */
const KEEP_ALIVE_MS = 65_000;

export type Limits = {
  /** For a request's headers, and for the whole of it. */
  receiveMs: number;
  /** How often those that are too late are looked for. */
  lookMs: number;
  connections: number;
};

/** An idle connection takes some 4 KB, so many of them 40 MB. */
const LIMITS: Limits = { receiveMs: 10_000, lookMs: 1_000, connections: 10_000 };

export function limitedServer(listener: RequestListener, limits: Limits = LIMITS): Server {
  const { receiveMs, lookMs, connections } = limits;
  const options = {
    headersTimeout: receiveMs,
    requestTimeout: receiveMs,
    connectionsCheckingInterval: lookMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
  };
  const server = createServer(options, listener);
  server.maxConnections = connections;
  return server;
}
