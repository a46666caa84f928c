// The one Prisma client of a process, for Shopify's session storage and nothing else. Prisma keeps the schema and the
// migrations; every other statement is SQL of ours (pool.server.ts).
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@prisma/client';
import { config } from '#app/config.server.ts';
import { connectionsOf } from './connections.server.ts';

/** Milliseconds to wait for a connection: Shopify gives a webhook five seconds in all. */
const CONNECT_MS = 3000;

let client: PrismaClient | undefined;

/** Connects at the first query, and again after the database was away. */
export function prisma(): PrismaClient {
  client ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: config().databaseUrl,
      ...connectionsOf('sessions'),
      connectionTimeoutMillis: CONNECT_MS,
    }),
  });
  return client;
}

export async function closePrisma(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}
