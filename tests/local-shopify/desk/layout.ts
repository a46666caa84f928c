// The frame of every page on the admin's side.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html } from './html.ts';
import type { Html } from './html.ts';

const CSS: Html = { text: readFileSync(join(import.meta.dirname, 'desk.css'), 'utf8') };

const LINKS = [
  ['/orders', 'Orders'],
  ['/drafts', 'Drafts'],
  ['/webhooks', 'Webhooks'],
  ['/themes/editor', 'Theme'],
  ['/apps/sixth', 'Sixth'],
] as const;

export type AdminPage = { title: string; shop: string; content: Html; wide?: boolean };

export function adminPage({ title, shop, content, wide = false }: AdminPage): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Local Shopify</title>
        <link rel="icon" href="data:," />
        <style>
          ${CSS}
        </style>
      </head>
      <body class="${wide ? 'wide' : ''}">
        <header>
          <a class="home" href="/">${shop}</a>
          <nav>${LINKS.map(([path, name]) => html`<a href="${path}">${name}</a>`)}</nav>
        </header>
        <main>${content}</main>
      </body>
    </html>`.text;
}
