// The contextual save bar, in the place of the admin's top bar, and its guard: nothing unsaved is left by accident.
import { onAsked, onTold, tellApp } from './channel.js';
import { askInDialog, byId, el } from './dom.js';
import { texts } from './texts.js';

const bar = byId('save-bar');
bar.setAttribute('aria-label', texts.unsaved);
let told = null;

onTold('save-bar', (value) => {
  told = value;
  bar.hidden = value === null;
  document.body.classList.toggle('dirty', value !== null);
  if (value) bar.replaceChildren(el('span', {}, texts.unsaved), ...buttons(value));
});

function buttons({ save, discard, confirm }) {
  const pressDiscard = async () => {
    if (!confirm || (await agrees('discard'))) tellApp('press-discard');
  };
  return [
    discard && barButton(discard, '', pressDiscard),
    save && barButton(save, 'primary', () => tellApp('press-save')),
  ].filter(Boolean);
}

function barButton({ label, disabled, loading }, className, onclick) {
  const busy = loading ? 'true' : null;
  const properties = { type: 'button', class: className, disabled: disabled || loading, 'aria-busy': busy };
  return el('button', { ...properties, onclick }, label);
}

/** Asks where there is something to lose; leaving drops it. */
export async function mayLeave() {
  if (told === null) return true;
  const leaves = await agrees('leave');
  if (leaves) tellApp('leave');
  return leaves;
}

onAsked('confirm-leave', () => told === null || agrees('leave'));

const QUESTIONS = {
  leave: { title: texts.leaveTitle, text: texts.leaveText, no: texts.stay, yes: texts.leave },
  discard: { title: texts.discardTitle, text: texts.discardText, no: texts.keep, yes: texts.discard },
};

async function agrees(question) {
  const { title, text, no, yes } = QUESTIONS[question];
  const answer = await askInDialog({ label: title, className: 'question' }, (close) => [
    el('h2', {}, title),
    el('p', {}, text),
    el(
      'footer',
      {},
      el('button', { type: 'button', onclick: () => close(false) }, no),
      el('button', { type: 'button', class: 'critical', onclick: () => close(true) }, yes),
    ),
  ]);
  return answer === true;
}
