// webhookSubscriptions of one shop, for topics that the toml can't name because their scope is optional.
import type { ShopSubscription } from '#tests/local-shopify/shop/shop-subscriptions.ts';
import { connection } from './connections.ts';
import type { PageArgs } from './connections.ts';
import { hasScope } from './context.ts';
import type { AdminContext } from './context.ts';
import { gid, idOf } from './global-ids.ts';

type UserError = { field: string[]; message: string };
type CreateArgs = {
  topic: string;
  webhookSubscription: { uri?: string | null; includeFields?: string[] | null };
};

/** Whoever asks for another teaches the stand-in its scope. */
const SCOPE_OF_TOPIC: Record<string, string> = {
  THEMES_PUBLISH: 'read_themes',
  THEMES_UPDATE: 'read_themes',
};

const enumOf = (topic: string): string => topic.toUpperCase().replace('/', '_');
const topicOf = (name: string): string => name.toLowerCase().replace('_', '/');

function view({ id, topic, uri, includeFields, createdAt }: ShopSubscription, context: AdminContext): object {
  return {
    __typename: 'WebhookSubscription',
    id: gid('WebhookSubscription', id),
    legacyResourceId: id,
    topic: enumOf(topic),
    uri,
    callbackUrl: uri,
    format: 'JSON',
    filter: null,
    name: null,
    includeFields: includeFields ?? [],
    metafieldNamespaces: [],
    metafields: [],
    apiVersion: { handle: context.shopify.app.apiVersion, displayName: '', supported: true },
    createdAt,
    updatedAt: createdAt,
  };
}

/** Of the app's own that it made by this API; those of the toml aren't told. */
function list(args: PageArgs & { topics?: string[] | null }, context: AdminContext) {
  const all = context.shopify.subscriptionsOf(context.shop.domain);
  const wanted = all.filter(({ topic }) => !args.topics || args.topics.includes(enumOf(topic)));
  const rows = wanted.map((one) => ({ key: one.id.padStart(20, '0'), node: () => view(one, context) }));
  return connection(rows, args);
}

function refusal(context: AdminContext, { topic, webhookSubscription }: CreateArgs): UserError | null {
  const scope = SCOPE_OF_TOPIC[topic];
  if (!scope) throw new Error(`the stand-in has no topic ${topic} for one shop`);
  const field = ['webhookSubscription', 'uri'];
  const uri = webhookSubscription.uri ?? '';
  if (!hasScope(context, scope)) {
    return { field: ['topic'], message: `Invalid topic specified: ${topicOf(topic)}` };
  }
  if (!/^https?:\/\//.test(uri)) return { field, message: 'Address is not a valid URL' };
  const taken = context.shopify.subscriptionsOf(context.shop.domain);
  return taken.some((one) => one.topic === topicOf(topic) && one.uri === uri)
    ? { field, message: 'Address for this topic has already been taken' }
    : null;
}

async function create(args: CreateArgs, context: AdminContext) {
  const refused = refusal(context, args);
  if (refused) return { webhookSubscription: null, userErrors: [refused] };
  const { uri, includeFields } = args.webhookSubscription;
  const added = await context.shopify.subscribe(context.shop.domain, {
    topic: topicOf(args.topic),
    uri: uri ?? '',
    includeFields: includeFields ?? null,
  });
  return { webhookSubscription: view(added, context), userErrors: [] };
}

async function remove({ id }: { id: string }, context: AdminContext) {
  const gone = await context.shopify.unsubscribe(context.shop.domain, idOf('WebhookSubscription', id));
  const error = { field: ['id'], message: 'Webhook subscription does not exist' };
  return { deletedWebhookSubscriptionId: gone ? id : null, userErrors: gone ? [] : [error] };
}

export const SUBSCRIPTION_QUERIES = { webhookSubscriptions: list };
export const SUBSCRIPTION_MUTATIONS = {
  webhookSubscriptionCreate: create,
  webhookSubscriptionDelete: remove,
};
