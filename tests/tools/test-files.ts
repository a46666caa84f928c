// Which test files there are, and which of them a name finds.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** `project` is the one of `vitest.config.ts` that the file belongs to. */
export type TestFile = { path: string; project: string };

const root = path.resolve(import.meta.dirname, '../..');

/** All of them, as Vitest finds them, by their paths from the project's folder. */
export async function listTestFiles(): Promise<TestFile[]> {
  const vitest = path.join(root, 'node_modules', '.bin', 'vitest');
  const { stdout } = await promisify(execFile)(vitest, ['list', '--filesOnly', '--json'], { cwd: root });
  const listed = JSON.parse(stdout) as { file: string; projectName: string }[];
  return listed.map(({ file, projectName }) => ({ path: relative(file), project: projectName }));
}

function relative(file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}

/**
 * The files whose path below `tests/` contains one of the names: a feature, a folder, a file. Without names all of them.
 * `unknown` are the names that find nothing.
 */
export function filesNamed(files: TestFile[], names: string[]): { found: TestFile[]; unknown: string[] } {
  const wanted = names.map((name) => name.toLowerCase().replace(/^(\.\/)?tests\//, ''));
  const has = (file: TestFile, name: string) =>
    file.path
      .replace(/^tests\//, '')
      .toLowerCase()
      .includes(name);
  const found = files.filter((file) => names.length === 0 || wanted.some((name) => has(file, name)));
  const unknown = names.filter((_, index) => !files.some((file) => has(file, wanted[index] ?? '')));
  return { found, unknown };
}
