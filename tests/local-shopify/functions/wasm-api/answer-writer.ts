// The answer as a function writes it, piece by piece. Shopify answers a piece that doesn't fit with a code; here it throws.

type Open = { kind: 'object' | 'array'; pieces: unknown[]; wanted: number };

export type AnswerWriter = {
  open: (kind: Open['kind'], length: number) => void;
  close: (kind: Open['kind']) => void;
  write: (value: string | number | boolean | null) => void;
  /** The whole answer. @throws {Error} where it isn't finished */
  finished: () => unknown;
};

function objectOf(pieces: unknown[]): Record<string, unknown> {
  const entries: [string, unknown][] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const key = pieces[at];
    if (typeof key !== 'string') throw new Error('the function wrote a key that is no text');
    entries.push([key, pieces[at + 1]]);
  }
  return Object.fromEntries(entries);
}

export function answerWriter(): AnswerWriter {
  const open: Open[] = [];
  const answers: unknown[] = [];
  const put = (value: unknown) => {
    const into = open.at(-1);
    if (!into && answers.length > 0) throw new Error('the function wrote a second answer');
    (into?.pieces ?? answers).push(value);
  };
  return {
    open: (kind, length) => open.push({ kind, pieces: [], wanted: kind === 'object' ? length * 2 : length }),
    close: (kind) => {
      const closed = open.pop();
      if (closed?.kind !== kind) throw new Error(`the function closed an ${kind} that isn't open`);
      const { pieces, wanted } = closed;
      if (pieces.length !== wanted) throw new Error(`an ${kind} has ${pieces.length} pieces, not ${wanted}`);
      put(kind === 'object' ? objectOf(pieces) : pieces);
    },
    write: put,
    finished: () => {
      if (open.length > 0 || answers.length !== 1) throw new Error('the function finished no answer');
      return answers[0];
    },
  };
}
