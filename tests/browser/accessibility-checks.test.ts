// The checks of the accessibility report see what they are for: each finds the fault that is planted for it.
import { expect, test } from 'vitest';
import { CHECKS } from '#tests/support/accessibility/checks.ts';
import { problemsBy } from '#tests/support/accessibility/problems-by.ts';
import { useBrowser } from '#tests/support/use-browser.ts';

const browser = useBrowser();

const SOUND =
  '<a href="#a" style="display:block;padding:12px">A link</a><button style="padding:12px">Go</button>';
const CLOSE = 'style="all:unset;position:absolute;width:10px;height:10px;top:9px;left:';
const FAULTS: Record<string, string> = {
  'Names, roles, contrast': '<button></button>',
  Keyboard: '<button tabindex="-1">Out of reach</button>',
  'Zoom of 400 %': '<p style="width:400px">Wide</p>',
  'Target size': `<div style="position:relative"><button ${CLOSE}0">a</button><button ${CLOSE}12px">b</button></div>`,
  'Forced colours': '<p style="forced-color-adjust:none;color:#fff;background:#fff">Unseen</p>',
  'Reduced motion':
    '<style>@keyframes m{to{rotate:1turn}}</style><p style="animation:m 2s infinite">Turns</p>',
  'Right to left':
    '<button style="position:absolute;left:0;top:40px">A</button><button style="position:absolute;left:9px;top:44px">B</button>',
};

const pageOf = (body: string) =>
  `<!doctype html><html lang="en"><head><title>A page</title><meta name="viewport" content="width=device-width"></head>
   <body><main><h1>A page</h1>${body}</main></body></html>`;

test.each(CHECKS)('$name', async (check) => {
  const { page, close } = await browser.page();
  const found = async (body: string) => {
    await page.setContent(pageOf(body));
    return problemsBy(check, page);
  };
  expect(await found(SOUND)).toEqual([]);
  expect(await found(SOUND + FAULTS[check.name])).not.toEqual([]);
  await close();
});
