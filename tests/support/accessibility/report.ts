// The accessibility report: what the tests look at, and how often. Nothing is claimed that no test holds.
import { LANGUAGES } from '#app/core/values/languages.ts';
import { LOOKS } from '#tests/local-shopify/shop/theme.ts';
import { STATES } from '#tests/storefront/states/states.ts';
import { ADMIN_CHECKS, CHECKS } from './checks.ts';
import { DIALOGS } from './dialogs.ts';
import { KNOWN_FAULTS } from './known-faults.ts';
import { ADMIN_PLACES } from './places.ts';

const PAGE_STATES = ADMIN_PLACES.length * LANGUAGES.length;
const DIALOG_STATES = DIALOGS.length * LANGUAGES.length;
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

${row(['check', 'how', 'WCAG 2.2', 'pages of the admin', 'dialogs', 'states of blocks'])}
${row(Array.from({ length: 6 }, () => '---'))}
${CHECKS.map((check) => {
  const inAdmin = ADMIN_CHECKS.includes(check);
  const counts = [inAdmin ? PAGE_STATES : 0, inAdmin ? DIALOG_STATES : 0, BLOCK_STATES];
  return row([check.name, check.how, check.criteria, ...counts]);
}).join('\n')}
${row(['Focus returns', 'a dialog is opened and closed by keyboard; the focus goes in, stays, and comes back', '2.1.2, 2.4.3', 0, DIALOG_STATES, 0])}

The tests: \`tests/browser/accessibility-admin.test.ts\`, \`tests/browser/accessibility-blocks.test.ts\`,
\`tests/browser/accessibility-dialogs.test.ts\`. That each check finds what it is for: \`tests/browser/accessibility-checks.test.ts\`.

## Pages of the admin

Of a shop with members, where nothing else is said. Each in ${LANGUAGES.length} languages:

${listed(ADMIN_PLACES.map(({ name }) => name))}

## Dialogs

Each in ${LANGUAGES.length} languages, and checked while it is open:

${listed(DIALOGS.map(({ name }) => name))}

## Blocks

Each state in ${LOOKS.length} looks of a theme and ${LANGUAGES.length} languages:

${listed(blocks)}

## Known

${listed(KNOWN_FAULTS.map(({ at, why }) => `${at}: ${why}`))}

## Not looked at

- What a screen reader says: names and roles are read by axe, not heard.
- Shopify's own parts: the admin around the app, its pickers, the merchant's theme.
- The admin from right to left: Polaris, of which its pages are made, sets some margins to the left whichever way one reads, so
  that pages become wider than a phone. The admin speaks English and French.
- Pages with much data: members and orders are few in these tests.
`;
}
