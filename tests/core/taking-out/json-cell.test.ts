// JSON in a spreadsheet's cell: the same value, and no formula in it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonCell } from '#app/core/taking-out/json-cell.ts';

const CELL = /^\s*(?:[=+@＝＋－＠]|-(?!\d))/u;

describe('JSON as a cell', () => {
  it('has no sign that begins a formula, wherever a program parts cells', () => {
    const json = jsonCell(JSON.stringify({ a: '=1', b: 'x;=cmd()', c: 'y, +1', d: '\t@z', e: 'k|-1' }));
    expect(json.split(/[;,|]|\\t|"/).filter((cell) => CELL.test(cell))).toEqual([]);
  });

  it('leaves numbers below zero as they are', () => {
    expect(jsonCell('{"a":[1,-5],"b":-2}')).toBe('{"a":[1,-5],"b":-2}');
  });

  it('is the value that it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        expect(JSON.parse(jsonCell(json))).toEqual(JSON.parse(json));
      }),
    );
  });

  it('is the value that it was where signs and quotes lie thick', () => {
    const thick = fc.string({ unit: fc.constantFrom('=', '-', '"', '\\', ';', ',', ' ', '\t', '@', '＝') });
    fc.assert(
      fc.property(thick, (value) => {
        expect(JSON.parse(jsonCell(JSON.stringify(value)))).toBe(value);
      }),
    );
  });
});
