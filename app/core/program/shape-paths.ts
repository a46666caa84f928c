// How each picture of a stamp is drawn: an SVG path in a field of 24 by 24, stroked, never filled. The theme's snippet
// `stamp-shape` holds the same paths, for Liquid reads no code of ours; a test compares both.
import type { CardShape } from './card-shapes.ts';

/** Under 300 bytes each: a card repeats it for every stamp. */
export const SHAPE_PATHS: Record<Exclude<CardShape, 'initial'>, string> = {
  tick: 'm7 12.5 3.5 3.5L17 8.5',
  cup: 'M7 9h8v4a3 3 0 0 1-3 3h-2a3 3 0 0 1-3-3Zm8 1h1a2 2 0 0 1 0 4h-1',
  bread: 'M8.5 11C6 10.5 6.2 7 9 7h6c2.8 0 3 3.5.5 4v6h-7Zm2.3-.8v2m2.4-2v2',
  leaf: 'M8 16C6 11 9.5 7 17 7c0 7.5-4 11-9 9Zm-1.5 1.5 6-6',
  scissors:
    'M8 7a2 2 0 1 1 0 4 2 2 0 1 1 0-4Zm0 6a2 2 0 1 1 0 4 2 2 0 1 1 0-4Zm1.7-2.8 7.8 5.3m-7.8-1.7 7.8-5.3',
  star: 'M12 6.1 13.6 10.3 18.1 10.5 14.6 13.3 15.8 17.7 12 15.2 8.2 17.7 9.4 13.3 5.9 10.5 10.4 10.3Z',
  heart: 'M12 17.5c-7.5-5-5.5-10.5-2.5-10.5 1.3 0 2 .8 2.5 1.7.5-.9 1.2-1.7 2.5-1.7 3 0 5 5.5-2.5 10.5Z',
  flower:
    'M12 10.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 1 1 0-2.8ZM9.9 9.1A2.3 2.3 0 1 1 14.1 9.1 2.3 2.3 0 1 1 15.4 13.1 2.3 2.3 0 1 1 12 15.6 2.3 2.3 0 1 1 8.6 13.1 2.3 2.3 0 1 1 9.9 9.1Z',
  paw: 'M12 11.8c2.3 0 4.2 2.7 3.7 4.4-.5 1.5-2.3.8-3.7.8s-3.2.7-3.7-.8c-.5-1.7 1.4-4.4 3.7-4.4Zm-5.5-2v1.6m3.6-5V8m3.8-1.6V8m3.6 1.8v1.6',
  drop: 'M12 6.3c3 3.8 4.3 5.4 4.3 7.2a4.3 4.3 0 0 1-8.6 0c0-1.8 1.3-3.4 4.3-7.2Z',
  book: 'M12 9c-1.5-1.1-3.3-1.5-5.5-1.5V16c2.2 0 4 .4 5.5 1.5 1.5-1.1 3.3-1.5 5.5-1.5V7.5c-2.2 0-4 .4-5.5 1.5Zm0 0v8.5',
  wheat:
    'M12 18.5v-9m0-.5c-1-1-1-2 0-3 1 1 1 2 0 3Zm0 4c0-2-1.2-3-3.2-3 0 2 1.2 3 3.2 3 0-2 1.2-3 3.2-3 0 2-1.2 3-3.2 3Zm0 3.6c0-2-1.2-3-3.2-3 0 2 1.2 3 3.2 3 0-2 1.2-3 3.2-3 0 2-1.2 3-3.2 3Z',
};
