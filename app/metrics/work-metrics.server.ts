// What jobs got done: orders applied, entries written, members told to Shopify; and what the nightly check found.
import { Counter } from 'prom-client';
import { registry } from './registry.server.ts';

const registers = [registry];

export const ordersApplied = new Counter({
  name: 'sixth_orders_applied_total',
  help: 'Orders that the ledger followed, once each time they changed',
  registers,
});
export const entriesWritten = new Counter({
  name: 'sixth_entries_written_total',
  help: 'Entries that orders and gifts brought',
  labelNames: ['by'],
  registers,
});
export const membersSynced = new Counter({
  name: 'sixth_members_synced_total',
  help: 'Members whose metafields Shopify took',
  registers,
});
export const mismatchesFound = new Counter({
  name: 'sixth_ledger_mismatches_total',
  help: 'Cached numbers that the nightly check found to differ from their entries',
  registers,
});
