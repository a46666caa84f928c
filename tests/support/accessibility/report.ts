// The accessibility report: what the tests look at, and how often. Nothing is claimed that no test holds.
import { LANGUAGES } from '#app/core/values/languages.ts';
import { LOOKS } from '#tests/local-shopify/shop/theme.ts';
import { STATES } from '#tests/storefront/states/states.ts';
import { CHECKS } from './checks.ts';
import { ADMIN_PAGES, DIALOGS } from './places.ts';

const PAGE_STATES = ADMIN_PAGES.length * LANGUAGES.length;
const BLOCK_STATES = STATES.length * LOOKS.length * LANGUAGES.length;

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

const listed = (names: readonly string[]) => names.map((name) => `- ${name}`).join('\n');

const statesOf = (block: string) => STATES.filter((one) => one.block === block).length;
const blocks = [...new Set(STATES.map(({ block }) => block))].map(
  (block) => `\`${block}\`: ${statesOf(block)} states`,
);

export function accessibilityReport(): string {
  return `# Accessibility

What is held against WCAG 2.2, levels A and AA, each time the tests run. This page is written by
\`npm run accessibility-report\` from the lists that the tests go through, and a test compares it with them. It says what was looked
at; it isn't a certificate, and no person with a screen reader is replaced by it.

## Checks

${row(['check', 'how', 'WCAG 2.2', 'pages of the admin', 'states of blocks'])}
${row(Array.from({ length: 5 }, () => '---'))}
${CHECKS.map(({ name, how, criteria, direction }) =>
  row([name, how, criteria, direction ? 0 : PAGE_STATES, BLOCK_STATES]),
).join('\n')}
${row(['Focus returns', 'a dialog is opened and closed by keyboard; the focus goes in, stays, and comes back', '2.1.2, 2.4.3', DIALOGS.length * LANGUAGES.length, 0])}

The tests: \`tests/browser/accessibility-admin.test.ts\`, \`tests/browser/accessibility-blocks.test.ts\`,
\`tests/browser/accessibility-dialogs.test.ts\`. That each check finds what it is for: \`tests/browser/accessibility-checks.test.ts\`.

## Pages of the admin

Each in ${LANGUAGES.length} languages:

${listed(ADMIN_PAGES.map(({ name }) => name))}

## Dialogs

Each in ${LANGUAGES.length} languages:

${listed(DIALOGS)}

## Blocks

Each state in ${LOOKS.length} looks of a theme and ${LANGUAGES.length} languages:

${listed(blocks)}

## Not looked at

- What a screen reader says: names and roles are read by axe, not heard.
- Shopify's own parts: the admin around the app, its pickers, the merchant's theme.
- The admin from right to left: it speaks English and French.
- Pages with much data: members and orders are few in these tests.
`;
}
