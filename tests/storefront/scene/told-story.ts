// What the cart's block tells, as numbers: for each card what is free, what it saves, what pays and what is left.

export type ToldCard = {
  /** Units. */
  free: number;
  /** As the page writes money; null when nothing is free. */
  saved: string | null;
  /** Stamps that pay for them, those held and those of the cart. */
  paid: number;
  /** Stamps after the order, of the card's size. */
  left: [stamps: number, size: number];
};

export type ToldStory = { cards: ToldCard[]; /** Null: not told. */ points: number | null };

const WORDS = {
  en: {
    story:
      /(?:(One|\d+) \S+ (?:is|are) free −(.{1,20}?) )?(?:One more, and it’s free .*?)?(?:\+1 )*Free (?:Paid with ([^.]*)\. )?After this order: (\d+)\u00a0of\u00a0(\d+)(?:, and ([\d,]+) points?)?\./g,
    earn: /You’ll earn ([\d,]+) points?\./,
  },
  fr: {
    story:
      /(?:(Une?|\d+) \S+ (?:est|sont) offerte?s? −(.{1,20}?) )?(?:Encore un, et c’est offert .*?)?(?:\+1 )*Offert (?:Contre ([^.]*)\. )?Après cette commande\u00a0: (\d+)\u00a0sur\u00a0(\d+)(?:, et ([\d\u202f]+) points?)?\./g,
    earn: /Cette commande vous rapporte ([\d\u202f]+) points?\./,
  },
} as const;

const numberIn = (text: string) => Number(text.replaceAll(/[,\u202f]/g, ''));

/** A noun is one word; points are called points. */
export function toldStory(text: string, language: 'en' | 'fr'): ToldStory {
  const { story, earn } = WORDS[language];
  const told = [...text.matchAll(story)];
  const cards = told.map(([, free, saved = null, paid = '', left, size]): ToldCard => {
    const units = free === undefined ? 0 : /^\d/.test(free) ? Number(free) : 1;
    const stamps = (paid.match(/\d+/g) ?? []).reduce((sum, one) => sum + Number(one), 0);
    return { free: units, saved, paid: stamps, left: [Number(left), Number(size)] };
  });
  const points = earn.exec(text)?.[1] ?? told.find((one) => one[6] !== undefined)?.[6];
  return { cards, points: points === undefined ? null : numberIn(points) };
}
