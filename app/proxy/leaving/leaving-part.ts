// The part of the page about personal data by which a shopper leaves the program or comes back: what is lost is told with its numbers,
// and asked about once more behind that.
import { randomUUID } from 'node:crypto';
import { dayIn } from '#app/core/values/days.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { ReadLeaving } from '#app/usecases/leaving/read-leaving.ts';
import { el, together, type Html } from '../pages/html.ts';
import type { PageReader } from '../pages/proxy-page.ts';
import { pluralOf, sayNumber, sayPoints } from '../say-points.ts';
import { sayFullDay } from '../terms/say-days.ts';

/** Sends the form's key once, says what came of it, and shows the page as it is then. */
const SEND = `event.preventDefault();const f=this,s=f.querySelector('[role=status]'),b=f.querySelector('button');b.disabled=true;
fetch(f.action,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({requestKey:f.dataset.key,language:f.dataset.language})})
.then(r=>r.json()).then(a=>{s.textContent=a.message;if(a.ok)location.reload();else b.disabled=false},()=>{s.textContent=f.dataset.failed;b.disabled=false})`;

/** @param held null for a visitor who isn't signed in */
export function leavingPart(
  held: ReadLeaving | null,
  { path, timeZone }: Pick<PageReader, 'path' | 'timeZone'>,
  language: Language,
): Html {
  const { leaving } = textsOf(language);
  const heading = el('h2', { id: 'leave' }, leaving.title);
  if (!held) return together([heading, el('p', {}, leaving.signIn)]);
  if (held.leftAt !== null) {
    const day = sayFullDay(dayIn(timeZone, held.leftAt), language);
    const said = [el('p', {}, leaving.left(day)), el('p', {}, leaving.since), el('p', {}, leaving.back)];
    return together([heading, ...said, sendForm(`${path}/return`, leaving.comeBack, language)]);
  }
  return together([
    heading,
    ...loses(held, language),
    el('p', {}, leaving.after),
    el('p', {}, leaving.back),
    el(
      'details',
      {},
      el('summary', {}, leaving.title),
      el('p', {}, leaving.sure),
      sendForm(`${path}/leave`, leaving.leave, language),
    ),
  ]);
}

function loses({ points, stamps, rewards, gifts, names }: ReadLeaving, language: Language): Html[] {
  const { leaving } = textsOf(language);
  const counted = (count: number) => [sayNumber(count, language), pluralOf(count, language)] as const;
  const lost = [
    ...(points > 0 ? [sayPoints(points, language, names)] : []),
    ...(stamps > 0 ? [leaving.stamps(...counted(stamps))] : []),
    ...(rewards > 0 ? [leaving.rewards(...counted(rewards))] : []),
    ...(gifts > 0 ? [leaving.gifts(...counted(gifts))] : []),
  ];
  if (lost.length === 0) return [el('p', {}, leaving.nothing)];
  return [el('p', {}, leaving.loses), el('ul', {}, ...lost.map((each) => el('li', {}, each)))];
}

function sendForm(to: string, button: string, language: Language): Html {
  const { leaving } = textsOf(language);
  const data = {
    'data-key': randomUUID(),
    'data-language': language,
    'data-failed': leaving.failed,
  };
  return el(
    'form',
    { method: 'post', action: to, ...data, onsubmit: SEND },
    el('input', { type: 'hidden', name: 'language', value: language }),
    el('button', { type: 'submit' }, button),
    el('p', { role: 'status' }),
  );
}
