// To be imported before anything that captures the time or `fetch`: what this process does for merchants happens at the same
// time as everything else, and its calls of Shopify reach the stand-in.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

export const timeFolder = mkdtempSync(path.join(tmpdir(), 'sixth-torture-time-'));
export const clockFile = path.join(timeFolder, 'clock');
writeFileSync(clockFile, '0');
process.env['LOCAL_CLOCK_FILE'] = clockFile;
// By a name that only the runtime reads: plain JavaScript, without types.
const preload = new URL('../../local-shopify/preload.mjs', import.meta.url).href;
await import(preload);
