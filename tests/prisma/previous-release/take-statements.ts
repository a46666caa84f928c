// Writes down what a release asks of its database, and which jobs it leaves there, for the release after it, at each release:
// `node tests/prisma/previous-release/take-statements.ts [FOLDER]`, with the folder of its tree (this one by default). The tests beside it
// hold the next tables and jobs to it.
import { globSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createServer, type ViteDevServer } from 'vite';
import { statementsPlugin, type WithStatements } from '../../db/statements/statements-plugin.ts';

const FILE = path.join(import.meta.dirname, 'statements.json');
const JOBS_FILE = path.join(import.meta.dirname, 'jobs.json');
/** Which no server prepares. */
const UNPREPARED = /^(?:begin|commit|rollback|lock)\b/;

/** Comments end with their line, so they go first. */
const inALine = (text: string): string => text.replaceAll(/--.*$/gm, '').replaceAll(/\s+/g, ' ').trim();

type Jobs = { JOBS: Record<string, { perShop: boolean }> };

async function statementsOf(root: string, server: ViteDevServer): Promise<string[]> {
  const texts: string[] = [];
  for (const file of globSync('app/db/**/*.ts', { cwd: root }).sort()) {
    const module = (await server.ssrLoadModule(`${path.join(root, file)}?statements`)) as WithStatements;
    texts.push(...module.statementsOfModule.map(({ text }) => inALine(text)));
  }
  return [...new Set(texts)].filter((text) => !UNPREPARED.test(text)).sort();
}

/** By name, whether its payload is a shop. */
async function jobsOf(root: string, server: ViteDevServer): Promise<Record<string, boolean>> {
  const { JOBS } = (await server.ssrLoadModule(path.join(root, 'app/core/jobs.ts'))) as Jobs;
  return Object.fromEntries(Object.entries(JOBS).map(([name, { perShop }]) => [name, perShop]));
}

const root = path.resolve(process.argv[2] ?? '.');
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  plugins: [statementsPlugin()],
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const texts = await statementsOf(root, server);
writeFileSync(FILE, `${JSON.stringify(texts, null, 2)}\n`);
writeFileSync(JOBS_FILE, `${JSON.stringify(await jobsOf(root, server), null, 2)}\n`);
await server.close();
process.stdout.write(`${texts.length} statements\n`);
process.exit();
