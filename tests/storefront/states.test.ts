// Every state of every block, word for word, in both languages.
import { expect, test } from 'vitest';
import { renderBlock } from './scene/render-block.ts';
import { STATES } from './states/states.ts';
import { TEXTS } from './texts/texts.ts';

test.each(STATES)('$block: $state', async ({ block, state, scene }) => {
  for (const language of ['en', 'fr'] as const) {
    const { html, text } = await renderBlock(block, { ...scene, language });
    expect(text).toBe(TEXTS[block][state]?.[language]);
    expect(html).not.toMatch(/<script|javascript:|translation missing|\{\{/i);
    expect(text).not.toMatch(/\[\w+\]/);
    // Only the form of the birthday has any script, and loads it when it is used.
    const handlers = [...html.matchAll(/\s(on\w+)=/g)].map(([, name]) => name);
    const allowed = html.includes('<form') ? ['onfocus', 'onsubmit'] : [];
    expect(handlers.filter((name) => !allowed.includes(name ?? ''))).toEqual([]);
    if (html !== '')
      expect(html).toMatch(new RegExp(`^<div class="sixth[^>]* lang="${language}" dir="auto"`));
  }
});

test('no text is left of a state that is gone', () => {
  const told = Object.entries(TEXTS).flatMap(([block, texts]) =>
    Object.keys(texts).map((state) => `${block}: ${state}`),
  );
  expect(told.sort()).toEqual(STATES.map(({ block, state }) => `${block}: ${state}`).sort());
});
