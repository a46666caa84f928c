// Shoppers to whom a preview shows the birthday block: members in each state of their gift.
import { momentKind, MOMENTS, type MomentKind, type PreviewShopper } from './moment-kinds.ts';

const OF_KINDS = MOMENTS.flatMap((kind) =>
  momentKind(kind).previews.map((preview) => ({ ...preview, kind })),
) as { shopper: PreviewShopper; kind: MomentKind; given: boolean; daysSince: DaysSince }[];
type DaysSince = ReturnType<typeof momentKind>['previews'][number]['daysSince'];

export const PREVIEW_SHOPPERS: readonly PreviewShopper[] = OF_KINDS.map(({ shopper }) => shopper);

/** Undefined of a shopper who isn't shown because of a moment. */
export function previewOf(shopper: string) {
  return OF_KINDS.find((preview) => preview.shopper === shopper);
}
