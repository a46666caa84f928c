// flowTriggerReceive: what a trigger's toml names, and nothing of another type. Whether it takes other keys is told ("since 2026-07"), how
// large a payload may be isn't: 50,000 bytes here.
import { wholeSecond } from '#tests/local-shopify/shop/times.ts';
import type { FlowField } from '#tests/local-shopify/shop/flow-inbox.ts';
import type { AdminContext } from './context.ts';

type Args = { handle?: string | null; payload?: Record<string, unknown> | null };
type UserError = { field: string[]; message: string };

const MOST_BYTES = 50_000;
const KEYS: Readonly<Record<string, string>> = {
  customer_reference: 'customer_id',
  order_reference: 'order_id',
};

function isOfType(type: string, value: unknown): boolean {
  if (type.endsWith('_reference')) return typeof value === 'number' && Number.isSafeInteger(value);
  if (type === 'number_decimal') return typeof value === 'number' && Number.isFinite(value);
  if (type === 'url') return typeof value === 'string' && /^https:\/\//.test(value);
  return typeof value === 'string' && !value.includes('\n');
}

function wrongField(fields: readonly FlowField[], payload: Record<string, unknown>): string | null {
  for (const { type, key } of fields) {
    const name = KEYS[type] ?? key ?? '';
    const isReference = type in KEYS;
    if (!(name in payload)) {
      if (type === 'customer_reference') return `Property '${name}' is required`;
      continue;
    }
    if (!isOfType(type, payload[name])) return `Property '${name}' must be ${isReference ? 'an id' : type}`;
  }
  const known = fields.map(({ type, key }) => KEYS[type] ?? key ?? '');
  const other = Object.keys(payload).find((name) => !known.includes(name));
  return other === undefined ? null : `Property '${other}' is not defined by the trigger`;
}

function refusal({ shop }: AdminContext, { handle, payload }: Args): UserError | null {
  const trigger = shop.flow.triggers.find((one) => one.handle === handle);
  if (!trigger || !payload)
    return { field: ['handle'], message: `No trigger with the handle '${handle ?? ''}'` };
  if (Buffer.byteLength(JSON.stringify(payload)) > MOST_BYTES) {
    return { field: ['payload'], message: 'Payload is too large' };
  }
  const wrong = wrongField(trigger.fields, payload);
  if (wrong) return { field: ['payload'], message: wrong };
  if (!shop.customers.has(String(payload['customer_id']))) {
    return { field: ['payload'], message: 'Customer does not exist' };
  }
  return shop.flow.refusal === null ? null : { field: ['payload'], message: shop.flow.refusal };
}

export const FLOW_MUTATIONS = {
  flowTriggerReceive: (args: Args, context: AdminContext) => {
    const refused = refusal(context, args);
    if (refused) return { userErrors: [refused] };
    const at = wholeSecond(context.at);
    context.shop.flow.messages.push({ handle: args.handle ?? '', payload: args.payload ?? {}, at });
    return { userErrors: [] };
  },
};
