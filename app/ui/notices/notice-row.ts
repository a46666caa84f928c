import type { NoticeState } from '#app/core/notices/notice-kind.ts';
import type { NoticeKind } from '#app/core/notices/notice-kinds.ts';

/** One line of what a member was to hear; instants as text. */
export type NoticeRow = {
  kind: NoticeKind;
  cause: string;
  state: NoticeState;
  madeAt: string;
  toldAt: string | null;
};
