// The one Prisma client of a process, for Shopify's session storage and nothing else. Prisma keeps the schema and the
// migrations; every other statement is SQL of ours (pool.server.ts).
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@prisma/client';
import { config } from '#app/config.server.ts';
import { connectionsOf } from './connections.server.ts';
import { listeningPool } from './listening-pool.server.ts';

let client: PrismaClient | undefined;

/** Connects at the first query, and again after the database was away. */
export function prisma(): PrismaClient {
  client ??= new PrismaClient({
    adapter: new PrismaPg(
      listeningPool({ connectionString: config().databaseUrl, ...connectionsOf('sessions') }),
      { disposeExternalPool: true },
    ),
  });
  return client;
}

export async function closePrisma(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}
