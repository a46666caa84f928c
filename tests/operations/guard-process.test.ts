// What nobody caught, in a process of its own.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const GUARD = new URL('../../app/operations/guard-process.ts', import.meta.url).href;

/** Runs a script in a guarded process, which ends by itself a moment later. @returns its exit code and its lines */
async function guarded(script: string): Promise<{ code: number; lines: { level: number; msg: string }[] }> {
  const source = `import { guardProcess } from ${JSON.stringify(GUARD)};
    guardProcess(() => process.exit(3));
    setTimeout(() => process.exit(0), 300);
    ${script}`;
  const options = { env: { ...process.env, LOG_LEVEL: 'info' } };
  const args = ['--input-type=module', '-e', source];
  const { code, stdout, stderr } = await promisify(execFile)(process.execPath, args, options).then(
    (ended) => ({ code: 0, ...ended }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  expect(stderr).toBe('');
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { code, lines: lines.map((line) => JSON.parse(line) as { level: number; msg: string }) };
}

test('a failure that nobody waited for has one line, and the process goes on', async () => {
  const { code, lines } = await guarded(`void Promise.reject(new Error('unheard'));`);
  expect(code).toBe(0);
  expect(lines).toMatchObject([{ level: 50, err: { message: 'unheard' } }]);
});

test('C94 a connection whose loss nobody heard of ends nothing', async () => {
  const lost = `Object.assign(new Error('terminating connection'), { code: '57P01' })`;
  const { code, lines } = await guarded(
    `void Promise.reject(${lost}); setTimeout(() => { throw ${lost}; }, 10);`,
  );
  expect(code).toBe(0);
  expect(lines).toMatchObject([{ level: 40 }, { level: 40 }]);
});

test('an error that is thrown out of an event ends the process in good order, and says nothing secret', async () => {
  const { code, lines } = await guarded(
    `setTimeout(() => { throw new Error('at postgres://u:secret-word@host/db'); }, 10);`,
  );
  expect(code).toBe(3);
  expect(lines).toMatchObject([{ level: 60 }]);
  expect(JSON.stringify(lines)).not.toContain('secret-word');
});

test('C94 what a library prints with its stack is one line', async () => {
  const { code, lines } = await guarded(`console.trace(new Error('the database system is shutting down'));`);
  expect(code).toBe(0);
  expect(lines).toMatchObject([{ level: 40, err: { message: 'the database system is shutting down' } }]);
});

test('what is thrown has one line whatever it is, and ends what it must alone', async () => {
  const circle = `const [a, b] = [new Error('a'), new Error('b')]; a.cause = b; b.cause = a;`;
  const thrown = await guarded(`${circle} setTimeout(() => { throw a; }, 10);`);
  expect(thrown).toMatchObject({ code: 3, lines: [{ level: 60, err: { message: 'a' } }] });
  const unheard = await guarded(
    `${circle} void Promise.reject(a); void Promise.reject(Object.create(null));`,
  );
  expect(unheard).toMatchObject({ code: 0, lines: [{ level: 50 }, { level: 50 }] });
});

test('C94 what a library prints with words and its stack is the error', async () => {
  const { lines } = await guarded(`console.trace('while working', new Error('at the end'));`);
  expect(lines).toMatchObject([{ level: 40, err: { message: 'at the end' } }]);
});
