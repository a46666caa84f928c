// How the database stands, as it was last measured: the same in every process, so that one look at any of them is enough.
import { Gauge } from 'prom-client';
import { registry } from './registry.server.ts';

const registers = [registry];

type Standing = { count: number; oldest: number | null };
type States = {
  health: Readonly<Record<string, Standing>>;
  jobs: Readonly<Record<string, Standing>>;
  shops: Readonly<Record<string, number>>;
  heard: number | null;
};

const databaseUp = new Gauge({
  name: 'sixth_database_up',
  help: '1 where the database answered the last question in time',
  registers,
});
const count = new Gauge({
  name: 'sixth_state_count',
  help: 'What is in a state of health, of the shops that can be worked for; counted up to 100,000',
  labelNames: ['state'],
  registers,
});
const oldest = new Gauge({
  name: 'sixth_state_oldest_seconds',
  help: 'Since when the first of them is in that state',
  labelNames: ['state'],
  registers,
});
const jobs = new Gauge({
  name: 'sixth_queue_jobs',
  help: 'Jobs in the queue: ready to be taken, behind one of their own that runs, for later, running, failed and to be tried again, given up',
  labelNames: ['state'],
  registers,
});
const oldestJob = new Gauge({
  name: 'sixth_queue_oldest_seconds',
  help: 'How long the first of them has been due, or there where it failed; one that runs since it was due',
  labelNames: ['state'],
  registers,
});
const shops = new Gauge({
  name: 'sixth_shops',
  help: 'Shops that have the app, have left, wait to be opened, or are to be asked for at Shopify',
  labelNames: ['state'],
  registers,
});
const heard = new Gauge({
  name: 'sixth_last_order_heard_seconds',
  help: 'Since a webhook of any shop told of an order',
  registers,
});

/** `states` is null where none could be measured: old numbers would look like new ones. */
export function showStates(up: boolean, states: States | null): void {
  for (const gauge of [count, oldest, jobs, oldestJob, shops, heard]) gauge.reset();
  heard.remove();
  databaseUp.set(up ? 1 : 0);
  if (!states) return;
  showStandings(states.health, count, oldest);
  showStandings(states.jobs, jobs, oldestJob);
  for (const [state, value] of Object.entries(states.shops)) shops.set({ state }, value);
  if (states.heard !== null) heard.set(states.heard);
}

function showStandings(of: States['health'], counts: Gauge<'state'>, ages: Gauge<'state'>): void {
  for (const [state, standing] of Object.entries(of)) {
    counts.set({ state }, standing.count);
    ages.set({ state }, Math.max(0, standing.oldest ?? 0));
  }
}
