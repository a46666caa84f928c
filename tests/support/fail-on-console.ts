// Whatever reaches console.error or console.warn is a problem nobody asked about: it fails the test that ran.
import { format } from 'node:util';
import { afterAll, afterEach } from 'vitest';

const said: string[] = [];
const keep = (...values: unknown[]) => void said.push(format(...values));
console.error = keep;
console.warn = keep;

function failIfAnythingWasSaid(): void {
  const lines = said.splice(0);
  if (lines.length > 0) throw new Error(`Unexpected output on the console:\n${lines.join('\n')}`);
}

afterEach(failIfAnythingWasSaid);
afterAll(failIfAnythingWasSaid);
