import { useRef, useState } from 'react';
import type { Columns } from '#app/core/moving-in/columns.ts';
import { datesOfFile, type DateTally } from '#app/core/moving-in/dates-of-file.ts';
import type { DateOrder, MovedField } from '#app/core/moving-in/layouts.ts';
import type { FileTrouble } from './reading/file-trouble.ts';
import { inWorker } from './reading/in-worker.ts';
import type { FileLook } from './reading/look-at-file.ts';

export type ChosenFile = {
  file: File;
  look: FileLook;
  columns: Columns;
  /** Null while they are read. */
  dates: DateTally | null;
  order: DateOrder;
  isOrderAsked: boolean;
};
/** How far the file is read, in bytes. */
export type Reading = { bytes: number; size: number };

const DATES: readonly MovedField[] = ['birthday', 'joinedOn'];

const dateColumns = (columns: Columns): number[] =>
  DATES.map((field) => columns[field] ?? -1).filter((place) => place >= 0);

/** A file that somebody chose: read beside the page, and what they say of its columns, for this file only. */
export function useChosenFile(today: string) {
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [trouble, setTrouble] = useState<FileTrouble | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const going = useRef(new AbortController());
  const begin = (size: number) => {
    going.current.abort();
    going.current = new AbortController();
    const { signal } = going.current;
    setReading({ bytes: 0, size });
    return { signal, onBytes: (bytes: number) => signal.aborted || setReading({ bytes, size }) };
  };
  const readDates = async (now: ChosenFile) => {
    setChosen(now);
    const places = dateColumns(now.columns);
    const { file, look } = now;
    const wanted = { how: look.how, isHead: look.head.isHead, places, today };
    const beside = begin(file.size);
    const read = await inWorker({ do: 'dates', file, wanted }, beside);
    if (beside.signal.aborted) return;
    setReading(null);
    if (!read.ok) return fail(read.trouble);
    const { order, isAsked } = datesOfFile(read.answer, look.head.dates);
    // What was said of other columns while a large file was read stays said.
    setChosen((said) => said && { ...said, dates: read.answer, order, isOrderAsked: isAsked });
  };
  const fail = (why: FileTrouble | null) => {
    setChosen(null);
    setTrouble(why);
  };
  const choose = async (file: File) => {
    fail(null);
    const beside = begin(file.size);
    const read = await inWorker({ do: 'look', file }, beside);
    if (beside.signal.aborted) return;
    setReading(null);
    if (!read.ok) return fail(read.trouble);
    const { columns } = read.answer.head;
    await readDates({ file, look: read.answer, columns, dates: null, order: 'mdy', isOrderAsked: false });
  };
  return {
    ...{ chosen, trouble, reading },
    choose,
    stop: () => {
      going.current.abort();
      setReading(null);
      fail(null);
    },
    setColumn: (field: MovedField, place: number | null) => {
      if (!chosen) return;
      const withIt = (said: ChosenFile) => ({ ...said, columns: { ...said.columns, [field]: place } });
      if (!DATES.includes(field)) setChosen((said) => said && withIt(said));
      else void readDates({ ...withIt(chosen), dates: null });
    },
    setOrder: (order: DateOrder) => setChosen(chosen && { ...chosen, order }),
  };
}
