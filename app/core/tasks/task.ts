// Something that the merchant does for a member with their own hands: what goes into a parcel, a note, a call.
import type { Localized } from '../values/languages.ts';

/** As moments offer it. */
export type TaskKind = 'packing' | 'note' | 'call';

/** `missed`: the parcel was sent without it. `gone`: with its order, or its member. */
export type TaskState = 'open' | 'done' | 'missed' | 'gone';

/** Names a task: once for each cause and member. */
export type TaskName = { memberId: string; cause: string };

export type NewTask = TaskName & {
  momentKey: string;
  kind: TaskKind;
  words: string;
  /** The moment's title. */
  reason: Localized;
  orderId: string | null;
};

/** `gone`: at least one went with its order, or its member, meanwhile. */
export type DoneTasks = { ok: true } | { ok: false; reason: 'gone' };
