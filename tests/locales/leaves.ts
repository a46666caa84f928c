export type Leaf = [key: string, text: unknown];

/** Every text of a tree of texts, by its whole name, e.g. `settings.problems.comma`. */
export function leaves(texts: unknown, name = ''): Leaf[] {
  if (typeof texts !== 'object' || texts === null) return [[name, texts]];
  return Object.entries(texts).flatMap(([key, text]) => leaves(text, name === '' ? key : `${name}.${key}`));
}
