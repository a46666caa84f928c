import { expect, test } from 'vitest';
import { supportAt } from '#app/core/help/support.ts';

test('an e-mail address opens a mail, a page is opened; each is read without its scheme', () => {
  expect(supportAt('help@shop.example')).toEqual({
    url: 'mailto:help@shop.example',
    shown: 'help@shop.example',
  });
  expect(supportAt('https://shop.example/help/')).toEqual({
    url: 'https://shop.example/help/',
    shown: 'shop.example/help',
  });
});
