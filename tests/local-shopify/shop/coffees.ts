// What the demo's roaster roasts.
import type { Motif, Palette } from './pictures.ts';

export type Coffee = {
  handle: string;
  title: string;
  place: string;
  text: string;
  /** 250 g and 1 kg. */
  pricesMinor: [number, number];
  motif: Motif;
  palette: Palette;
  /** The kilo is sold out. */
  noKilo?: true;
};

/** Label and ink are the same on every bag. */
export const palette = (ground: string, body: string, shade: string, accent: string): Palette => ({
  ground,
  body,
  shade,
  label: '#fbf7ef',
  ink: '#2b2320',
  accent,
});

export const COFFEES: Coffee[] = [
  {
    handle: 'morning-house',
    title: 'Morning House',
    place: 'the everyday blend',
    text: 'Hazelnut, milk chocolate, a little orange. The one we drink before opening.',
    pricesMinor: [950, 3400],
    motif: 'sun',
    palette: palette('#f6e7cf', '#c8673a', '#a44f2a', '#e8a33d'),
  },
  {
    handle: 'night-shift',
    title: 'Night Shift',
    place: 'espresso',
    text: 'Dark cocoa, molasses, toasted almond. Heavy, sweet, good with milk.',
    pricesMinor: [1050, 3700],
    motif: 'moon',
    palette: palette('#dfe3ea', '#2d3a4f', '#202a3a', '#d9b65b'),
  },
  {
    handle: 'ethiopia-guji',
    title: 'Guji',
    place: 'Ethiopia, natural',
    text: 'Blueberry, jasmine, lemon peel. Best as filter, slowly.',
    pricesMinor: [1300, 4600],
    motif: 'leaf',
    palette: palette('#e7ddec', '#7a4a86', '#5e3769', '#b7517a'),
  },
  {
    handle: 'colombia-huila',
    title: 'Huila',
    place: 'Colombia, washed',
    text: 'Red apple, caramel, panela. Clean and round.',
    pricesMinor: [1150, 4100],
    motif: 'hills',
    palette: palette('#dcebe2', '#2f7d63', '#23614c', '#d98b3a'),
  },
  {
    handle: 'kenya-nyeri',
    title: 'Nyeri',
    place: 'Kenya, washed',
    text: 'Blackcurrant, tomato leaf, brown sugar. Bright and long.',
    pricesMinor: [1400, 5000],
    motif: 'grid',
    palette: palette('#f4dcd8', '#b23a48', '#8d2b38', '#e0703f'),
    noKilo: true,
  },
  {
    handle: 'guatemala-antigua',
    title: 'Antigua',
    place: 'Guatemala, washed',
    text: 'Cocoa nib, plum, clove. From the slopes between three volcanoes.',
    pricesMinor: [1200, 4300],
    motif: 'hills',
    palette: palette('#e3e6d3', '#6c7a34', '#535f26', '#c4572f'),
  },
  {
    handle: 'brazil-cerrado',
    title: 'Cerrado',
    place: 'Brazil, pulped natural',
    text: 'Peanut, dulce de leche, low acidity. Espresso or a big pot.',
    pricesMinor: [1000, 3500],
    motif: 'waves',
    palette: palette('#f7ecc6', '#d6a127', '#b3851a', '#2f7d63'),
  },
  {
    handle: 'decaf-sugarcane',
    title: 'Decaf',
    place: 'Colombia, sugarcane',
    text: 'Toffee, ripe pear. All the coffee, none of the night.',
    pricesMinor: [1150, 4100],
    motif: 'waves',
    palette: palette('#d9e8ee', '#3d7f9b', '#2d647c', '#e59a7d'),
  },
];
