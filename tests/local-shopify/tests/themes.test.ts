// The stand-in's themes: their files by the Admin API, and who is told when another one is published.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { themePlaces } from '#app/shopify/storefront/theme-places.ts';
import { USUAL } from '#tests/local-shopify/shop/unsettled.ts';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';

let world: InMemory;
beforeEach(async () => {
  world = await inMemory();
});
afterEach(() => world.stop());

const FILES = `query Files($names: [String!], $first: Int = 50, $after: String) {
  themes(first: 1, roles: [MAIN]) { nodes { id name role files(first: $first, after: $after, filenames: $names) {
    nodes { filename size body { ... on OnlineStoreThemeFileBodyText { content } ... on OnlineStoreThemeFileBodyUrl { url } } }
    userErrors { filename code } pageInfo { hasNextPage endCursor } } } } }`;
const SUBSCRIBE = `mutation S($topic: WebhookSubscriptionTopic!, $uri: String!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri, includeFields: ["id", "role"] }) {
    webhookSubscription { id topic uri } userErrors { field message } } }`;
const LIST = `query L { webhookSubscriptions(first: 10, topics: [THEMES_UPDATE]) { nodes { id topic uri } } }`;
const DELETE = `mutation D($id: ID!) { webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { message } } }`;

type File = { filename: string; body: { content?: string; url?: string } };
type Files = { nodes: File[]; userErrors: object[]; pageInfo: { hasNextPage: boolean; endCursor: string } };

const grant = (scopes = ['read_themes']) =>
  world.shopify.changeScopes(world.shop.domain, [...world.shopify.app.scopes, ...scopes]);

async function files(variables: object = {}): Promise<Files> {
  const { body } = await world.admin(FILES, variables);
  const themes = body.data?.['themes'] as { nodes: { files: Files }[] };
  return themes.nodes[0]!.files;
}

const subscribe = async (topic = 'THEMES_UPDATE', uri = `${world.shopify.urls.tunnel}/webhooks/themes`) =>
  (await world.admin(SUBSCRIBE, { topic, uri })).body.data?.['webhookSubscriptionCreate'] as {
    webhookSubscription: { id: string } | null;
    userErrors: { message: string }[];
  };

async function told(): Promise<string[]> {
  await world.shopify.webhooks.flush();
  return world.received
    .filter(({ path }) => path === '/webhooks/themes')
    .map(
      ({ headers, body }) =>
        `${String(headers['x-shopify-topic'])} ${(JSON.parse(body) as { role: string }).role}`,
    )
    .sort();
}

test('nobody reads a theme without the scope', async () => {
  const { body } = await world.admin(FILES);
  expect(body.errors?.[0]?.extensions?.code).toBe('ACCESS_DENIED');
  expect(body.data).toEqual({ themes: null });
  await grant();
  expect((await world.admin(FILES)).body.errors).toBeUndefined();
});

test('a granted scope reaches the tokens that are there, or only those that follow', async () => {
  world.shop.unsettled = { ...USUAL, grantedScopes: 'next-token' };
  await grant();
  expect((await world.admin(FILES)).body.errors).toBeDefined();
});

test('its files have Shopify’s head, and hold what the theme editor placed', async () => {
  await grant();
  await world.shop.saveTheme({
    look: 'dark',
    blocks: [
      { id: 'member-1', area: 'product', block: 'member', shown: true, settings: {} },
      { id: 'rewards-1', area: 'cart', block: 'rewards', shown: false, settings: {} },
    ],
    embeds: ['cart-line'],
  });
  const { nodes } = await files();
  expect(nodes.find(({ filename }) => filename === 'templates/product.json')?.body.content).toMatch(
    /^\/\*[\s\S]*\*\/\n\{/,
  );
  const read = nodes.map(({ filename, body }) => ({ name: filename, text: body.content ?? null }));
  expect(themePlaces({ files: read, notGiven: [], complete: true }, world.shopify.app.handle)).toMatchObject({
    places: [
      { page: 'embeds', block: 'cart-line', shown: true },
      { page: 'cart', block: 'rewards', shown: false },
      { page: 'product', block: 'member', shown: true },
    ],
    unread: [],
  });
});

test('files are found by patterns, come page by page, too big ones as an address', async () => {
  await grant();
  world.shop.themes.faults.set('templates/cart.json', 'too-big');
  world.shop.themes.faults.set('templates/product.json', 'not-given');
  const names = ['templates/*.json', 'sections/header*', 'nothing/*'];
  const first = await files({ names, first: 2 });
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect(first.userErrors).toEqual([{ filename: 'templates/product.json', code: 'TIMEOUT' }]);
  const rest = await files({ names, first: 50, after: first.pageInfo.endCursor });
  const all = [...first.nodes, ...rest.nodes];
  expect(all.map(({ filename }) => filename)).toEqual(
    expect.arrayContaining([
      'sections/header-group.json',
      'templates/cart.json',
      'templates/customers/account.json',
    ]),
  );
  expect(all.map(({ filename }) => filename)).not.toContain('sections/footer-group.json');
  expect(all.find(({ filename }) => filename === 'templates/cart.json')?.body).toHaveProperty('url');
});

test('another theme that is published is told to who subscribed, on that shop alone', async () => {
  await grant();
  await subscribe('THEMES_PUBLISH');
  await subscribe();
  const { id } = await world.shop.themes.add('Horizon', { look: 'dark', blocks: [] });
  await world.shop.themes.publish(id);
  expect(await told()).toEqual(['themes/publish main', 'themes/update main', 'themes/update unpublished']);
  expect(world.shop.themes.others.map(({ name }) => name)).toEqual(['Roastery']);
  expect(world.shop.theme.blocks).toEqual([]);
  await expect(world.shop.themes.publish(id)).rejects.toThrow('no other theme');
});

test('what is saved in the theme editor is told, or isn’t', async () => {
  await grant();
  await subscribe();
  await world.shop.saveTheme({ look: 'loud', blocks: [] });
  expect(await told()).toEqual([]);
  world.shop.unsettled = { ...USUAL, themeEdits: 'told' };
  await world.shop.saveTheme({ look: 'dark', blocks: [] });
  expect(await told()).toEqual(['themes/update main']);
});

test('nothing is told once the scope is withdrawn', async () => {
  await grant();
  await subscribe();
  await grant([]);
  const { id } = await world.shop.themes.add('Horizon', { look: 'dark', blocks: [] });
  await world.shop.themes.publish(id);
  expect(await told()).toEqual([]);
});

test('a subscription needs its scope and an address, stands once, and can be taken away', async () => {
  expect((await subscribe()).userErrors[0]?.message).toContain('Invalid topic');
  await grant();
  expect((await subscribe('THEMES_UPDATE', '/webhooks/themes')).userErrors[0]?.message).toContain(
    'not a valid URL',
  );
  const made = await subscribe();
  expect(made.userErrors).toEqual([]);
  expect((await subscribe()).userErrors[0]?.message).toContain('already been taken');
  const list = async () =>
    ((await world.admin(LIST)).body.data?.['webhookSubscriptions'] as { nodes: object[] }).nodes;
  expect(await list()).toMatchObject([{ topic: 'THEMES_UPDATE' }]);
  await world.admin(DELETE, { id: made.webhookSubscription?.id });
  expect(await list()).toEqual([]);
  await subscribe();
  await world.shopify.uninstall(world.shop.domain);
  expect(world.shopify.subscriptionsOf(world.shop.domain)).toEqual([]);
});
