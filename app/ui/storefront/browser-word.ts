// What App Bridge tells the browser of our blocks, as places of the theme.
import { EMBEDS, SOMEWHERE, type ThemeSeen } from '#app/core/storefront/theme-seen.ts';
import type { ThemeActivation } from '#app/ui/home/theme-blocks.ts';

export type BrowserWord = { places: ThemeSeen['places']; themeId: string | null };

/** Of an activation's target, e.g. `template--product.alternate/main/points_GPzUYy`. */
const TEMPLATE = /^template--([\w.-]+)/;

export function browserWord(activations: readonly ThemeActivation[]): BrowserWord {
  const active = activations.filter(({ status }) => status === 'active');
  const placed = active.flatMap(({ handle, target, activations: all }) =>
    all.map((one) => ({ page: pageOf(target, one.target), block: handle, shown: true })),
  );
  const keys = new Map(placed.map((one) => [`${one.page} ${one.block}`, one]));
  const themeId = activations.flatMap((one) => one.activations)[0]?.themeId ?? null;
  return { places: [...keys.values()], themeId };
}

function pageOf(kind: string | undefined, target: string): string {
  if (kind !== undefined && kind !== 'section') return EMBEDS;
  return TEMPLATE.exec(target)?.[1] ?? SOMEWHERE;
}
