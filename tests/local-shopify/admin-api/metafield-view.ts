// Metafields of an owner, read with `$app` for the app's own namespace.
import { createHash } from 'node:crypto';
import { resolveNamespace } from '#tests/local-shopify/shop/app-settings.ts';
import type { Metafield, Metafields } from '#tests/local-shopify/shop/types.ts';
import { byId, connection } from './connections.ts';
import type { PageArgs } from './connections.ts';
import type { AdminContext } from './context.ts';
import { gid } from './global-ids.ts';

export function compareDigest(metafield: Metafield): string {
  return createHash('sha256').update(`${metafield.type} ${metafield.value}`).digest('hex');
}

export function metafieldView(metafield: Metafield, ownerType: string) {
  const isJson = metafield.type === 'json' || metafield.type === 'number_integer';
  return {
    __typename: 'Metafield',
    id: gid('Metafield', metafield.id),
    legacyResourceId: metafield.id,
    namespace: metafield.namespace,
    key: metafield.key,
    type: metafield.type,
    value: metafield.value,
    jsonValue: () => (isJson ? (JSON.parse(metafield.value) as unknown) : metafield.value),
    compareDigest: () => compareDigest(metafield),
    sizeInBytes: Buffer.byteLength(metafield.value),
    ownerType,
    createdAt: metafield.createdAt,
    updatedAt: metafield.updatedAt,
  };
}

type OneArgs = { namespace?: string | null; key: string };
type ManyArgs = PageArgs & { namespace?: string | null; keys?: string[] | null };

/** The fields `metafield` and `metafields` of an owner. */
export function metafieldFields(context: AdminContext, own: Metafields, ownerType: string) {
  const { app } = context.shopify;
  // Without a namespace the app's own is meant.
  const find = ({ namespace, key }: OneArgs) => own[`${resolveNamespace(app, namespace)}.${key}`];
  return {
    metafield: (args: OneArgs) => {
      const found = find(args);
      return found ? metafieldView(found, ownerType) : null;
    },
    metafields: (args: ManyArgs) => {
      const wanted = args.namespace ? resolveNamespace(app, args.namespace) : null;
      const rows = Object.values(own)
        .filter((one) => wanted === null || one.namespace === wanted)
        .filter((one) => !args.keys || args.keys.includes(`${one.namespace}.${one.key}`));
      return connection(
        byId(rows, (one) => metafieldView(one, ownerType)),
        args,
      );
    },
  };
}
