// The shop's themes: the published one, and others that the merchant keeps beside it. Of each what is set in the editor.
import { randomUUID } from 'node:crypto';
import { themePayload } from '#tests/local-shopify/webhooks/theme-payload.ts';
import type { Surroundings } from './local-shop.ts';
import { Refused } from './refused.ts';
import { FRESH_THEME } from './theme.ts';
import type { Theme } from './theme.ts';
import { wholeSecond } from './times.ts';
import type { Unsettled } from './unsettled.ts';

export type ShopTheme = {
  id: string;
  name: string;
  createdAt: string;
  updatedAt: string;
  /** Shopify still makes it ready. */
  processing: boolean;
  theme: Theme;
};

/** What a test makes of a file: its text, too big for an answer, or one that Shopify can't give; null: it isn't there. */
export type FileFault = { text: string } | 'too-big' | 'not-given' | null;

export type KeptThemes = { published: ShopTheme; others: ShopTheme[] };

const FIRST = {
  id: '1',
  name: 'Roastery',
  createdAt: '2024-01-01T00:00:00Z',
  updatedAt: '2024-01-01T00:00:00Z',
};

export class Themes {
  readonly #domain: string;
  readonly #around: Surroundings;
  readonly #unsettled: () => Unsettled;
  #published: ShopTheme | null = { ...FIRST, processing: false, theme: FRESH_THEME };
  #others: ShopTheme[] = [];
  /** By name, of the published theme. */
  readonly faults = new Map<string, FileFault>();
  /** Fewer files come in an answer than were asked for, so that it isn't too big. */
  filesAnAnswer = 50;

  constructor(domain: string, around: Surroundings, unsettled: () => Unsettled) {
    this.#domain = domain;
    this.#around = around;
    this.#unsettled = unsettled;
  }

  /** @param before the only theme, of whoever kept it when there was but one */
  restore(kept: KeptThemes | null, before: Theme | null): void {
    if (kept) {
      this.#published = kept.published;
      this.#others = kept.others;
    } else if (before && this.#published) this.#published = { ...this.#published, theme: before };
  }

  /** Null where the shop has no storefront of Shopify's. */
  get published(): ShopTheme | null {
    return this.#published;
  }

  /** In the order in which they were added. */
  get others(): readonly ShopTheme[] {
    return this.#others;
  }

  /** What the merchant saves in the theme editor. Webhooks: themes/update, where Shopify tells of files. */
  async save(theme: Theme): Promise<void> {
    if (!this.#published) throw new Error(`${this.#domain} has no theme`);
    const updatedAt = this.#now();
    this.#published = { ...this.#published, theme, updatedAt };
    await this.#keep();
    if (this.#unsettled().themeEdits === 'told') this.#tell('themes/update', this.#published, 'main');
  }

  /** Webhooks: none that the app may ask for. */
  async add(name: string, theme: Theme): Promise<ShopTheme> {
    const at = this.#now();
    const added = {
      id: this.#around.ids.next(),
      name,
      createdAt: at,
      updatedAt: at,
      processing: false,
      theme,
    };
    this.#others = [...this.#others, added];
    await this.#keep();
    return added;
  }

  /** Changes places with the published one. Webhooks: themes/publish, and themes/update of both. */
  async publish(id: string): Promise<ShopTheme> {
    const wanted = this.#find(id);
    const [before, updatedAt] = [this.#published, this.#now()];
    this.#published = { ...wanted, updatedAt };
    this.#others = [
      ...this.#others.filter((one) => one !== wanted),
      ...(before ? [{ ...before, updatedAt }] : []),
    ];
    await this.#keep();
    this.#tell('themes/publish', this.#published, 'main');
    this.#tell('themes/update', this.#published, 'main');
    if (before) this.#tell('themes/update', before, 'unpublished');
    return this.#published;
  }

  /** The published one can't be deleted. Webhooks: none that the app may ask for. */
  async remove(id: string): Promise<void> {
    const gone = this.#find(id);
    this.#others = this.#others.filter((one) => one !== gone);
    await this.#keep();
  }

  /** Webhooks: themes/update. */
  async rename(id: string, name: string): Promise<void> {
    const change = (one: ShopTheme) => (one.id === id ? { ...one, name, updatedAt: this.#now() } : one);
    const isMain = this.#published?.id === id;
    this.#published = this.#published && change(this.#published);
    this.#others = this.#others.map(change);
    await this.#keep();
    const renamed = isMain ? this.#published : this.#find(id);
    if (renamed) this.#tell('themes/update', renamed, isMain ? 'main' : 'unpublished');
  }

  /** For a shop without a storefront, and for a theme that isn't ready. */
  async replacePublished(published: ShopTheme | null): Promise<void> {
    this.#published = published;
    await this.#keep();
  }

  #find(id: string): ShopTheme {
    const found = this.#others.find((one) => one.id === id);
    if (!found) throw new Refused(`There is no other theme ${id}`);
    return found;
  }

  #tell(topic: string, theme: ShopTheme, role: 'main' | 'unpublished'): void {
    this.#around.announce(this.#domain, topic, themePayload(theme, role), randomUUID());
  }

  #now(): string {
    return wholeSecond(this.#around.clock());
  }

  async #keep(): Promise<void> {
    const value = { published: this.#published, others: this.#others };
    this.#around.keeper.put(this.#domain, 'themes', 'themes', value);
    await this.#around.keeper.flush();
  }
}
