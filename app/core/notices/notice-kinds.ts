// Every kind of notice, in the order in which screens show them: one line each.
import type { DeclaredNotice } from './notice-kind.ts';

const TITLES = ['Title', 'Titre'] as const;

const KINDS = [
  { key: 'gift-given', class: 'fact', fields: [...TITLES, 'Points', 'Last day', 'Link'], ofOrder: false },
  { key: 'choose-gift', class: 'fact', fields: [...TITLES, 'Last day', 'Days left', 'Link'], ofOrder: false },
  {
    key: 'reward-lapsing',
    class: 'fact',
    fields: [...TITLES, 'Last day', 'Days left', 'Link'],
    ofOrder: false,
  },
  { key: 'card-full', class: 'fact', fields: [...TITLES, 'Link'], ofOrder: false },
  { key: 'points-taken', class: 'fact', fields: ['Points', 'Link'], ofOrder: true },
  { key: 'parcel-late', class: 'fact', fields: [...TITLES, 'Points', 'Link'], ofOrder: true },
  { key: 'silent', class: 'offer', fields: [...TITLES, 'Points', 'Last day', 'Link'], ofOrder: false },
] as const satisfies readonly DeclaredNotice[];

export type NoticeKind = (typeof KINDS)[number]['key'];
export const NOTICE_KINDS: readonly NoticeKind[] = KINDS.map(({ key }) => key);

export function noticeKind(kind: NoticeKind): DeclaredNotice<NoticeKind> {
  const found = KINDS.find(({ key }) => key === kind);
  if (!found) throw new Error(`no such notice: ${String(kind)}`);
  return found;
}

/** Of the Flow trigger; for ever, because merchants' workflows name it. */
export const triggerHandle = (kind: NoticeKind): string => `notice-${kind}`;
