// Opened tokens beside their seals: as long as a session's row shows the seal that was opened, the token is the one that it
// held, and a call needs neither the session nor its opening. A seal is never made twice, not even of the same token.
import type { ShopToken } from './offline-sessions.server.ts';

const MOST_KEPT = 5_000;

export class KeptTokens {
  readonly #kept = new Map<string, { seal: string; token: ShopToken }>();

  /**
   * @param seal of the shop's token as it stands now; null where no token of the shop may be used as it is
   * @param read whose failure isn't kept
   */
  async tokenOf(shop: string, seal: string | null, read: () => Promise<ShopToken>): Promise<ShopToken> {
    const kept = this.#kept.get(shop);
    if (kept && kept.seal === seal) return kept.token;
    this.#kept.delete(shop);
    const token = await read();
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    if (seal !== null) this.#kept.set(shop, { seal, token });
    return token;
  }
}
