// What became of a list that somebody pasted, before anything is given.

export type LookedList =
  | {
      ok: true;
      /** Members who can be given it, and haven't had it. */
      fresh: string[];
      /** Those who had this moment before. */
      had: string[];
      /** Said by ID and by email, or merged into one. */
      twice: number;
      /** Left out, or not in the program any more. */
      out: number;
      /** The moment isn't for them. */
      others: number;
      /** As they were typed. */
      notFound: string[];
    }
  | { ok: false; reason: 'no-moment' | 'no-emails' | 'failed' | 'collection' };
