import { readFile } from 'node:fs/promises';

export type Count = { passed: number; failed: number };

/** Vitest's own count in its JSON report; none when it didn't come to write one. */
export async function countTests(file: string): Promise<Count> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const report = JSON.parse(text) as { numPassedTests?: number; numFailedTests?: number };
  return { passed: report.numPassedTests ?? 0, failed: report.numFailedTests ?? 0 };
}
