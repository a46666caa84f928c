// The blocks that the setup guide offers, where a theme usually shows them, and what Shopify says of their places.

/** What the published program has on, as far as it decides which blocks there is anything to show in. */
export type BlocksOn = { pointsOn: boolean; birthdayOn: boolean; datesOn: boolean; rewardsOn: boolean };

type When = (on: BlocksOn) => boolean;
const always: When = () => true;
const never: When = () => false;
const points: When = ({ pointsOn }) => pointsOn;
const rewards: When = ({ rewardsOn }) => rewardsOn;
/** Dates of life are told in the same block. */
const birthday: When = ({ birthdayOn, datesOn }) => birthdayOn || datesOn;

/**
 * `block` is its file in the theme app extension; `template` the page of the theme; `target` the section that the theme
 * editor puts it into: a product's points follow the variant only in the product's own section. One whose target is the
 * `body` is an app embed, which the editor turns on. The step is done with those that are `needed`: a shopper then sees
 * how far the card is, and what the cart makes free, and can tell a day that brings a gift.
 */
export const GUIDE_BLOCKS = [
  {
    key: 'member',
    block: 'member',
    template: 'product',
    target: 'newAppsSection',
    needed: always,
    offered: always,
  },
  {
    key: 'cart',
    block: 'points-for-cart',
    template: 'cart',
    target: 'newAppsSection',
    needed: always,
    offered: always,
  },
  {
    key: 'birthday',
    block: 'birthday',
    template: 'product',
    target: 'newAppsSection',
    needed: birthday,
    offered: birthday,
  },
  {
    key: 'howItWorks',
    block: 'how-it-works',
    template: 'index',
    target: 'newAppsSection',
    needed: never,
    offered: always,
  },
  {
    key: 'card',
    block: 'stamp-card',
    template: 'product',
    target: 'newAppsSection',
    needed: never,
    offered: always,
  },
  {
    key: 'rewards',
    block: 'rewards',
    template: 'cart',
    target: 'newAppsSection',
    needed: never,
    offered: rewards,
  },
  {
    key: 'balance',
    block: 'points-balance',
    template: 'product',
    target: 'newAppsSection',
    needed: never,
    offered: points,
  },
  {
    key: 'product',
    block: 'points-for-product',
    template: 'product',
    target: 'mainSection',
    needed: never,
    offered: points,
  },
  {
    key: 'launcher',
    block: 'launcher',
    template: 'index',
    target: 'body',
    needed: never,
    offered: always,
  },
  {
    key: 'cartLine',
    block: 'cart-line',
    template: 'product',
    target: 'body',
    needed: never,
    offered: always,
  },
] as const satisfies readonly {
  key: string;
  block: string;
  template: string;
  target: string;
  needed: When;
  offered: When;
}[];
export type GuideBlock = (typeof GUIDE_BLOCKS)[number];

/** `template` may be another than the usual one of its page, as `product.coffee`. */
export type EditorPlace = { block: string; template: string; target: string };

/** Opens the theme editor with the block in place; the merchant saves there. */
export function themeEditorLink(
  shop: string,
  apiKey: string,
  { block, template, target }: EditorPlace,
): string {
  const id = `${apiKey}/${block}`;
  const query =
    target === 'body'
      ? `context=apps&template=${template}&activateAppId=${id}`
      : `template=${template}&addAppBlockId=${id}&target=${target}`;
  return `${editorOf(shop)}?${query}`;
}

/** Opens the theme editor on the block's page, and adds nothing there. */
export function themePageLink(shop: string, { template }: Pick<EditorPlace, 'template'>): string {
  return `${editorOf(shop)}?template=${template}`;
}

const editorOf = (shop: string) => `https://${shop}/admin/themes/current/editor`;

/** Whether all stand that the guide's step needs. Where a card's own block stands nobody needs the one that holds all. */
export function neededPlaced(placed: ReadonlySet<GuideBlock['key']>, on: BlocksOn): boolean {
  const stands = (key: GuideBlock['key']) => placed.has(key) || (key === 'member' && placed.has('card'));
  return GUIDE_BLOCKS.every(({ key, needed }) => !needed(on) || stands(key));
}

/** The part of App Bridge's `shopify.app.extensions()` that tells of theme blocks. */
export type ThemeActivation = {
  handle: string;
  /** `section` of a block; of an app embed where it is put. */
  target?: string;
  status: string;
  activations: readonly { target: string; themeId?: string }[];
};

/**
 * Whether the block stands on its page. A target is e.g. `template--product.alternate/main/points_GPzUYy`; where
 * Shopify names targets another way, a block that is active anywhere counts.
 */
export function isPlaced({ block, template }: GuideBlock, activations: readonly ThemeActivation[]): boolean {
  const targets = activations
    .filter(({ handle, status }) => handle === block && status === 'active')
    .flatMap((each) => each.activations.map(({ target }) => target));
  const named = targets.filter((target) => target.startsWith('template--'));
  if (named.length < targets.length) return true;
  return named.some((target) => /^template--([^./]+)/.exec(target)?.[1] === template);
}
