// "The card runs from the first day to the last": which cards count on a day.

/** Days as `YYYY-MM-DD` in the shop's time zone, both inclusive; null is open. */
export type CardDates = { readonly startsOn: string | null; readonly endsOn: string | null };

/** The cards that count on the day, in their order. `day` is `YYYY-MM-DD` in the shop's time zone. */
export function runningCards<Card extends CardDates>(cards: readonly Card[], day: string): Card[] {
  return cards.filter(({ startsOn, endsOn }) => (startsOn ?? day) <= day && day <= (endsOn ?? day));
}
