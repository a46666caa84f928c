import { pick, type PluralForm } from '../plural.ts';

/** What the merchant does by hand: parcels, notes, calls. */
export const tasks = {
  title: 'Tasks',
  intro: 'What goes into which parcel, and whom to write to or call.',
  nothing: 'Nothing to do',
  nothingHelp:
    'A moment of your program can ask for a jar in the first parcel, or for a note. It appears here when it is due.',
  toProgram: 'Go to Program',
  packing: {
    title: 'Into the parcels',
    help: 'Paid orders that aren’t sent yet, the oldest first.',
    print: 'Print',
    printed: (day: string) => `Packing list, ${day}`,
    all: (count: string, form: PluralForm) =>
      pick(form, { one: 'Tick it off', other: `Tick off all ${count}` }),
    more: 'There are more. They appear here once these are ticked off.',
  },
  missed: {
    title: 'Sent without',
    help: 'These parcels left before they were ticked off. Tick one off if it was in after all.',
  },
  takeOut: {
    title: 'Take it out again',
    help: 'These were ticked off before the order was cancelled or refunded.',
  },
  today: {
    title: 'For today',
    help: 'Notes and calls, five a day at most. Nobody gets another one within a year.',
  },
  lapsed: {
    title: 'Too late',
    help: 'Notes and calls that nobody got to within 14 days. Did you do one after all? Tick it off.',
  },
  done: { title: 'Done today' },
  kinds: { note: 'Note', call: 'Call' },
  why: (reason: string) => `Because: ${reason}`,
  history: (count: string, form: PluralForm, last: string) =>
    `${count} ${pick(form, { one: 'purchase', other: 'purchases' })}, the last one on ${last}.`,
  noHistory: 'No purchases yet.',
  gap: (days: string, form: PluralForm) =>
    `Usually every ${pick(form, { one: 'day', other: `${days} days` })}.`,
  tick: 'Tick off',
  /** As a screen reader says the button. */
  tickWhat: (words: string, whose: string) => `Tick off: ${words}, ${whose}`,
  undo: 'Undo',
  undoWhat: (words: string, whose: string) => `Undo: ${words}, ${whose}`,
  ticked: 'Ticked off',
  undone: 'Back on the list',
  gone: 'Something on the list isn’t needed any more: its order was cancelled, or its customer left. The list is up to date now.',
  failed: 'That couldn’t be saved. Try again.',
  home: {
    parcels: (count: string, form: PluralForm) =>
      pick(form, { one: `${count} parcel needs something`, other: `${count} parcels need something` }),
    today: (count: string, form: PluralForm) =>
      pick(form, { one: `${count} note or call for today`, other: `${count} notes and calls for today` }),
    see: 'See tasks',
  },
};
