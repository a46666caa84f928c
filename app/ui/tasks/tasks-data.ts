// The tasks that the page's loader gives, as they arrive in the browser: instants are texts.
import type { TaskKind } from '#app/core/tasks/task.ts';
import type { Localized } from '#app/core/values/languages.ts';

export type Task = {
  memberId: string;
  cause: string;
  kind: TaskKind;
  words: string;
  reason: Localized;
  orderId: string | null;
  orderName: string;
  customerId: string;
  keptOrders: number;
  rhythmDays: number | null;
  lastOn: string | null;
};

export type TasksData = {
  parcels: Task[];
  hasMore: boolean;
  missed: Task[];
  today: Task[];
  lapsed: Task[];
  done: Task[];
  takeOut: Task[];
  /** The shop's day. */
  day: string;
};
