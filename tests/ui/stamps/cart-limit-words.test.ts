import { expect, test } from 'vitest';
import { cartLimitWords } from '#app/ui/stamps/cart-limit-words.ts';

const refused = (lines: number) => ({ lines, refused: true });

test.each([
  [refused(158), 'en', /^The free item is given in carts up to 158 lines\. To publish, a cart of 200 lines/],
  [refused(158), 'fr', /^L’article est offert dans les paniers de 158 lignes au maximum\. Pour publier/],
  [refused(1), 'en', /up to 1 line\./],
  [refused(1), 'fr', /de 1 ligne au maximum\./],
  [refused(0), 'en', /^This is too much for any cart\. To publish/],
  [refused(0), 'fr', /^C’est trop pour tout panier\. Pour publier/],
  [{ lines: 158, refused: false }, 'en', /158 lines\. In longer carts it may be missing\. Choose fewer/],
  [{ lines: 158, refused: false }, 'fr', /158 lignes au maximum\. Dans un panier plus long, il peut manquer/],
] as const)('%j in %s', (limit, language, words) => {
  expect(cartLimitWords(limit, language)).toMatch(words);
});
