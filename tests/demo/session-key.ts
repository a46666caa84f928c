import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Made at the first start and kept, so that a second start can read the tokens of the first. */
export async function sessionKey(folder: string): Promise<string> {
  const file = path.join(folder, 'session-key');
  if (!existsSync(file)) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  }
  return readFile(file, 'utf8');
}
