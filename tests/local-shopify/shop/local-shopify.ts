// The stand-in itself: several shops, one app, and what lies between them: tokens, webhooks, limits and faults.
import { randomUUID } from 'node:crypto';
import type { MovableClock } from '#tests/local-shopify/clock/movable-clock.ts';
import { mintSessionToken } from '#tests/local-shopify/oauth/session-token.ts';
import type { SessionTokenOptions } from '#tests/local-shopify/oauth/session-token.ts';
import { Tokens } from '#tests/local-shopify/oauth/tokens.ts';
import type { Token } from '#tests/local-shopify/oauth/tokens.ts';
import {
  customerRedactPayload,
  dataRequestPayload,
  scopesUpdatePayload,
  shopPayload,
  shopRedactPayload,
} from '#tests/local-shopify/webhooks/app-payloads.ts';
import { Webhooks } from '#tests/local-shopify/webhooks/webhooks.ts';
import { appSettings, mayRunFunctions } from './app-settings.ts';
import type { AppSettings, Credentials } from './app-settings.ts';
import type { AutomaticDiscount } from './automatic-discount.ts';
import type { CodeCreation, CodeDiscount, RedeemCode } from './code-discount.ts';
import { CallLog } from './call-log.ts';
import { Faults } from './faults.ts';
import { FIRST_ID, Ids } from './ids.ts';
import { forgetfulKeeper } from './keeper.ts';
import type { Keeper, Kept } from './keeper.ts';
import { LocalShop } from './local-shop.ts';
import { postgresKeeper } from './postgres-keeper.ts';
import { toldTo } from './shop-subscriptions.ts';
import type { ShopSubscription } from './shop-subscriptions.ts';
import type { Theme } from './theme.ts';
import type { KeptThemes } from './themes.ts';
import { signingSecret } from './rotation.ts';
import { Throttle } from './throttle.ts';
import { wholeSecond } from './times.ts';
import type { Draft } from './draft.ts';
import type { Customer, Metafield, Order, ShopSetup } from './types.ts';

export type Installation = { id: string; scopes: string[]; installedAt: string };

export type Urls = { storefront: string; admin: string; tunnel: string };

export type LocalShopifyOptions = Credentials & {
  shops: ShopSetup[];
  /** Kept in the schema `local_shopify` of this database; forgotten with the process when absent. */
  databaseUrl?: string;
  /** The repository's shopify.app.toml when absent. */
  tomlPath?: string | URL;
  /** Pauses before deliveries are tried again; Shopify's number of them, but shorter, when absent. */
  retriesMs?: number[];
  clock?: () => Date;
  /** A clock that the desk can move; `clock` is left out then. */
  movable?: MovableClock;
  /** What the world does once the clock was moved: let the app's jobs run. */
  onMoved?: () => Promise<void>;
};

/** The app's side of one shop. */
type Dealings = {
  installation: Installation | null;
  /** It was installed, and isn't any more. */
  left: boolean;
  subscriptions: ShopSubscription[];
  throttle: Throttle;
  faults: Faults;
};

export class LocalShopify {
  readonly app: AppSettings;
  readonly webhooks: Webhooks;
  /** What the app asked for. */
  readonly asked = new CallLog();
  readonly tokens: Tokens;
  readonly clock: () => Date;
  /** Whether the desk may move the clock. */
  readonly movable: MovableClock | null;
  /** Set by whoever mounts it; the tunnel is where webhooks go. */
  urls: Urls = { storefront: '', admin: '', tunnel: '' };
  readonly #onMoved: () => Promise<void>;
  readonly #keeper: Keeper;
  readonly #ids: Ids;
  readonly #shops: Map<string, LocalShop>;
  readonly #dealings = new Map<string, Dealings>();

  private constructor(options: LocalShopifyOptions, keeper: Keeper, kept: Kept[]) {
    this.movable = options.movable ?? null;
    this.clock = options.movable?.now ?? options.clock ?? (() => new Date());
    this.#onMoved = options.onMoved ?? (() => Promise.resolve());
    this.app = appSettings(options, options.tomlPath);
    this.#keeper = keeper;
    this.tokens = new Tokens(keeper);
    this.webhooks = new Webhooks({
      app: this.app,
      appUrl: () => this.urls.tunnel,
      ofShop: (domain, topic) => this.#subscribed(domain, topic),
      ...(options.retriesMs ? { retriesMs: options.retriesMs } : {}),
    });
    const last = kept.find((one) => one.kind === 'counter' && one.id === 'ids')?.value;
    this.#ids = new Ids(keeper, typeof last === 'number' ? last : FIRST_ID);
    this.#shops = new Map(options.shops.map((setup) => [setup.domain, this.#open(setup, kept)]));
  }

