import type { Texts } from '#app/locales/en.ts';

type Place = {
  to: string;
  text: keyof Texts['shell'] & ('home' | 'program' | 'members' | 'tasks' | 'settings');
};

/** The admin's menu, in its order. The first is where the app's name leads. */
export const NAVIGATION: readonly Place[] = [
  { to: '/app', text: 'home' },
  { to: '/app/program', text: 'program' },
  { to: '/app/members', text: 'members' },
  { to: '/app/tasks', text: 'tasks' },
  { to: '/app/settings', text: 'settings' },
];
