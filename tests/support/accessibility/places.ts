// Where the checks look.
import { GUIDE_PAGES } from '#app/core/help/guide-pages.ts';

/** Pages of the admin, each in English and French. `member` stands for the first member's page. */
export const ADMIN_PAGES = [
  { name: 'Home', path: '' },
  { name: 'Program', path: '/app/program' },
  { name: 'Points', path: '/app/program/points' },
  { name: 'Versions', path: '/app/program/versions' },
  { name: 'Members', path: '/app/members' },
  { name: 'Birthdays', path: '/app/members/birthdays' },
  { name: 'Data requests', path: '/app/members/requests' },
  { name: 'Orders to check', path: '/app/orders' },
  { name: 'Settings', path: '/app/settings' },
  ...GUIDE_PAGES.map((page) => ({ name: `Guide: ${page}`, path: `/app/help/${page}` })),
  { name: 'Page not found', path: '/app/nothing/here' },
] as const;

/** Dialogs of the admin: each is opened and left by keyboard, and the keyboard stands where it was. */
export const DIALOGS = [
  'Adjust a balance',
  'Exclude a member',
  'Enter a birthday',
  'Pause the program',
] as const;
