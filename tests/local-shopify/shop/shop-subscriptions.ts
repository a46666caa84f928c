// What the app subscribed to on one shop by the Admin API, beside what its toml names for all.
import type { Subscription } from './app-settings.ts';

export type ShopSubscription = {
  id: string;
  /** As in the header, e.g. `themes/update`. */
  topic: string;
  /** Absolute. */
  uri: string;
  includeFields: string[] | null;
  createdAt: string;
};

/** Scopes without which nothing of these topics is told. */
const SCOPES: Record<string, string> = { 'themes/publish': 'read_themes', 'themes/update': 'read_themes' };

export function toldTo(
  subscriptions: readonly ShopSubscription[],
  topic: string,
  scopes: readonly string[],
): Subscription[] {
  const scope = SCOPES[topic];
  if (scope !== undefined && !scopes.includes(scope)) return [];
  return subscriptions
    .filter((one) => one.topic === topic)
    .map(({ uri, includeFields }) => ({ name: null, topic, uri, includeFields, compliance: false }));
}
