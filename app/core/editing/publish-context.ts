import type { ProgramRules } from '../program/program-rules.ts';

/** The state of the shop that publishing asks for beside the rules themselves. */
export type PublishContext = {
  /** The rules that are published now. */
  before: Pick<ProgramRules, 'cards' | 'rewards' | 'neverEarns'>;
  currency: string;
  /** Whether Shopify runs our function on this store: without it no card gives its free unit in the cart, and no reward a product. */
  functionsRun: boolean;
  /** Whether anybody outside the shop hears what is told; absent: not known. */
  tellsOutside?: boolean | undefined;
};
