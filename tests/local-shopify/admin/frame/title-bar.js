// The app's title bar: its name, the page's title, and the page's buttons.
import { onTold, tellApp } from './channel.js';
import { byId, el } from './dom.js';

const bar = byId('title-bar');
const [icon, name] = bar.children;

onTold('title-bar', (told) => {
  const actions = (told?.actions ?? []).map((action, index) => ({ ...action, index }));
  const back = actions.filter(({ breadcrumb }) => breadcrumb).map(button);
  const others = actions.filter(({ breadcrumb }) => !breadcrumb).sort((a, b) => a.primary - b.primary);
  const title = told?.title
    ? [el('span', { class: 'slash', 'aria-hidden': 'true' }, '/'), el('h1', {}, told.title)]
    : [];
  const group = el('div', { class: 'bar-actions' }, ...others.map(button));
  bar.replaceChildren(icon, name, ...back, ...title, group);
  document.title = told?.title ? `${told.title} · Sixth` : 'Sixth';
});

function button({ label, primary, critical, disabled, loading, index }) {
  const className = [primary && 'primary', critical && 'critical'].filter(Boolean).join(' ');
  const press = () => tellApp('press-action', index);
  const properties = { type: 'button', class: className, disabled: disabled || loading, onclick: press };
  return el('button', { ...properties, 'aria-busy': loading ? 'true' : null }, label);
}
