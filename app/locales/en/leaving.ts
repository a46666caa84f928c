import { pick, type PluralForm } from '../plural.ts';

/** Leaving the program and coming back, as customers read it on the page about their data. */
export const leaving = {
  title: 'Leave the program',
  signIn: 'Sign in to the shop to leave the program.',
  loses: 'You lose, for good:',
  stamps: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} stamp`, other: `${count} stamps` }),
  rewards: (count: string, form: PluralForm) =>
    pick(form, {
      one: `${count} reward that is ready to use`,
      other: `${count} rewards that are ready to use`,
    }),
  gifts: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} gift that waits for you`, other: `${count} gifts that wait for you` }),
  nothing: 'You have nothing to lose in it now.',
  after: 'Your orders earn nothing from then on, and what you bought is no longer kept.',
  back: 'You can come back at any time, and begin at zero.',
  sure: 'Are you sure?',
  leave: 'Yes, leave the program',
  left: (day: string) => `You left the program on ${day}.`,
  since: 'Your orders earn nothing, and nothing new is kept.',
  comeBack: 'Come back to the program',
  done: 'You have left the program.',
  returned: 'Welcome back. Your next order counts.',
  failed: 'That didn’t work. Try again in a minute.',
};
