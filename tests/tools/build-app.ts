// The app's production build, made again when a source is newer than it.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');
const built = path.join(root, 'build', 'server', 'index.js');
const sources = ['vite.config.ts', 'package.json', 'package-lock.json', 'prisma/schema.prisma'];

export function isBuilt(): boolean {
  if (!existsSync(built)) return false;
  const builtMs = statSync(built).mtimeMs;
  const inApp = readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' });
  // Texts are read as they are.
  const files = [
    ...sources,
    ...inApp.filter((file) => !file.endsWith('.md')).map((file) => path.join('app', file)),
  ];
  return files.every((file) => statSync(path.join(root, file)).mtimeMs <= builtMs);
}

/** @throws Error with the build's output. */
export async function buildApp(): Promise<void> {
  const remix = path.join(root, 'node_modules', '.bin', 'remix');
  const env = { ...process.env, NODE_ENV: 'production' as const };
  try {
    await promisify(execFile)(remix, ['vite:build'], { cwd: root, env });
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new Error(`The app can't be built:\n${stderr.trim()}`, { cause: error });
  }
}
