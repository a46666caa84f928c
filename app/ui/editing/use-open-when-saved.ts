import { useNavigate } from '@remix-run/react';
import { useEffect, useState } from 'react';
import type { ProgramEdit } from './use-program-edit.ts';

type Part = {
  /** Whether the page is of one that isn't saved yet. */
  isNew: boolean;
  /** Those of its kind that are saved. */
  saved: readonly { key: string }[];
  /** The address above it: `/app/program/rewards`. */
  under: string;
};

/** A new part of the program has an address of its own once it is saved. @returns its key from then on */
export function useOpenWhenSaved(
  { form }: Pick<ProgramEdit, 'form'>,
  { isNew, saved, under }: Part,
): string | null {
  const navigate = useNavigate();
  const [known] = useState(() => saved.map(({ key }) => key));
  const isSaved = isNew && form.answer?.ok === true && !form.dirty;
  const made = isSaved ? (saved.findLast(({ key }) => !known.includes(key))?.key ?? null) : null;
  useEffect(() => {
    if (made !== null) navigate(`${under}/${made}`, { replace: true });
  }, [made, under, navigate]);
  return made;
}
