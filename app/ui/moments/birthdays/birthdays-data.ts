// The data of the page of coming birthdays.
import type { Who } from '#app/core/who/who.ts';

export type BirthdayRow = {
  id: string;
  customerId: string;
  month: number;
  day: number;
  year: number | null;
  giftOn: string;
  given: boolean;
  /** Its conditions hold as things stand, but for tags; null where it can't be said yet. */
  fits: boolean | null;
};

export type BirthdaysData = {
  today: string;
  members: BirthdayRow[];
  hasPrevious: boolean;
  hasNext: boolean;
  /** One more than `MOST_COUNTED` stands for more. */
  count: number;
  /** Null: no gift is published. */
  who: Who | null;
  told: number;
  figures: { given: number; followed: number };
  period: number;
  /** When the pause began that goes on; null while the program runs. */
  pausedSince: string | null;
  /** The same of the birthday's gift alone. */
  giftPausedSince: string | null;
  timeZone: string;
};
