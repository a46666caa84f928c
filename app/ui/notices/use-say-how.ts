import type { NoticeKind } from '#app/core/notices/notice-kinds.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';

/** What became of the notices of the last 30 days, by kind. */
export type NoticeCounts = Partial<Record<NoticeKind, { sent: number; refused: number }>>;

type SayHow = (kind: NoticeKind, flow: readonly NoticeKind[], counts: NoticeCounts) => string;

/** "In your shop only", or "By Flow: 41 in 30 days". */
export function useSayHow(): SayHow {
  const { notices: texts } = useTexts();
  const language = useLanguage();
  const says = (say: typeof texts.byFlow, count: number) =>
    say(formatNumber(count, language), pluralForm(count, language));
  return (kind, flow, counts) => {
    if (!flow.includes(kind)) return texts.inShop;
    const { sent = 0, refused = 0 } = counts[kind] ?? {};
    const said = says(texts.byFlow, sent);
    return refused === 0 ? said : `${said} · ${says(texts.refused, refused)}`;
  };
}
