// Which notice tells what a moment brought. What the merchant does by hand tells itself.
import type { CauseKind } from '../moments/causes/cause-kinds.ts';
import type { NoticeKind } from './notice-kinds.ts';

type HeardOffer = { kind: 'points' | 'reward' | 'task'; task?: 'packing' | 'note' | 'call' };
export type HeardOf = { kind: CauseKind; offers: readonly HeardOffer[] };

/** Null where nobody is told. */
export function noticeOfMoment({ kind, offers }: HeardOf): NoticeKind | null {
  if (kind === 'silent' || kind === 'parcel-late') return kind;
  if (offers.length > 1) return 'choose-gift';
  return offers[0]?.kind === 'task' ? null : 'gift-given';
}

/** Those by which anything of a moment is told. */
export const NOTICES_OF_MOMENTS = [
  'gift-given',
  'choose-gift',
  'parcel-late',
  'silent',
] as const satisfies NoticeKind[];
