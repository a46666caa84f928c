// Prisma's CLI without its Rust engines, which it would download from a host of its own.
// A new migration is written with `node prisma/diff.ts <name>`; `prisma migrate dev` needs the engines.
import process from 'node:process';
import { PrismaPg } from 'adapter-pg-7';
import { defineConfig } from 'prisma/config';

// Any existing file stops the downloads; neither engine is ever started.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;
process.env['PRISMA_QUERY_ENGINE_LIBRARY'] ??= process.execPath;

/**
 * Version 7 of the adapter, because the schema engine reads columns of type `name`, which 6.19 can't. The adapter cuts
 * scripts at every semicolon, be it in a function or a comment; PostgreSQL takes a script whole, and all or nothing.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (sql) => void (await adapter.executeRaw({ sql, args: [], argTypes: [] }));
    return adapter;
  }
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  experimental: { adapter: true },
  engine: 'js',
  adapter: async () => new WholeScripts({ connectionString: process.env['DATABASE_URL'] ?? '' }),
});
