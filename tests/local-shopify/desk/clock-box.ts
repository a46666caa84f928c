// What day it is in the shop, and the form that moves stand-in and app to a later one.
import { addDays, dayIn } from '#tests/local-shopify/clock/days.ts';
import { MOST_DAYS } from '#tests/local-shopify/clock/later-day.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { dateField, UNTOUCHED } from './form.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import type { Said } from './said.ts';

/** Nothing where the clock is a test's own. */
export function clockBox({ movable, clock, firstShop: shop }: LocalShopify, said: Said): Html {
  if (!movable) return NOTHING;
  const state = said && 'form' in said && said.form === 'clock' ? said.state : UNTOUCHED;
  const { timeZone } = shop.setup;
  const today = dayIn(timeZone, clock());
  const tomorrow = addDays(today, 1);
  const day = { name: 'day', label: 'Or to the', min: tomorrow, max: addDays(today, MOST_DAYS) };
  return html`<div class="box">
    <h2>Clock</h2>
    <p>In the shop it is ${inWords(clock(), timeZone)}.</p>
    <div class="clock">
      <form method="post" action="/clock">
        <input type="hidden" name="day" value="${tomorrow}" />
        <button>Move to tomorrow</button>
      </form>
      <form method="post" action="/clock" novalidate>
        ${dateField(state, day)}<button>Move there</button>
      </form>
    </div>
    <p class="quiet">
      Shop and app go there together, and what is due on the way happens at once. There is no way back: to
      start anew, stop the demo and delete its folder, .data/demo.
    </p>
  </div>`;
}

function inWords(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(at);
}
