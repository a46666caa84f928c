// Every state of every block, word for word, in both languages.
import { expect, test } from 'vitest';
import { renderBlock } from './scene/render-block.ts';
import { STATES } from './states/states.ts';
import { TEXTS } from './texts/texts.ts';

/** The launcher's panel looks anew once the cart has changed, its history is asked for once it is opened, a question waits for its script. */
const OF_LAUNCHER = /\bon(toggle|click|submit)=/g;
const BIRTHDAY = '<script type="module" src="/assets/birthday.js" fetchpriority="low">';

test.each(STATES)('$block: $state', async ({ block, state, scene }) => {
  for (const language of ['en', 'fr'] as const) {
    const { html, text } = await renderBlock(block, { ...scene, language });
    expect(text).toBe(TEXTS[block][state]?.[language]);
    expect(html).not.toMatch(/javascript:|translation missing|\{\{/i);
    expect(text).not.toMatch(/\[\w+\]/);
    // Outside a section, only the forms of the birthday and of a choice have a script.
    const scripts = html.match(/<script[^>]*>|\bon\w+=/g) ?? [];
    const forms = html.match(/sixth\/(birthday|choose|life-date)"/g)?.flatMap(() => ['onsubmit=', BIRTHDAY]);
    const ofForms = forms ?? html.match(/\bonsubmit=/g);
    const usual = block === 'launcher' ? html.match(OF_LAUNCHER) : ofForms;
    expect(scripts).toEqual(usual ?? []);
    // The launcher stands where the page's direction says, and its parts have their own.
    const direction = block === 'launcher' ? '' : ' dir="auto"';
    if (html !== '')
      expect(html).toMatch(new RegExp(`^<(div|section) class="sixth[^>]* lang="${language}"${direction}`));
  }
});

test('no text is left of a state that is gone', () => {
  const told = Object.entries(TEXTS).flatMap(([block, texts]) =>
    Object.keys(texts).map((state) => `${block}: ${state}`),
  );
  expect(told.sort()).toEqual(STATES.map(({ block, state }) => `${block}: ${state}`).sort());
});
