import { pick, type PluralForm } from '../plural.ts';

/** What brings a gift, as the terms tell customers of it. */
export const termsOfMoments = {
  causes: {
    joined: 'Joining the program',
    order: (n: string) => `Your order no. ${n}`,
    everyOrder: (n: string) => `Every ${n} orders`,
    everySingle: 'Every order',
    birthday: 'Your birthday',
    anniversary: 'Each year in the program',
    eachYear: 'The day that you tell us, each year',
    once: 'The day that you tell us, once',
    newsletter: 'Signing up to our newsletter, once',
    arrived: (days: string, form: PluralForm) =>
      pick(form, { one: `${days} day after your parcel came`, other: `${days} days after your parcel came` }),
    arrivedAtOnce: 'Your parcel, once it has come',
  },
  brings: (cause: string, gift: string) => `${cause}: ${gift}.`,
  choice: (count: string) => `you choose one of ${count} gifts`,
  oneOf: (number: string, gift: string) => `Gift ${number}: ${gift}.`,
  quoted: (title: string) => `“${title}”`,
  words: 'a few words from us',
  tasks: {
    packing: 'something in your parcel',
    note: 'a note written by hand',
    call: 'a call from us',
  },
  counted: 'Orders that you keep count.',
  told: (words: string) => `You agree to this: “${words}”.`,
  days: (days: string, form: PluralForm) =>
    pick(form, { one: `You can use it for ${days} day.`, other: `You can use it for ${days} days.` }),
  daysToChoose: (days: string, form: PluralForm) =>
    pick(form, {
      one: `You can choose for ${days} day, then use it for ${days} day.`,
      other: `You can choose for ${days} days, then use it for ${days} days.`,
    }),
  some: 'It is for some members only, whom the shop chose by what they bought or who they are.',
  ceiling: 'It ends once the shop has given all that it set aside for it.',
};
