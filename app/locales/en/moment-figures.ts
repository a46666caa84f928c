import { pick, type PluralForm } from '../plural.ts';

/** What moments gave, and what ready-made ones would have. */
export const momentFigures = {
  title: 'What became of it',
  span: 'In the last 12 months.',
  nothing: 'Nobody has been given it yet.',
  given: 'Given',
  lately: 'Of these, in the last 30 days',
  open: 'Still to be chosen',
  unchosen: 'Not chosen in time',
  chosen: (gift: string) => `Chosen: ${gift}`,
  used: 'Used',
  lapsed: 'Unused at the end',
  tasksDone: 'Ticked off',
  tasksOpen: 'Still to do',
  tasksMissed: 'Sent without it',
  costOfTasks: 'What it cost you',
  notKnown: 'not measured',
  said: 'Words without a gift',
  points: 'Points given',
  cost: 'Taken off orders',
  unmeasured: 'Used, cost not measured',
  followed: 'Ordered within 30 days after',
  heldOut: 'In the comparison group',
  followedOf: (followed: string, given: string) =>
    `In 12 months, ${followed} of ${given} ordered within 30 days after.`,
  effect: 'Its effect isn’t measured.',
  ceiling: {
    title: 'This moment has stopped',
    means: 'It has given what “Stop after” allows. Allow more there, and publish: then it gives again.',
    stopped: 'Stopped: it has given all that you allowed.',
    line: 'Of “Stop after”',
    points: (given: string, most: string) => `${given} of ${most} points`,
    money: (given: string, most: string) => `${given} of ${most}`,
  },

  about: (times: string, form: PluralForm) =>
    pick(form, {
      one: `About ${times} time in your store’s last 90 days.`,
      other: `About ${times} times in your store’s last 90 days.`,
    }),
  aboutPoints: (points: string) => `That is ${points} points.`,
  aboutMoney: (points: string, money: string) => `That is ${points} points, worth ${money}.`,
  never: 'Not once in your store’s last 90 days.',
  notMeasured: 'How often it would have come: not measured.',
  whenTold: 'Only for what they tell you. Nothing is guessed.',
  byYou: 'As often as you say so.',

  hear: {
    store: 'Customers hear of it in your store only.',
    flow: 'Customers hear of it by Flow, too.',
    silent: 'It can’t be live yet: who stays away doesn’t see your store. Switch on Flow for it.',
    packing: 'Customers find it in the parcel.',
    note: 'Customers read it on paper.',
    call: 'Customers hear it from you.',
  },

  hand: {
    title: 'Give it',
    about: (members: string, form: PluralForm) =>
      pick(form, {
        one: `To everybody whom the published moment is for: ${members} customer at most.`,
        other: `To everybody whom the published moment is for: ${members} customers at most.`,
      }),
    give: 'Give it to them',
    sure: 'This can’t be taken back.',
    again: 'Give it again to those who have had it',
    reason: 'Why, for your team',
    cancel: 'Cancel',
    problems: {
      missing: 'Enter a reason.',
      'too-long': 'Use 200 letters at most.',
      nobody: 'It is for nobody now.',
      'too-many': 'That is more than 10,000 customers. Add a condition, and publish.',
      collection: 'A collection is still being read, or can’t be. See above.',
      'no-moment': 'This moment isn’t live any more.',
      'other-request': 'It is being given already.',
    },
    failed: 'That didn’t work. Press once more: nobody gets it twice.',
    list: {
      title: 'Give it to a list',
      customers: 'Customers',
      help: 'One a line: a customer ID or an email. Emails are asked of Shopify and not kept.',
      file: 'Or a file, such as Shopify’s export of customers',
      check: 'Check the list',
      change: 'Change the list',
      found: (customers: string, form: PluralForm) =>
        pick(form, { one: `${customers} customer gets it.`, other: `${customers} customers get it.` }),
      foundNobody: 'Nobody gets it.',
      had: (customers: string, form: PluralForm) =>
        pick(form, {
          one: `${customers} customer has had it before.`,
          other: `${customers} customers have had it before.`,
        }),
      twice: (lines: string, form: PluralForm) =>
        pick(form, {
          one: `${lines} line is there twice, and counts once.`,
          other: `${lines} lines are there twice, and count once.`,
        }),
      out: (customers: string, form: PluralForm) =>
        pick(form, {
          one: `${customers} customer is excluded or has left.`,
          other: `${customers} customers are excluded or have left.`,
        }),
      others: (customers: string, form: PluralForm) =>
        pick(form, {
          one: `${customers} customer doesn’t meet this moment’s conditions.`,
          other: `${customers} customers don’t meet this moment’s conditions.`,
        }),
      notFound: (lines: string, form: PluralForm) =>
        pick(form, { one: `${lines} line names no member:`, other: `${lines} lines name no member:` }),
      give: (customers: string, form: PluralForm) =>
        pick(form, { one: `Give it to ${customers} customer`, other: `Give it to ${customers} customers` }),
      problems: {
        nobody: 'Enter a customer ID or an email.',
        'too-many': 'Use 1,000 customers at most.',
        'no-moment': 'This moment isn’t live any more.',
        collection:
          'A collection of this moment is still being read, or can’t be. Close this and look there.',
        'no-emails': 'Shopify doesn’t give this app emails. Use customer IDs.',
        failed: 'Shopify isn’t answering. Check again in a moment.',
      },
    },
    lists: 'Given so far',
    running: (done: string, total: string) => `Under way: ${done} of ${total} customers.`,
    done: (given: string, total: string) => `Done: given to ${given} of ${total} customers.`,
    had: (customers: string, form: PluralForm) =>
      pick(form, {
        one: `${customers} had had it before.`,
        other: `${customers} had had it before.`,
      }),
    others: (customers: string, form: PluralForm) =>
      pick(form, {
        one: `${customers} other: excluded, left, merged, outside its conditions or limit, or in the comparison group.`,
        other: `${customers} others: excluded, left, merged, outside its conditions or limit, or in the comparison group.`,
      }),
    unreached: (customers: string, form: PluralForm) =>
      pick(form, {
        one: `${customers} wasn’t reached: the moment was no longer live.`,
        other: `${customers} weren’t reached: the moment was no longer live.`,
      }),
  },
};
