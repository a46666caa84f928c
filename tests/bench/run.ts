// `npm run bench`: every part, or those named (`npm run bench -- webhooks`), as a table or with --json as one line.
// A figure below what is wanted is told, not failed; wrong results fail.
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { buildApp, isBuilt } from '#tests/tools/build-app.ts';
import { adminPart } from './admin.ts';
import { applyPart } from './apply.ts';
import { bellsPart } from './bells.ts';
import { openBench, type Bench, type Part } from './bench.ts';
import type { Figure } from './figures.ts';
import { functionPart } from './function.ts';
import { latencyPart } from './latency.ts';
import { jobsPart } from './jobs.ts';
import { longHistoryPart } from './long-history.ts';
import { json, table, type Failed } from './report.ts';
import { machinesPart } from './machines.ts';
import { memberNumbersPart } from './member-numbers.ts';
import { momentsPart } from './moments.ts';
import { movingInPart } from './moving-in.ts';
import { namedOrdersPart } from './named-orders.ts';
import { noticesPart } from './notices.ts';
import { oneShopPart } from './one-shop.ts';
import { orderAnswersPart } from './order-answers.ts';
import { packingPart } from './packing.ts';
import { pastOrdersPart } from './past-orders.ts';
import { proxyPart } from './proxy.ts';
import { redemptionsPart } from './redemptions.ts';
import { refillPart } from './refill.ts';
import { settlementPart } from './settlement.ts';
import { storefrontPart } from './storefront.ts';
import { sweepPart } from './sweep.ts';
import { takingOutPart } from './taking-out.ts';
import { tapPart } from './tap.ts';
import { transfersPart } from './transfers.ts';
import { webhooksPart } from './webhooks.ts';
import { whoPart } from './who.ts';

const PARTS: Readonly<Record<string, Part>> = {
  webhooks: webhooksPart,
  latency: latencyPart,
  'one-shop': oneShopPart,
  apply: applyPart,
  transfers: transfersPart,
  machines: machinesPart,
  bells: bellsPart,
  jobs: jobsPart,
  settlement: settlementPart,
  redemptions: redemptionsPart,
  'named-orders': namedOrdersPart,
  'long-history': longHistoryPart,
  sweep: sweepPart,
  moments: momentsPart,
  packing: packingPart,
  notices: noticesPart,
  'member-numbers': memberNumbersPart,
  refill: refillPart,
  proxy: proxyPart,
  storefront: storefrontPart,
  tap: tapPart,
  'taking-out': takingOutPart,
  'order-answers': orderAnswersPart,
  'past-orders': pastOrdersPart,
  'moving-in': movingInPart,
  who: whoPart,
  function: functionPart,
  admin: adminPart,
};

function wantedParts(names: readonly string[]): [string, Part][] {
  const unknown = names.filter((name) => !(name in PARTS));
  if (unknown.length > 0) {
    throw new Error(`There is no part ${unknown.join(', ')}: choose of ${Object.keys(PARTS).join(', ')}.`);
  }
  return Object.entries(PARTS).filter(([name]) => names.length === 0 || names.includes(name));
}

async function measure(bench: Bench, parts: readonly [string, Part][]) {
  const figures: Figure[] = [];
  const failed: Failed[] = [];
  for (const [part, run] of parts) {
    bench.say(`${part} …`);
    const start = performance.now();
    try {
      figures.push(...(await run(bench)));
    } catch (error) {
      bench.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
      failed.push({ part, reason: error instanceof Error ? error.message : String(error) });
    }
    bench.say(`${part} took ${Math.round((performance.now() - start) / 1_000)} s`);
  }
  return { figures, failed };
}

async function main(args: readonly string[]): Promise<void> {
  const parts = wantedParts(args.filter((name) => name !== '--json'));
  if (!isBuilt()) await buildApp();
  const bench = await openBench();
  try {
    const report = { ...(await measure(bench, parts)), postgres: bench.databases.version };
    process.stdout.write(args.includes('--json') ? json(report) : table(report));
    if (report.failed.length > 0) process.exitCode = 1;
  } finally {
    await bench.stop();
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
