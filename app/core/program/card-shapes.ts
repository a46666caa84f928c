/** The pictures that a stamp can bear, each drawn by the theme's blocks and by the admin; `initial` is the shop's first letter. */
export const CARD_SHAPES = [
  'tick',
  'cup',
  'bread',
  'leaf',
  'scissors',
  'star',
  'heart',
  'flower',
  'paw',
  'drop',
  'book',
  'wheat',
  'initial',
] as const;
export type CardShape = (typeof CARD_SHAPES)[number];
