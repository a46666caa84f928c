// Writes down what a release asks of its database, for the release after it: `node tests/prisma/previous-release/take-statements.ts
// [FOLDER]`, at each release, with the folder of its tree (this one by default). The test beside it holds the next tables to it.
import { globSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createServer } from 'vite';
import { statementsPlugin, type WithStatements } from '../../db/statements/statements-plugin.ts';

const FILE = path.join(import.meta.dirname, 'statements.json');
const OF_TRANSACTIONS = ['begin', 'commit', 'rollback'];

async function statementsOf(root: string): Promise<string[]> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [statementsPlugin()],
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  const texts: string[] = [];
  for (const file of globSync('app/db/**/*.ts', { cwd: root }).sort()) {
    const module = (await server.ssrLoadModule(`${path.join(root, file)}?statements`)) as WithStatements;
    texts.push(...module.statementsOfModule.map(({ text }) => text.replaceAll(/\s+/g, ' ').trim()));
  }
  await server.close();
  return [...new Set(texts)].filter((text) => !OF_TRANSACTIONS.includes(text)).sort();
}

const texts = await statementsOf(path.resolve(process.argv[2] ?? '.'));
writeFileSync(FILE, `[\n${texts.map((text) => JSON.stringify(text)).join(',\n')}\n]\n`);
process.stdout.write(`${texts.length} statements\n`);
process.exit();
