// The one Prisma client of a process, for Shopify's session storage and nothing else. Prisma keeps the schema and the
// migrations; every other statement is SQL of ours (pool.server.ts).
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@prisma/client';
import { config } from '#app/config.server.ts';
import { connectionsOf } from './connections.server.ts';

let client: PrismaClient | undefined;

/** Connects at the first query, and again after the database was away. */
export function prisma(): PrismaClient {
  client ??= new PrismaClient({
    // Its pool listens for connections that break, idle or not.
    adapter: new PrismaPg({ connectionString: config().databaseUrl, ...connectionsOf('sessions') }),
  });
  return client;
}

export async function closePrisma(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}
