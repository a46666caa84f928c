// What Shopify knows of our app: shopify.app.toml as it was deployed, and the credentials.
import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { deployedFunctions } from './app-functions.ts';
import type { AppFunction } from './app-functions.ts';
import type { Rotation } from './rotation.ts';

const subscription = z.object({
  name: z.string().optional(),
  topics: z.array(z.string()).default([]),
  compliance_topics: z.array(z.string()).default([]),
  uri: z.string(),
  include_fields: z.array(z.string()).optional(),
});

const metafieldDefinition = z.object({
  type: z.string(),
  name: z.string().optional(),
  access: z.object({ admin: z.string().optional(), storefront: z.string().optional() }).optional(),
});

const toml = z.object({
  name: z.string(),
  handle: z.string().default('app'),
  access_scopes: z.object({
    scopes: z.string(),
    optional_scopes: z.array(z.string()).default([]),
  }),
  app_proxy: z.object({ url: z.string(), subpath: z.string(), prefix: z.string() }).optional(),
  webhooks: z.object({ api_version: z.string(), subscriptions: z.array(subscription).default([]) }),
  customer: z.object({ metafields: z.object({ app: z.record(z.string(), metafieldDefinition) }) }).optional(),
});

export type Subscription = {
  name: string | null;
  topic: string;
  /** Absolute, or relative to the app's address. */
  uri: string;
  includeFields: string[] | null;
  compliance: boolean;
};

export type Credentials = { apiKey: string; apiSecret: string };

export type AppSettings = Credentials & {
  /** While a second secret is known; `apiSecret` is the older one then. */
  rotation: Rotation | null;
  name: string;
  /** By which a theme's files name the app's blocks. */
  handle: string;
  /** What `$app` stands for. */
  namespace: string;
  apiVersion: string;
  /** Granted at install: what the toml asks for, nothing optional. */
  scopes: string[];
  optionalScopes: string[];
  subscriptions: Subscription[];
  /** Types of the app's customer metafields by key. */
  customerMetafields: Record<string, string>;
  proxy: { url: string; subpath: string; prefix: string } | null;
  /** Those whose code Shopify has; a test may take them away. */
  functions: AppFunction[];
  /** From the App Store, or made for one merchant. */
  publicCategory: 'PUBLIC' | 'CUSTOM';
};

const APP_NUMBER = '281474976';
const TOML = new URL('../../../shopify.app.toml', import.meta.url);

const list = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

function subscriptionsOf(read: z.infer<typeof toml>): Subscription[] {
  return read.webhooks.subscriptions.flatMap((one) => {
    const common = { name: one.name ?? null, uri: one.uri, includeFields: one.include_fields ?? null };
    const told = one.topics.map((topic) => ({ ...common, topic, compliance: false }));
    const asked = one.compliance_topics.map((topic) => ({ ...common, topic, compliance: true }));
    return [...told, ...asked];
  });
}

/** Throws when the toml lacks what Shopify asks for. */
export function appSettings(credentials: Credentials, tomlPath: URL | string = TOML): AppSettings {
  const read = toml.parse(parse(readFileSync(tomlPath, 'utf8')));
  const definitions = Object.entries(read.customer?.metafields.app ?? {});
  return {
    ...credentials,
    rotation: null,
    name: read.name,
    handle: read.handle,
    namespace: `app--${APP_NUMBER}`,
    apiVersion: read.webhooks.api_version,
    scopes: list(read.access_scopes.scopes),
    optionalScopes: read.access_scopes.optional_scopes,
    subscriptions: subscriptionsOf(read),
    customerMetafields: Object.fromEntries(definitions.map(([key, definition]) => [key, definition.type])),
    proxy: read.app_proxy ?? null,
    functions: deployedFunctions(),
    publicCategory: 'PUBLIC',
  };
}

/** One made for one merchant runs functions on Plus and on development stores alone. */
export function mayRunFunctions(
  { publicCategory }: Pick<AppSettings, 'publicCategory'>,
  plan: string,
): boolean {
  return publicCategory === 'PUBLIC' || plan !== 'basic';
}

/** `$app` and `$app:more` → the namespace reserved for the app. */
export function resolveNamespace(
  app: Pick<AppSettings, 'namespace'>,
  namespace: string | null | undefined,
): string {
  const asked = namespace ?? '$app';
  if (asked === '$app') return app.namespace;
  return asked.startsWith('$app:') ? `${app.namespace}--${asked.slice('$app:'.length)}` : asked;
}
