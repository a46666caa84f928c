// How customers hear of what one moment brings: by Flow and how often, in the shop only, or by what comes with it.
import { NOTICES_OF_MOMENTS, noticeOfMoment, type HeardOf } from '#app/core/notices/notice-of-moment.ts';
import type { NoticeKind } from '#app/core/notices/notice-kinds.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { howHeard, type Heard } from './how-heard.ts';

/** Which kinds go to Flow, and what went out by the moment's key. */
export type MomentHearing = { flow: NoticeKind[]; heard: Record<string, Heard> };

export function momentHeard(
  moment: HeardOf & { key: string },
  { flow, heard }: MomentHearing,
  language: Language,
): string {
  const kind = noticeOfMoment(moment);
  if (kind === null || isUntold(moment, flow)) return heardBeforehand(moment, flow, language);
  return howHeard(flow.includes(kind), heard[moment.key] ?? { sent: 0, refused: 0 }, language);
}

/** The same as a sentence, where nothing stands above it that says what it is about. */
export function heardInFull(
  moment: HeardOf & { key: string },
  hearing: MomentHearing,
  language: Language,
): string {
  const kind = noticeOfMoment(moment);
  const byFlow = kind !== null && hearing.flow.includes(kind);
  return byFlow ? momentHeard(moment, hearing, language) : heardBeforehand(moment, hearing.flow, language);
}

/** Of one that gave nothing yet. */
export function heardBeforehand(moment: HeardOf, flow: readonly NoticeKind[], language: Language): string {
  const { hear } = textsOf(language).momentFigures;
  const kind = noticeOfMoment(moment);
  if (kind === null) return hear[moment.offers[0]?.task ?? 'packing'];
  if (isUntold(moment, flow)) return hear.silent;
  return flow.includes(kind) ? hear.flow : hear.store;
}

/** Whoever stays away reads nothing in the shop. */
export function isUntold({ kind }: HeardOf, flow: readonly NoticeKind[]): boolean {
  return kind === 'silent' && !flow.includes('silent');
}

export function anyByFlow(flow: readonly NoticeKind[]): boolean {
  return NOTICES_OF_MOMENTS.some((kind) => flow.includes(kind));
}