  /** Opens the shops with what an earlier run kept of them. */
  static async open(options: LocalShopifyOptions): Promise<LocalShopify> {
    const keeper = options.databaseUrl ? await postgresKeeper(options.databaseUrl) : forgetfulKeeper();
    return new LocalShopify(options, keeper, await keeper.load());
  }

  get shops(): ReadonlyMap<string, LocalShop> {
    return this.#shops;
  }

  /** One more, which nobody has kept anything of. Throws when there is one of this domain. */
  addShop(setup: ShopSetup): LocalShop {
    if (this.#shops.has(setup.domain)) throw new Error(`there is a shop ${setup.domain}`);
    const shop = this.#open(setup, []);
    this.#shops.set(setup.domain, shop);
    return shop;
  }

  /** Throws when there is no such shop. */
  shop(domain: string): LocalShop {
    const shop = this.shops.get(domain);
    if (!shop) throw new Error(`no shop ${domain}`);
    return shop;
  }

  /** The one that the storefront shows. */
  get firstShop(): LocalShop {
    for (const shop of this.shops.values()) return shop;
    throw new Error('no shop at all');
  }

  installation(domain: string): Installation | null {
    return this.#with(domain).installation;
  }

  throttle(domain: string): Throttle {
    return this.#with(domain).throttle;
  }

  faults(domain: string): Faults {
    return this.#with(domain).faults;
  }

  /** Shopify-managed installation: grants what the toml asks for. Does nothing when it is installed. */
  async install(domain: string): Promise<Installation> {
    const dealings = this.#with(domain);
    dealings.installation ??= {
      id: this.shop(domain).nextId(),
      scopes: this.app.scopes,
      installedAt: wholeSecond(this.clock()),
    };
    dealings.left = false;
    await this.#keep(domain, 'installation', 'app', dealings.installation);
    return dealings.installation;
  }

  /**
   * Ends every token, then tells the app. Its functions' discounts go; those with codes that are Shopify's own stay.
   * Its metafields stay, as Shopify keeps them for a while.
   */
  async uninstall(domain: string): Promise<void> {
    await this.tokens.revokeAll(domain);
    const shop = this.shop(domain);
    await shop.automaticDiscounts.forgetApp();
    if (shop.unsettled.appCodesLeft === 'gone') await shop.codeDiscounts.forgetApp();
    this.#send(domain, 'app/uninstalled', shopPayload(shop), randomUUID());
    Object.assign(this.#with(domain), { installation: null, left: true });
    await this.#keep(domain, 'installation', 'app', null);
    await this.#keepSubscriptions(domain, []);
  }

  /** The merchant or a deploy changed what the app may do. */
  async changeScopes(domain: string, scopes: string[]): Promise<void> {
    const { installation } = this.#with(domain);
    if (!installation) throw new Error(`${domain} has not installed the app`);
    const previous = installation.scopes;
    installation.scopes = scopes;
    await this.#keep(domain, 'installation', 'app', installation);
    if (this.shop(domain).unsettled.grantedScopes === 'at-once') await this.tokens.grant(domain, scopes);
    const at = this.clock().toISOString();
    this.#send(
      domain,
      'app/scopes_update',
      scopesUpdatePayload(this.shop(domain), previous, scopes, at),
      randomUUID(),
    );
  }

  /** What the app subscribed to on this shop alone. */
  subscriptionsOf(domain: string): readonly ShopSubscription[] {
    return this.#with(domain).subscriptions;
  }

  async subscribe(
    domain: string,
    wanted: Omit<ShopSubscription, 'id' | 'createdAt'>,
  ): Promise<ShopSubscription> {
    const added = { ...wanted, id: this.shop(domain).nextId(), createdAt: wholeSecond(this.clock()) };
    await this.#keepSubscriptions(domain, [...this.subscriptionsOf(domain), added]);
    return added;
  }

  /** False where there is none of this id. */
  async unsubscribe(domain: string, id: string): Promise<boolean> {
    const before = this.subscriptionsOf(domain);
    const left = before.filter((one) => one.id !== id);
    await this.#keepSubscriptions(domain, left);
    return left.length < before.length;
  }

  /** What privacy law asks for; shop/redact comes without an installation. */
  requestPrivacy(
    domain: string,
    topic: 'customers/data_request' | 'customers/redact',
    customerId: string,
  ): void {
    const shop = this.shop(domain);
    const payload =
      topic === 'customers/redact'
        ? customerRedactPayload(shop, customerId)
        : dataRequestPayload(shop, customerId);
    this.webhooks.send({ shop: domain, topic, payload, eventId: randomUUID(), at: this.clock() });
  }

  requestShopRedact(domain: string): void {
    const payload = shopRedactPayload(this.shop(domain));
    this.webhooks.send({
      shop: domain,
      topic: 'shop/redact',
      payload,
      eventId: randomUUID(),
      at: this.clock(),
    });
  }

  /** The id_token of a merchant who opens the app; opening it installs it where it isn't. */
  async sessionToken(domain: string, options: SessionTokenOptions = {}): Promise<string> {
    await this.install(domain);
    const signer = { apiKey: this.app.apiKey, apiSecret: signingSecret(this.app, 'sessionTokens') };
    return mintSessionToken(signer, domain, this.clock(), options);
  }

  /** Ends a rotation: the older secret is nobody's any more, and with it, where Shopify says so, what was asked for by it. */
  async revokeOldSecret({ tokensToo }: { tokensToo: boolean }): Promise<void> {
    const { apiSecret: old, rotation } = this.app;
    if (!rotation) throw new Error('no second secret was made');
    Object.assign(this.app, { apiSecret: rotation.newSecret, rotation: null });
    if (tokensToo) await this.tokens.revokeThoseOf(old);
  }

  /** For stand-in and app together; what has come due is done when it returns. @throws Refused for an earlier instant. */
  async moveClock(instant: Date): Promise<void> {
    await this.#moved((movable) => movable.moveTo(instant));
  }

  /** From a beginning in the past to the machine's time, in the same way. */
  async catchUpClock(): Promise<void> {
    await this.#moved((movable) => movable.catchUp());
  }

  async #moved(move: (movable: MovableClock) => Promise<number>): Promise<void> {
    if (!this.movable) throw new Error('this clock can not be moved');
    await this.tokens.prolong(await move(this.movable));
    await this.#onMoved();
  }

