// What "Undo" sends: the opposite, for those alone whom the deed itself changed.
import { expect, it } from 'vitest';
import { wayBack } from '#app/ui/members/way-back.ts';

const done = (ids: string[], already?: string[]) => ({
  ok: true as const,
  done: ids,
  failed: [],
  ...(already && { already }),
});
const excluding = { do: 'block', memberIds: ['1', '2', '3'], blocked: true } as const;
const sent = { ...excluding, memberIds: [...excluding.memberIds] };

it('includes again whom it excluded, and nobody whom somebody else had excluded before', () => {
  expect(wayBack(sent, done(['1', '2', '3'], ['2']))).toEqual({
    do: 'block',
    memberIds: ['1', '3'],
    blocked: false,
  });
  expect(wayBack(sent, done(['1']))).toEqual({ do: 'block', memberIds: ['1'], blocked: false });
});

it('there is no way back where nothing was changed, and none from an undoing', () => {
  expect(wayBack(sent, done(['1'], ['1']))).toBeNull();
  expect(wayBack(sent, done([]))).toBeNull();
  expect(wayBack({ do: 'undo', memberIds: ['1'], requestKey: 'k' }, done(['1']))).toBeNull();
});

it('an adjustment goes back by its own key', () => {
  const giving = {
    do: 'adjust',
    memberIds: ['1', '2'],
    requestKey: 'k',
    unit: 'points',
    direction: 'add',
    amount: '5',
    reason: 'r',
  } as const;
  const back = { do: 'undo', memberIds: ['1'], requestKey: 'k' };
  expect(wayBack({ ...giving, memberIds: [...giving.memberIds] }, done(['1']))).toEqual(back);
});
