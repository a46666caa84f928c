// Offline access tokens of our app: an hour long, with a rotating refresh token of ninety days.
import { randomBytes } from 'node:crypto';
import type { Keeper } from '#tests/local-shopify/shop/keeper.ts';

export const ACCESS_SECONDS = 3_600;
export const REFRESH_SECONDS = 7_776_000;

export type Token = {
  accessToken: string;
  /** Null for the kind that never expires. */
  refreshToken: string | null;
  /** Milliseconds since 1970. */
  expiresAt: number | null;
  refreshExpiresAt: number | null;
  scopes: string[];
  /** By which the app named itself when it asked; nothing in what an earlier run kept. */
  askedWith?: string;
  /** Set once the refresh token was exchanged for another. */
  refreshUsed: boolean;
};

const secret = (prefix: string): string => `${prefix}_${randomBytes(16).toString('hex')}`;

export class Tokens {
  readonly #keeper: Keeper;
  readonly #byShop = new Map<string, Token[]>();

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
  }

  restore(shop: string, tokens: Token[]): void {
    this.#byShop.set(shop, tokens);
  }

  async issue(
    shop: string,
    scopes: string[],
    at: Date,
    expiring: boolean,
    askedWith?: string,
  ): Promise<Token> {
    const token: Token = {
      accessToken: secret('shpat'),
      refreshToken: expiring ? secret('shprt') : null,
      expiresAt: expiring ? at.getTime() + ACCESS_SECONDS * 1_000 : null,
      refreshExpiresAt: expiring ? at.getTime() + REFRESH_SECONDS * 1_000 : null,
      scopes,
      ...(askedWith === undefined ? {} : { askedWith }),
      refreshUsed: false,
    };
    await this.#keep(shop, [...this.#of(shop).filter((one) => this.#alive(one, at)), token]);
    return token;
  }

  /** A new pair for an unused refresh token, with the scopes that are granted by now; null when it is unknown, used or too old. */
  async refresh(
    shop: string,
    refreshToken: string,
    at: Date,
    { scopes, askedWith }: { scopes?: string[] | undefined; askedWith?: string } = {},
  ): Promise<Token | null> {
    const old = this.#of(shop).find((one) => one.refreshToken === refreshToken);
    if (!old || old.refreshUsed || (old.refreshExpiresAt ?? 0) <= at.getTime()) return null;
    old.refreshUsed = true;
    return this.issue(shop, scopes ?? old.scopes, at, true, askedWith);
  }

  /** The merchant grants other scopes to what is there. */
  async grant(shop: string, scopes: string[]): Promise<void> {
    for (const token of this.#of(shop)) token.scopes = scopes;
    await this.#keep(shop, this.#of(shop));
  }

  /** Null when the access token is unknown or too old. */
  find(shop: string, accessToken: string, at: Date): Token | null {
    const token = this.#of(shop).find((one) => one.accessToken === accessToken);
    if (!token || (token.expiresAt !== null && token.expiresAt <= at.getTime())) return null;
    return token;
  }

  /** What uninstalling does. */
  async revokeAll(shop: string): Promise<void> {
    await this.#keep(shop, []);
  }

  /** Of all shops. */
  async revokeThoseOf(secret: string): Promise<void> {
    for (const [shop, tokens] of this.#byShop) {
      await this.#keep(
        shop,
        tokens.filter(({ askedWith }) => askedWith !== secret),
      );
    }
  }

  /** Ends every access token now, so that the next call has to refresh. */
  async expireAccess(shop: string, at: Date): Promise<void> {
    for (const token of this.#of(shop)) if (token.expiresAt !== null) token.expiresAt = at.getTime();
    await this.#keep(shop, this.#of(shop));
  }

  /** The clock was moved: a real app would have refreshed its tokens meanwhile, so they live as much longer. */
  async prolong(ms: number): Promise<void> {
    for (const [shop, tokens] of this.#byShop) {
      for (const token of tokens) {
        if (token.expiresAt !== null) token.expiresAt += ms;
        if (token.refreshExpiresAt !== null) token.refreshExpiresAt += ms;
      }
      await this.#keep(shop, tokens);
    }
  }

  #of(shop: string): Token[] {
    return this.#byShop.get(shop) ?? [];
  }

  #alive(token: Token, at: Date): boolean {
    if (token.expiresAt === null || token.expiresAt > at.getTime()) return true;
    return !token.refreshUsed && (token.refreshExpiresAt ?? 0) > at.getTime();
  }

  async #keep(shop: string, tokens: Token[]): Promise<void> {
    this.#byShop.set(shop, tokens);
    this.#keeper.put(shop, 'tokens', 'app', tokens);
    await this.#keeper.flush();
  }
}
