// What a browser without script reads: the question whether it is right, and the answer.
import type { Language } from '#app/core/values/languages.ts';
import type { Texts } from '#app/locales/en.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { ProxyAnswer } from '../answer.ts';
import { el, Html, type Child } from '../pages/html.ts';
import { pageInTheme } from '../pages/page-in-theme.ts';
import type { PageAnswer } from '../pages/proxy-page.ts';

/** The shop's own address, which its theme knows. */
const HOME = '{{ routes.root_url | escape }}';

type Page = { title: (texts: Texts) => string; language: Language };

export function questionPage(
  page: Page,
  sentences: readonly string[],
  form: { to: string; fields: Readonly<Record<string, string>> },
): PageAnswer {
  const { plainForms } = textsOf(page.language);
  const hidden = Object.entries(form.fields).map(([name, value]) =>
    el('input', { type: 'hidden', name, value }),
  );
  return pageOf(page, 200, [
    el('p', {}, plainForms.question),
    ...sentences.map((sentence) => el('p', {}, el('strong', {}, sentence))),
    el('form', { method: 'post', action: form.to }, ...hidden, el('button', {}, plainForms.yes)),
  ]);
}

export function answerPage(page: Page, { status, message, sentences = [] }: ProxyAnswer): PageAnswer {
  return pageOf(page, status, [
    el('p', { role: 'status' }, message),
    ...sentences.map((sentence) => el('p', {}, sentence)),
  ]);
}

/** Of an address that takes forms alone: opened by itself it was sent nothing. */
export function unsentPage(title: Page['title']): PageAnswer {
  const made = (language: Language) => {
    const texts = textsOf(language);
    return whole(texts, title, [el('p', {}, texts.plainForms.unsent)]);
  };
  return { status: 405, liquid: pageInTheme(made, null) };
}

function pageOf({ title, language }: Page, status: number, children: readonly Child[]): PageAnswer {
  return { status, liquid: pageInTheme(() => whole(textsOf(language), title, children), language) };
}

function whole(texts: Texts, title: Page['title'], children: readonly Child[]): Html {
  const back = new Html(`<p><a href="${HOME}">${el('span', {}, texts.plainForms.back).source}</a></p>`);
  return el('div', {}, el('h1', {}, title(texts)), ...children, back);
}
