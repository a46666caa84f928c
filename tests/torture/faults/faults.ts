// Everything that may go wrong around the app, one line each. What breaks the ground under it is struck one at a time;
// Shopify's faults are many and cheap.
import { crashDatabase, cutConnections } from './break-database.ts';
import { endProcesses } from './end-processes.ts';
import { failAtShopify } from './fail-at-shopify.ts';
import { lieAtShopify } from './lie-at-shopify.ts';
import { troubleWithCodes } from './trouble-with-codes.ts';
import type { TortureFault } from './torture-fault.ts';

export const GROUND_FAULTS: readonly TortureFault[] = [...endProcesses, crashDatabase, cutConnections];

export const SHOPIFY_FAULTS: readonly TortureFault[] = [
  ...failAtShopify,
  ...lieAtShopify,
  ...troubleWithCodes,
];
