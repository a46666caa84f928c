// metafieldsSet: at most 25, all or none; which of the refused elements are named isn't settled.
import { resolveNamespace } from '#tests/local-shopify/shop/app-settings.ts';
import { wholeSecond } from '#tests/local-shopify/shop/times.ts';
import type { Customer, Metafield, Metafields } from '#tests/local-shopify/shop/types.ts';
import type { Unsettled } from '#tests/local-shopify/shop/unsettled.ts';
import { requireScope } from './access.ts';
import type { AdminContext } from './context.ts';
import { parseGid } from './global-ids.ts';
import { compareDigest, metafieldView } from './metafield-view.ts';

export type MetafieldInput = {
  ownerId: string;
  namespace?: string | null;
  key: string;
  type?: string | null;
  value: string;
  compareDigest?: string | null;
};

type UserError = { field: string[] | null; message: string; code: string; elementIndex: number | null };
type Refused = { field: string; message: string; code: string };
type Owner =
  { type: 'CUSTOMER'; customer: Customer; own: Metafields } | { type: 'APP_INSTALLATION'; own: Metafields };
type Accepted = { owner: Owner; metafield: Metafield };

const MOST = 25;
/** JSON values of apps, since API 2026-04. */
const MOST_BYTES = 128 * 1024;

export function ownerOf(context: AdminContext, ownerId: string): Owner | null {
  const { type, id } = parseGid(ownerId);
  if (type === 'Customer') {
    requireScope(context, 'write_customers', 'metafieldsSet');
    const customer = context.shop.customers.get(id);
    return customer ? { type: 'CUSTOMER', customer, own: customer.metafields } : null;
  }
  if (type === 'AppInstallation' && id === context.installation.id) {
    return { type: 'APP_INSTALLATION', own: context.shop.appMetafields };
  }
  return null;
}

/** What the toml defines for the app's own namespace, else what the caller says. */
function typeOf(
  context: AdminContext,
  input: MetafieldInput,
  namespace: string,
  owner: Owner,
): string | Refused {
  const { app } = context.shopify;
  const defined =
    owner.type === 'CUSTOMER' && namespace === app.namespace ? app.customerMetafields[input.key] : undefined;
  if (defined && input.type && input.type !== defined) {
    return {
      field: 'type',
      message: `Type '${input.type}' must be consistent with the definition's type: '${defined}'.`,
      code: 'INVALID_TYPE',
    };
  }
  return defined ?? input.type ?? { field: 'type', message: "Type can't be blank", code: 'BLANK' };
}

function nameRefusal(context: AdminContext, input: MetafieldInput, namespace: string): Refused | null {
  const { app } = context.shopify;
  if (
    namespace.startsWith('app--') &&
    namespace !== app.namespace &&
    !namespace.startsWith(`${app.namespace}--`)
  ) {
    return {
      field: 'namespace',
      message: 'Access to this namespace and key on Metafields for this resource type is not allowed.',
      code: 'APP_NOT_AUTHORIZED',
    };
  }
  if (!/^[\w-]{3,255}$/.test(namespace))
    return { field: 'namespace', message: 'Namespace is invalid', code: 'INVALID' };
  if (!/^[\w-]{2,64}$/.test(input.key)) return { field: 'key', message: 'Key is invalid', code: 'INVALID' };
  return null;
}

function parses(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function valueRefusal(type: string, value: string): Refused | null {
  if (value === '') return { field: 'value', message: "Value can't be blank.", code: 'BLANK' };
  if (type === 'json' && !parses(value)) {
    return { field: 'value', message: 'Value is invalid JSON.', code: 'INVALID_VALUE' };
  }
  if (type === 'number_integer' && !/^-?\d{1,16}$/.test(value)) {
    return { field: 'value', message: 'Value must be an integer.', code: 'INVALID_VALUE' };
  }
  if (Buffer.byteLength(value) > MOST_BYTES) {
    return {
      field: 'value',
      message: `Value is too long (maximum is ${MOST_BYTES} bytes).`,
      code: 'TOO_LONG',
    };
  }
  return null;
}

function digestRefusal(input: MetafieldInput, present: Metafield | undefined): Refused | null {
  if (input.compareDigest === undefined) return null;
  const actual = present ? compareDigest(present) : null;
  if (actual === input.compareDigest) return null;
  return {
    field: 'compareDigest',
    message:
      'The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.',
    code: 'STALE_OBJECT',
  };
}

function accept(context: AdminContext, input: MetafieldInput): Accepted | Refused {
  const owner = ownerOf(context, input.ownerId);
  if (!owner) return { field: 'ownerId', message: 'Owner does not exist.', code: 'INVALID' };
  const fault = context.shopify.faults(context.shop.domain).refuseMetafield?.(input);
  if (fault) return { field: 'value', ...fault };
  const namespace = resolveNamespace(context.shopify.app, input.namespace);
  const misnamed = nameRefusal(context, input, namespace);
  if (misnamed) return misnamed;
  const type = typeOf(context, input, namespace, owner);
  if (typeof type !== 'string') return type;
  const present = owner.own[`${namespace}.${input.key}`];
  const refused = valueRefusal(type, input.value) ?? digestRefusal(input, present);
  if (refused) return refused;
  const at = wholeSecond(context.at);
  const id = present?.id ?? context.shop.nextId();
  const metafield = {
    id,
    namespace,
    key: input.key,
    type,
    value: input.value,
    createdAt: present?.createdAt ?? at,
    updatedAt: at,
  };
  return { owner, metafield };
}

async function save(context: AdminContext, accepted: Accepted[]): Promise<void> {
  for (const { owner, metafield } of accepted)
    owner.own[`${metafield.namespace}.${metafield.key}`] = metafield;
  await Promise.all(
    accepted.map(({ owner, metafield }) =>
      owner.type === 'CUSTOMER'
        ? context.shop.saveCustomer(owner.customer)
        : context.shop.saveAppMetafield(metafield),
    ),
  );
}

const failure = (userErrors: UserError[]) => ({ metafields: null, userErrors });

function refusals(all: readonly (Accepted | Refused)[], named: Unsettled['refusedElements']): UserError[] {
  const errors = all.flatMap((one, element) => {
    if (!('message' in one)) return [];
    const where = { field: ['metafields', String(element), one.field], elementIndex: element };
    const nowhere = { field: null, elementIndex: null };
    return [{ message: one.message, code: one.code, ...(named === 'unnamed' ? nowhere : where) }];
  });
  return named === 'all' ? errors : errors.slice(0, 1);
}

export async function metafieldsSet(args: { metafields: MetafieldInput[] }, context: AdminContext) {
  if (args.metafields.length > MOST) {
    const message = `Exceeded the maximum metafields input limit of ${MOST}.`;
    return failure([{ field: ['metafields'], message, code: 'LESS_THAN_OR_EQUAL_TO', elementIndex: null }]);
  }
  const all = args.metafields.map((input) => accept(context, input));
  const refused = refusals(all, context.shop.unsettled.refusedElements);
  if (refused.length > 0) return failure(refused);
  const accepted = all.flatMap((one) => ('message' in one ? [] : [one]));
  await save(context, accepted);
  return {
    metafields: accepted.map(({ owner, metafield }) => metafieldView(metafield, owner.type)),
    userErrors: [],
  };
}
