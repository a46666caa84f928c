// A page of ours inside the shop's own theme: its fonts and colors, a column of text, and little else.
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import { el, Html } from './html.ts';

/** Colors come from the theme's own text color, so that dark themes need nothing. */
const STYLE = new Html(`<style>
.sixth-page{max-width:42rem;margin:0 auto;padding:2rem 1rem;line-height:1.6;overflow-wrap:anywhere}
.sixth-page h2{margin:2em 0 .5em}
.sixth-page h3{margin:1.2em 0 .2em}
.sixth-page p,.sixth-page ul,.sixth-page dd{margin:.3em 0}
.sixth-page ul{padding-left:1.2em}
.sixth-page a{color:inherit;text-decoration:underline}
.sixth-page dl,.sixth-page details{margin:1em 0;padding:1em;border:1px solid;border-color:color-mix(in srgb,currentcolor 25%,transparent)}
.sixth-page dt{font-weight:bold}
.sixth-page dd+dt{margin-top:1em}
.sixth-page dd{margin-left:0}
.sixth-page summary{cursor:pointer}
.sixth-page form{margin:1em 0}
.sixth-page button{font:inherit;padding:.7em 1.2em;color:inherit;background:transparent;border:1px solid currentcolor;cursor:pointer}
.sixth-page :focus-visible{outline:2px solid currentcolor;outline-offset:2px}
@media print{ .sixth-page button{display:none} }
</style>`);

/** Whoever asks for no language reads the shop's page in the one that it is in. */
export function pageInTheme(made: (language: Language) => Html, asked: Language | null): string {
  const within = (language: Language) =>
    el('div', { class: 'sixth-page', lang: language }, made(language)).source;
  if (asked) return STYLE.source + within(asked);
  const [first, ...others] = LANGUAGES;
  const cases = others.map((each) => `{%- when '${each}' -%}${within(each)}`).join('');
  return `${STYLE.source}{%- assign sixth_language = request.locale.iso_code | slice: 0, 2 -%}{%- case sixth_language -%}${cases}{%- else -%}${within(first)}{%- endcase -%}`;
}