  async stop(): Promise<void> {
    await this.webhooks.stop();
    await this.#keeper.close();
  }

  #subscribed(domain: string, topic: string) {
    const { subscriptions, installation } = this.#with(domain);
    return toldTo(subscriptions, topic, installation?.scopes ?? []);
  }

  async #keepSubscriptions(domain: string, subscriptions: ShopSubscription[]): Promise<void> {
    this.#with(domain).subscriptions = subscriptions;
    await this.#keep(domain, 'subscriptions', 'app', subscriptions);
  }

  #with(domain: string): Dealings {
    const dealings = this.#dealings.get(domain);
    if (!dealings) throw new Error(`no shop ${domain}`);
    return dealings;
  }

  // Only an app that is installed is told anything.
  #send(domain: string, topic: string, payload: object, eventId: string): void {
    if (!this.#with(domain).installation) return;
    this.webhooks.send({ shop: domain, topic, payload, eventId, at: this.clock() });
  }

  async #keep(domain: string, kind: string, id: string, value: unknown): Promise<void> {
    this.#keeper.put(domain, kind, id, value);
    await this.#keeper.flush();
  }

  #open(setup: ShopSetup, kept: Kept[]): LocalShop {
    const own = kept.filter((one) => one.shop === setup.domain);
    const announce = this.#send.bind(this);
    const shop = new LocalShop(structuredClone(setup), {
      ids: this.#ids,
      keeper: this.#keeper,
      announce,
      clock: this.clock,
      appNamespace: this.app.namespace,
      runsFunctions: (one) => !this.#with(one.domain).left && mayRunFunctions(this.app, one.plan),
    });
    shop.restore({
      customers: values<Customer>(own, 'customer'),
      goneCustomers: own.filter((one) => one.kind === 'customer' && one.value === null).map((one) => one.id),
      orders: values<Order>(own, 'order'),
      ordersEver: values<number>(own, 'counter')[0] ?? 0,
      appMetafields: values<Metafield>(own, 'app-metafield'),
      drafts: values<Draft>(own, 'draft'),
      automaticDiscounts: values<AutomaticDiscount>(own, 'automatic-discount'),
      codeDiscounts: values<CodeDiscount>(own, 'code-discount'),
      redeemCodes: values<RedeemCode>(own, 'redeem-code'),
      codeCreations: values<CodeCreation>(own, 'code-creation'),
      themes: values<KeptThemes>(own, 'themes')[0] ?? null,
      theme: values<Theme>(own, 'theme')[0] ?? null,
    });
    this.tokens.restore(setup.domain, values<Token[]>(own, 'tokens')[0] ?? []);
    const installation = values<Installation>(own, 'installation')[0] ?? null;
    const left = own.some(({ kind, value }) => kind === 'installation' && value === null);
    const subscriptions = values<ShopSubscription[]>(own, 'subscriptions')[0] ?? [];
    const [throttle, faults] = [new Throttle(), new Faults()];
    this.#dealings.set(setup.domain, { installation, left, subscriptions, throttle, faults });
    return shop;
  }
}

/** What was kept under a kind: this class alone wrote it, so its form is known. */
function values<T>(kept: Kept[], kind: string): T[] {
  return kept.filter((one) => one.kind === kind && one.value !== null).map((one) => one.value as T);
}
