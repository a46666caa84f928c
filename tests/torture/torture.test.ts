// The short form of `npm run torture`: one web, one worker, and a seed that draws a kill of each, a stop and a cut.
import { expect, test } from 'vitest';
import { readOptions } from './options.ts';
import { reportText, wrongs } from './report.ts';
import { torture } from './torture.ts';

const SHORT = ['--seed', '20', '--orders', '220', '--minutes', '0', '--shops', '2'];
const ONE_OF_EACH = ['--webs', '1', '--workers', '1', '--breaks', '5'];
/** A wide bound: it heals by what it sees, and a busy machine starts processes slowly. */
const LIMIT_MS = 400_000;

test(
  'C94 after crashes, lost webhooks and a failing Shopify every member equals a plain replay',
  { timeout: LIMIT_MS },
  async () => {
    const said: string[] = [];
    const report = await torture(readOptions([...SHORT, ...ONE_OF_EACH]), (text) => said.push(text));
    expect(wrongs(report), [...said, reportText(report)].join('\n')).toEqual([]);
    expect(report.checks['members']?.compared).toBeGreaterThan(20);
    for (const name of ['moments', 'moments that are due', 'notices', 'past orders'])
      expect(report.checks[name]?.compared, name).toBeGreaterThan(0);
    expect(report.events['order']).toBe(220);
    expect(report.faults['database stop']).toBe(1);
  },
);
