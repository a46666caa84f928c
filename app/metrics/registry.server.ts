// What the process measures of itself, for Prometheus: counted all the time, since that costs next to nothing, and told where
// OPERATIONS_PORT is set. No label bears a shop, an order or a person: their number is bounded by our own words.
import { Registry } from 'prom-client';

export const registry = new Registry();

/** Seconds, from what a busy process takes for a webhook to what Shopify waits for. */
export const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Seconds of what may take long: jobs, and their waiting. */
export const LONG_SECONDS = [0.005, 0.025, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800];
