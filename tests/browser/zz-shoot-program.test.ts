import { test } from 'vitest';
import { textsOf } from '#app/locales/texts.ts';
import { startBrowser } from '#tests/support/browser.ts';
import { startApp } from '#tests/support/running-app.ts';
test('shoot', async () => {
const app = await startApp();
const browser = await startBrowser();
const lines: unknown[] = [];
const log = (...a: unknown[]) => lines.push(a);
try {
  for (const [locale,width] of [['en',1280],['fr',360]] as const) {
    const { program, shell } = textsOf(locale);
    const { page, problems, close } = await browser.page({ viewport: { width, height: 2300 } });
    const shoot = (name: string) => page.screenshot({ path: `/tmp/p3shots/program-${name}-${locale}-${width}.png` });
    await page.goto(`${app.urls.admin}/apps/sixth/app/program?locale=${locale}`);
    const frame = page.frameLocator('iframe');
    await frame.getByLabel(program.pointsField).fill('-2');
    await frame.getByLabel(program.sizeField).fill('13');
    await frame.getByRole('button', { name: program.trial.addLine }).click();
    await frame.getByLabel(program.trial.linePrice('EUR')).fill('12.50');
    await page.getByRole('button', { name: shell.save, exact: true }).click();
    await frame.getByText(program.problems.tooSmall).waitFor();
    await page.waitForTimeout(500);
    await shoot('errors');
    await frame.getByLabel(program.pointsField).fill('2');
    await frame.getByLabel(program.sizeField).fill('8');
    await frame.getByRole('button', { name: program.chooseProducts }).click();
    await page.waitForTimeout(800);
    await shoot('picker');
    const boxes = page.locator('dialog input[type=checkbox], [role=dialog] input[type=checkbox]');
    log('boxes', await boxes.count());
    if (await boxes.count()) { await boxes.nth(0).check(); await boxes.nth(1).check(); }
    log('buttons', await page.locator('dialog button, [role=dialog] button').allTextContents());
    await page.locator('dialog button, [role=dialog] button').last().click();
    await frame.getByRole('radio', { name: program.trial.cart }).check();
    await frame.getByRole('button', { name: program.trial.run }).click();
    await page.waitForTimeout(1000);
    await shoot('tried');
    await page.getByRole('button', { name: shell.save, exact: true }).click();
    await page.getByText(shell.saved).waitFor();
    await page.waitForTimeout(500);
    await frame.getByRole('button', { name: program.publish, exact: true }).click();
    await page.waitForTimeout(700);
    await shoot('modal');
    await frame.getByRole('dialog').getByRole('button', { name: program.publish, exact: true }).click();
    await page.waitForTimeout(1500);
    await shoot('published');
    await page.goto(`${app.urls.admin}/apps/sixth/app/program/versions?locale=${locale}`);
    await page.waitForTimeout(1200);
    await shoot('versions');
    const f = page.frames().find((one) => one.url().includes('/app/program'))!;
    log(await f.evaluate(() => [document.documentElement.scrollWidth, innerWidth]));
    log('problems', problems);
    await close();
  }
  log(await app.problems());
} finally { await browser.close(); await app.stop(); process.stdout.write(JSON.stringify(lines)); }
});
