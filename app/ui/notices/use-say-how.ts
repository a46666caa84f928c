import type { NoticeKind } from '#app/core/notices/notice-kinds.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { howHeard, type Heard } from './how-heard.ts';

/** What became of the notices of the last 30 days, by kind. */
export type NoticeCounts = Partial<Record<NoticeKind, Heard>>;

type SayHow = (kind: NoticeKind, flow: readonly NoticeKind[], counts: NoticeCounts) => string;

export function useSayHow(): SayHow {
  const language = useLanguage();
  return (kind, flow, counts) =>
    howHeard(flow.includes(kind), counts[kind] ?? { sent: 0, refused: 0 }, language);
}
