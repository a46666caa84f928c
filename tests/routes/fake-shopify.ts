// Shopify at the edge of fetch, as far as tokens and installing need it. Import it before anything of the app:
// Shopify's library keeps the fetch that it finds when it is loaded.

type Grant = { grant_type: string; refresh_token?: string };
type Answer = { status: number; body: unknown; headers?: Record<string, string> };

export type FakeShopify = {
  /** Grants asked for, and GraphQL calls with the token each bore. */
  grants: { shop: string; type: 'exchange' | 'refresh'; refreshToken: string | null }[];
  calls: { shop: string; token: string; operation: string }[];
  /** Seconds until the tokens that are given from now on are over. */
  expiresIn: number;
  /** Milliseconds that Shopify thinks before it gives a token. */
  grantMs: number;
  refuseGrant: Answer | null;
  /** Answers GraphQL; by default the shop's information. */
  answer: (operation: string, token: string) => Answer | Promise<Answer>;
};

const aboutShop = (publicCategory: string): Answer => ({
  status: 200,
  body: {
    data: {
      shop: {
        ...{ currencyCode: 'EUR', ianaTimezone: 'Europe/Paris' },
        plan: { shopifyPlus: false, partnerDevelopment: false },
      },
      currentAppInstallation: { app: { publicCategory } },
    },
  },
});

export const shopify: FakeShopify = freshState();
let given = 0;

function freshState(): FakeShopify {
  const none = { grants: [], calls: [], refuseGrant: null };
  return { ...none, expiresIn: 3600, grantMs: 20, answer: () => aboutShop('PUBLIC') };
}

/** From now on the app is one that was made for this merchant, whose plan is below Plus. */
export function makeAppCustom(): void {
  shopify.answer = () => aboutShop('CUSTOM');
}

/** Nothing asked yet, nothing refused. */
export function resetShopify(): void {
  Object.assign(shopify, freshState());
}

const realFetch = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { hostname, pathname } = new URL(request.url);
  if (hostname === '127.0.0.1') return realFetch(input, init);
  if (!hostname.endsWith('.myshopify.com')) throw new Error(`The tests don't reach ${hostname}`);
  const answer = pathname.endsWith('/graphql.json')
    ? await graphql(hostname, request)
    : await grant(hostname, request);
  return Response.json(answer.body, {
    status: answer.status,
    ...(answer.headers ? { headers: answer.headers } : {}),
  });
};

async function grant(shop: string, request: Request): Promise<Answer> {
  const asked = (await request.json()) as Grant;
  const refreshToken = asked.refresh_token ?? null;
  shopify.grants.push({ shop, type: refreshToken === null ? 'exchange' : 'refresh', refreshToken });
  await new Promise((resolve) => setTimeout(resolve, shopify.grantMs));
  if (shopify.refuseGrant) return shopify.refuseGrant;
  given += 1;
  const tokens = { access_token: `shpat_${given}`, refresh_token: `shprt_${given}` };
  const times = { expires_in: shopify.expiresIn, refresh_token_expires_in: 7_776_000 };
  return { status: 200, body: { ...tokens, ...times, scope: 'read_orders' } };
}

async function graphql(shop: string, request: Request): Promise<Answer> {
  const { operationName: operation } = (await request.json()) as { operationName: string };
  const token = request.headers.get('x-shopify-access-token') ?? '';
  shopify.calls.push({ shop, token, operation });
  return shopify.answer(operation, token);
}
