// Colours as the theme editor holds them, `#9a3b12`.
import type { Liquid } from 'liquidjs';
import { printed } from './arguments.ts';

const HEX = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;

/** @throws {TypeError} for another notation than `#rgb` and `#rrggbb`, which our blocks and settings don't use. */
function luminance(color: string): number {
  const digits = HEX.exec(color)?.[1];
  if (digits === undefined) throw new TypeError(`not a colour: ${color}`);
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The ratio of WCAG, from 1 to 21, with one decimal as Shopify gives it. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return Math.round(((light + 0.05) / (dark + 0.05)) * 10) / 10;
}

export function registerColors(liquid: Liquid): void {
  liquid.registerFilter('color_contrast', (one: unknown, other: unknown) =>
    contrast(printed(one), printed(other)),
  );
}
