import { MOST_DAYS } from '#app/core/moments/moment-rules.ts';
import { pick, type PluralForm } from '../plural.ts';

/** Birthdays and anniversaries: the offer on the program's page, the member's date, the next 30 days. */
export const birthdays = {
  offer: {
    kinds: { birthday: 'Birthday', anniversary: 'Membership anniversary' },
    switches: {
      birthday: 'Give a gift for birthdays',
      anniversary: 'Give a gift for membership anniversaries',
    },
    switchHelp: {
      birthday:
        'Customers add the day in your theme’s “Birthday and gifts” block, or you add it on the member’s page.',
      anniversary:
        'Every year on the day on which a customer became a member, for the first time a year later.',
    },
    sentence: {
      birthday: (who: string, points: string, when: string) =>
        `${who} get ${points} for their birthday, ${when}.`,
      anniversary: (who: string, points: string, when: string) =>
        `${who} get ${points} for each year of membership, ${when}.`,
    },
    members: {
      all: 'All members',
      ordered: 'Members who ordered in the 12 months before',
      some: 'Some members',
    },
    some: (conditions: string) => `Customers ${conditions}`,
    onTheDay: 'on the day itself',
    before: (days: string, form: PluralForm) =>
      pick(form, { one: `${days} day before it`, other: `${days} days before it` }),
    late: (days: string, form: PluralForm) =>
      pick(form, {
        one: `The gift still comes up to ${days} day after it, for example when a date is added late.`,
        other: `The gift still comes up to ${days} days after it, for example when a date is added late.`,
      }),
    lateUntold: (days: string, form: PluralForm) =>
      pick(form, {
        one: `The gift still comes up to ${days} day after it, for example to a member whom you include again.`,
        other: `The gift still comes up to ${days} days after it, for example to a member whom you include again.`,
      }),
    wait: (days: string, form: PluralForm) =>
      pick(form, {
        one: `After a birthday is added or changed, its gift waits ${days} day.`,
        other: `After a birthday is added or changed, its gift waits ${days} days.`,
      }),
    asksYear: 'The block asks for the year of birth, too.',
    gift: 'Gift',
    giftPoints: 'Points',
    giftLasts: (days: string, form: PluralForm) =>
      pick(form, {
        one: `Ready to use on the day, and for ${days} day after it. Nothing is paid for it.`,
        other: `Ready to use on the day, and for ${days} days after it. Nothing is paid for it.`,
      }),
    giftGone: 'a reward that was taken out',
    giftNone: 'Once your program has rewards, you can give one of them.',
    points: 'Gift in points',
    daysBefore: 'Days before',
    daysBeforeHelp: `From 0 to ${MOST_DAYS.daysBefore}. With 0 the gift comes on the day itself.`,
    daysAfter: 'Days after',
    daysAfterHelp: `From 0 to ${MOST_DAYS.daysAfter}. How long the gift stays visible and can still be given.`,
    waitDays: 'Days to wait after a birthday is added or changed',
    waitHelp: `From 0 to ${MOST_DAYS.waitDays}. Keeps a customer from choosing tomorrow as their birthday. After a gift, another date brings no gift for 270 days.`,
    who: 'Who gets it',
    whoHelp:
      'Checked on the first day on which the gift can come, and after each order while it can. Days are counted back from that first day.',
    year: 'Ask for the year of birth, too',
    yearHelp: 'Customers may leave it empty. No gift depends on it.',
    added: (kind: string, sentence: string) =>
      `New gift: “${kind}”. ${sentence} Members whose days have begun get it at once.`,
    ended: (kind: string) => `The gift “${kind}” ends. What was given stays.`,
    changed: (kind: string, after: string, before: string) => `“${kind}” changes. ${after} Before: ${before}`,
    shoppers: {
      'birthday-waiting': 'Member who waits for a birthday gift',
      'birthday-today': 'Member with a birthday gift today',
      'birthday-given': 'Member with an earlier birthday gift',
      'birthday-over': 'Member after the days of the birthday gift',
      'anniversary-today': 'Member on the membership anniversary',
    },
  },
  entry: {
    birthday: (year: string, amount: string) => `Birthday ${year}: ${amount}`,
    anniversary: (year: string, amount: string) => `Membership anniversary ${year}: ${amount}`,
    onTheDay: (on: string) => `Given on ${on}, the day itself.`,
    onFirstDay: (on: string, days: string, form: PluralForm) =>
      `Given on ${on}, ${pick(form, { one: `${days} day`, other: `${days} days` })} before the day, as the program says.`,
    on: (on: string) => `Given on ${on}.`,
    late: {
      birthday: (on: string) =>
        `Given on ${on}, late: the birthday was added, the gift published or the member included only then.`,
      anniversary: (on: string) =>
        `Given on ${on}, late: the gift was published or the member included only then.`,
    },
    until: (until: string) => `It could come until ${until}, once for this year.`,
  },
  card: {
    title: 'Birthday',
    none: 'Not on file.',
    leapDay: 'Celebrated on 28 February in years without this day.',
    nextGift: (day: string) => `Next gift: ${day}`,
    nextGiftForSome: (day: string) => `Next gift: ${day}, if the conditions of the gift hold then`,
    noOffer: 'No birthday gift is published.',
    giftPaused: 'The birthday gift is paused: it isn’t given until you start it again.',
    paused: 'The program is paused: no gift is given until it runs again.',
    enter: 'Enter birthday',
    correct: 'Correct',
    remove: 'Remove',
    enterTitle: 'Enter the birthday',
    correctTitle: 'Correct the birthday',
    removeTitle: 'Remove the birthday?',
    removeHelp: 'The member gets no birthday gift until a date is added again. What was given stays.',
    waits: (days: string, form: PluralForm) =>
      pick(form, {
        one: `After a change, the first gift comes ${days} day later at the earliest.`,
        other: `After a change, the first gift comes ${days} days later at the earliest.`,
      }),
    day: 'Day',
    month: 'Month',
    chooseMonth: 'Select',
    year: 'Year (optional)',
    saved: 'Birthday saved',
    removed: 'Birthday removed',
    log: 'Changes',
    told: {
      shopper: (date: string) => `Added by the customer: ${date}`,
      shopify: (date: string) => `Read from Shopify: ${date}`,
      merchant: (date: string) => `Added by staff: ${date}`,
    },
    tookAway: { shopper: 'Removed by the customer', merchant: 'Removed by staff' },
  },
  problems: {
    monthMissing: 'Choose a month',
    dayMissing: 'Enter a day',
    dayImpossible: 'This day doesn’t exist in this month',
    yearRange: 'Enter a year of birth with four digits, or leave it empty',
    otherRequest: 'This dialog has already saved another date. Close it and check the page.',
  },
  page: {
    title: 'Birthdays',
    subtitle: (today: string) => `From ${today}, sorted by the day of the gift`,
    list: 'Next 30 days',
    count: (count: string, form: PluralForm) =>
      pick(form, { one: `${count} member`, other: `${count} members` }),
    more: (count: string) => `More than ${count} members`,
    noOffer: 'No birthday gift is published',
    noOfferHelp: 'Members are listed by their birthdays. They get nothing until you publish a gift.',
    setUp: 'Set up the birthday gift',
    forSome: 'Only members for whom its conditions hold get the gift.',
    marked: 'Those for whom they don’t hold now are marked.',
    notReadYet: 'For whom they hold can’t be said until each collection has been read.',
    beforeTags: 'Tags aren’t looked at here.',
    unmet: 'Conditions not met',
    seeConditions: 'See the conditions',
    emptyHeading: 'No birthdays in the next 30 days',
    emptyHelp:
      'Customers add theirs in your theme’s “Birthday and gifts” block. You can also add it on a member’s page.',
    resource: { singular: 'birthday', plural: 'birthdays' },
    birthday: 'Birthday',
    giftOn: 'Gift on',
    status: 'Status',
    given: 'Given',
    givenBefore: 'Given before',
    today: 'Today',
    toldTheirs: 'Birthdays on file',
    toldHelp: 'So far',
    gifts: 'Gifts given',
    giftsHelp: 'For birthdays and anniversaries',
    followed: 'Followed by an order',
    followedHelp: 'Gifts after which the member ordered within 30 days',
  },
};
