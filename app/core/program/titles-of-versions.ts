// Titles that published rules give their cards, in every language, and from when until when: what the versions say is
// kept nowhere else, so it can't disagree with them.
import { foldTitle, type DatedTitle } from '../stamps/title-spans.ts';
import type { StampCard } from './card-rules.ts';
import type { ProgramVersion } from './program-rules.ts';

export type TitleOfCard = { cardKey: string; title: string };

export function titlesOfCards(cards: readonly StampCard[]): TitleOfCard[] {
  return cards.flatMap(({ key, title }) =>
    Object.values(title).map((text) => ({ cardKey: key, title: text.trim() })),
  );
}

const nameOf = ({ cardKey, title }: TitleOfCard): string => JSON.stringify([cardKey, foldTitle(title)]);

/** @param versions in the order in which they were published */
export function titlesOfVersions(versions: readonly ProgramVersion[]): DatedTitle[] {
  const over: DatedTitle[] = [];
  let open = new Map<string, DatedTitle>();
  for (const { rules, publishedAt } of versions) {
    const now = new Map<string, DatedTitle>();
    for (const each of titlesOfCards(rules.cards)) {
      const name = nameOf(each);
      now.set(name, open.get(name) ?? { ...each, from: publishedAt });
    }
    for (const [name, title] of open) if (!now.has(name)) over.push({ ...title, until: publishedAt });
    open = now;
  }
  return [...over, ...open.values()];
}
