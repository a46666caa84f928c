// What the shop's Shopify Flow was sent: what the app's own triggers say they bring.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'smol-toml';

const EXTENSIONS = path.resolve(import.meta.dirname, '../../../extensions');

export type FlowField = { type: string; key?: string };
export type FlowTrigger = { handle: string; name: string; fields: FlowField[] };
export type FlowMessage = { handle: string; payload: Record<string, unknown>; at: string };

/** The fields stand beside the one extension of the file, as Shopify's CLI writes it. */
type Toml = {
  extensions?: { type?: string; handle?: string; name?: string }[];
  settings?: { fields?: FlowField[] };
};

/** Those that the app's folders declare, as a deploy would tell Shopify. */
export function deployedTriggers(): FlowTrigger[] {
  return readdirSync(EXTENSIONS, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(EXTENSIONS, entry.name, 'shopify.extension.toml');
    if (!entry.isDirectory() || !entry.name.startsWith('notice-')) return [];
    const { extensions = [], settings } = parse(readFileSync(file, 'utf8')) as Toml;
    return extensions.flatMap(({ type, handle = '', name = '' }) =>
      type === 'flow_trigger' ? [{ handle, name, fields: settings?.fields ?? [] }] : [],
    );
  });
}

export class FlowInbox {
  readonly messages: FlowMessage[] = [];
  readonly triggers = deployedTriggers();
  /** What Shopify says to every trigger; null: it takes them. */
  refusal: string | null = null;
}
