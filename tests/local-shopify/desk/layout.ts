// The frame of every page on the admin's side.
import { shellPage } from '#tests/local-shopify/admin/shell.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

const CSS = `
* { box-sizing: border-box; }
h1 { font-size: 1.4rem; margin: 0.3em 0 0; }
h2 { font-size: 1.05rem; margin: 0 0 0.6em; }
.box { background: #fff; border: 1px solid var(--line); border-radius: 10px; padding: 1em 1.2em; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 0.5em 0.7em 0.5em 0; border-bottom: 1px solid var(--line); vertical-align: middle; }
th { font-weight: 500; color: #59606a; }
tr:last-child td { border-bottom: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; padding-right: 0; }
.badge { display: inline-block; padding: 0.05em 0.7em; border-radius: 1em; background: #e4e6e9; white-space: nowrap; }
.badge.paid, .badge.delivered { background: #cdf3d9; }
.badge.pending, .badge.authorized, .badge.partially_paid, .badge.waiting { background: #ffe8b0; }
.badge.failed, .badge.dropped, .badge.cancelled { background: #fdd9d5; }
.actions { display: flex; flex-wrap: wrap; gap: 0.7em; align-items: end; }
.actions form { margin: 0; }
label { display: grid; gap: 0.2em; }
label.check { display: flex; align-items: center; gap: 0.5em; min-height: 44px; }
input:not([type='checkbox']) { font: inherit; min-height: 40px; width: 5.5em; padding: 0.3em 0.6em; border: 1px solid #8a8f96; border-radius: 8px; }
button, .button { font: inherit; min-height: 44px; padding: 0.4em 1.1em; border: 1px solid #8a8f96; border-radius: 8px; background: #fff; color: inherit; cursor: pointer; text-decoration: none; display: inline-grid; place-items: center; }
button.main, .button.main { background: #1a1a1a; border-color: #1a1a1a; color: #fff; }
.error { border-color: #c5280c; color: #8e1f0b; }
.quiet { color: #59606a; }
:focus-visible { outline: 2px solid #005bd3; outline-offset: 2px; }
`;

export type AdminPage = { title: string; shop: string; content: Html };

/** The desk's own look holds inside of it: the admin around has another. */
export function adminPage({ title, shop, content }: AdminPage): string {
  const desk = html`<style>
      .desk { ${css()} }
    </style>
    <div class="page desk">${content}</div>`;
  return shellPage({ title, shop, content: desk });
}

function css(): Html {
  return { text: CSS };
}
