// A page of the orders desk, or of the theme editor, in the admin's shell.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shellPage } from '#tests/local-shopify/admin/shell.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

const CSS: Html = { text: readFileSync(join(import.meta.dirname, 'desk.css'), 'utf8') };

export type AdminPage = { title: string; shop: string; content: Html; wide?: boolean };

export function adminPage({ title, shop, content, wide = false }: AdminPage): string {
  const style = html`<style>
    ${CSS}
  </style>`;
  return shellPage({ title, shop, content, style, kind: wide ? 'desk wide' : 'desk' });
}
