// The parts that a kind of notice is made of. A new kind is an object in `notice-kinds.ts`, an extension of its handle, and its words.

/** What a notice tells beside whom it is about. Days are the shop's. */
export type NoticeFacts = {
  /** What shoppers read of the gift, the card or the order, in each language. */
  title?: { en: string; fr: string };
  points?: number;
  until?: string;
  orderId?: string;
};

/** Facts are told at once, each once; offers seldom, by day, and not right after an order. */
export type NoticeClass = 'fact' | 'offer';

/** A field of the trigger, as the merchant sees it in Shopify Flow, and what it is of the facts. */
export type NoticeField = 'Title' | 'Titre' | 'Points' | 'Last day' | 'Days left' | 'Link';

export type DeclaredNotice<K extends string = string> = {
  /** In rows and texts, for ever; the trigger's handle is `notice-<key>`. */
  key: K;
  class: NoticeClass;
  fields: readonly NoticeField[];
  /** The trigger names the order as well. */
  ofOrder: boolean;
};

/** What became of a notice, as rows have it. */
export type NoticeState = 'waiting' | 'telling' | 'told' | 'unsure' | 'refused' | 'skipped' | 'in-shop';
