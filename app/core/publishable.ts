// A draft may be half done; what is published may not: nothing is given away without the merchant naming it.
import type { ProgramRules } from './program-rules.ts';
import type { FieldErrors } from './read-program-form.ts';

export type PublishProblem = {
  field: string;
  reason: 'card-without-products' | 'card-key-twice' | 'occasion-twice';
};

/** What stands between a draft and its publication; empty when nothing does. */
export function publishProblems(rules: ProgramRules): PublishProblem[] {
  return [...cardProblems(rules), ...occasionProblems(rules)];
}

/** A second offer for one day would never be given: the ledger gives once a year. */
function occasionProblems({ occasions }: ProgramRules): PublishProblem[] {
  const kinds = occasions.map(({ kind }) => kind);
  return occasions.flatMap(({ kind }, index): PublishProblem[] =>
    kinds.indexOf(kind) === index ? [] : [{ field: `occasions.${index}`, reason: 'occasion-twice' }],
  );
}

function cardProblems(rules: ProgramRules): PublishProblem[] {
  const keys = rules.cards.map(({ key }) => key);
  return rules.cards.flatMap(({ key, products }, index): PublishProblem[] => {
    const chosen = products.all || products.productIds.length > 0 || products.collectionIds.length > 0;
    const problems: PublishProblem[] = [];
    if (!chosen) problems.push({ field: `cards.${index}.products`, reason: 'card-without-products' });
    if (keys.indexOf(key) !== index) problems.push({ field: `cards.${index}.key`, reason: 'card-key-twice' });
    return problems;
  });
}

/** Keys of the cards whose look changes for their members: new, ended, or with another title. */
export function changedCards(before: ProgramRules, after: ProgramRules): string[] {
  const look = ({ cards }: ProgramRules) =>
    new Map(cards.map((card) => [card.key, JSON.stringify(card.title)]));
  const [was, is] = [look(before), look(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key));
}

/** The same by the fields of the program's form. */
export function publishErrors(problems: readonly PublishProblem[]): FieldErrors {
  return Object.fromEntries(
    problems.map(({ field, reason }) => {
      switch (reason) {
        case 'card-without-products':
          return [field, 'noProducts'];
        case 'card-key-twice':
          return [field.replace('.key', '.titleEn'), 'malformed'];
        case 'occasion-twice':
          return [field, 'malformed'];
      }
    }),
  );
}
