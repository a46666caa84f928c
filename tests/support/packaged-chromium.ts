// Chromium from npm, unpacked once per version into a folder of its own.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type PackagedChromium = { executablePath: string; env: Record<string, string> };

/** @throws Error of one line where the package has nothing for this machine. */
export async function packagedChromium(): Promise<PackagedChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('There is no packaged Chromium for this machine: set CHROMIUM_PATH to an installed one.');
  }
  const folder = path.join(tmpdir(), `sixth-chromium-${packageVersion()}-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) await unpack(folder);
  const env = {
    LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
    FONTCONFIG_PATH: path.join(folder, 'fonts'),
  };
  return { executablePath: path.join(folder, 'chromium'), env };
}

/** The package exports its code only; its package.json lies above. */
function packageVersion(): string {
  const require = createRequire(import.meta.url);
  const manifest = path.join(path.dirname(require.resolve('@sparticuz/chromium')), '..', 'package.json');
  return (require(manifest) as { version: string }).version;
}

/**
 * The package unpacks into TMPDIR and sets library paths for the whole process, so it runs in one of its own; the
 * runtime's name makes it bring its own libraries. Several test files may do this at once: the first one's folder stays.
 */
async function unpack(folder: string): Promise<void> {
  const fresh = await mkdtemp(`${folder}.`);
  const script =
    "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";
  const env = { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
  await run(process.execPath, ['--input-type=module', '-e', script], { cwd: import.meta.dirname, env });
  await writeFile(path.join(fresh, 'fonts', 'fonts.conf'), fontsConfig(folder));
  await rename(fresh, folder).catch(async (error: unknown) => {
    if (!existsSync(folder)) throw error;
    await rm(fresh, { recursive: true });
  });
}

/** The package's own file names folders of a bare server; without fonts Chromium draws no text at all. */
function fontsConfig(folder: string): string {
  const dirs = [path.join(folder, 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  const cache = `<cachedir>${path.join(folder, 'fonts-cache')}</cachedir>`;
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}${cache}</fontconfig>\n`;
}
