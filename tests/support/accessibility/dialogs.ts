// Dialogs of the admin: each is opened and left by keyboard, and the keyboard then stands where it was.
import type { Texts } from '#app/locales/en.ts';
import { FIVE_OFF, WAITS } from './live-with-rewards.ts';
import { CARD, chooseTwoMembers, MEMBER, type Place } from './places.ts';

export type Dialog = Place & {
  /** The button that opens it; the first of several. */
  opener: (say: Texts) => string;
  /** Where it is for phones alone. */
  width?: number;
  /** Opened where the keyboard may be quicker than what is in it. */
  slowMachine?: boolean;
};

export const DIALOGS: readonly Dialog[] = [
  { name: 'Adjust a balance', path: MEMBER, opener: ({ members }) => members.adjust },
  { name: 'Exclude a member', path: MEMBER, opener: ({ members }) => members.leaveOut },
  { name: 'Correct a birthday', path: MEMBER, opener: ({ birthdays }) => birthdays.card.correct },
  { name: 'Remove a birthday', path: MEMBER, opener: ({ birthdays }) => birthdays.card.remove },
  {
    name: 'Adjust several members',
    path: '/app/members',
    first: chooseTwoMembers,
    opener: ({ members }) => members.adjust,
  },
  {
    name: 'Review and publish, with a note',
    path: '/app/program',
    opener: ({ overview }) => overview.review,
  },
  {
    name: 'Pause the program',
    path: '/app/program',
    opener: ({ overview }) => overview.pausing.stop.button,
  },
  {
    name: 'Restore a version',
    path: '/app/program/versions',
    opener: ({ program }) => program.history.restore,
  },
  { name: 'Give a reward', path: MEMBER, opener: ({ memberRewards }) => memberRewards.give },
  {
    name: 'Take back a reward',
    path: MEMBER,
    opener: ({ memberRewards }) => memberRewards.takeBackNamed(FIVE_OFF.title.en),
  },
  {
    name: 'Take back a reward that isn’t made yet',
    path: MEMBER,
    opener: ({ memberRewards }) => memberRewards.takeBackNamed(WAITS.title.en),
  },
  { name: 'Remove a reward', path: '/app/program/rewards/five', opener: ({ rewards }) => rewards.remove },
  { name: 'Remove a stamp card', path: CARD, opener: ({ overview }) => overview.removeCard },
  {
    name: 'The preview, on a phone',
    path: '/app/program/points',
    opener: ({ overview }) => overview.showPreview,
    width: 360,
    slowMachine: true,
  },
];
