// A form under Shopify's contextual save bar: what is typed lives here until it is saved or discarded.
import { useBlocker, useFetcher, useRevalidator } from '@remix-run/react';
import { SaveBar } from '@shopify/app-bridge-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { NotSaved } from './keep-what-was-typed.ts';
import { mergeEdits } from './merge-edits.ts';
import { useTexts } from '../shell/use-texts.ts';

/** An action's answer; a refusal says more, e.g. which field. */
export type SaveAnswer = { ok: boolean };

type Options<T> = {
  /** The server's value: a form without changes shows it. */
  saved: T;
  /** Grows with each save by anybody; what is sent bears the one that the edit began with. */
  revision?: number;
  /** The body that the action gets, as JSON. By default `{value, revision}`. */
  send?: (value: T, revision: number) => unknown;
  /** The route whose action saves, where it isn't the page's own. */
  action?: string;
};

export type SaveBarForm<T, A extends SaveAnswer> = {
  value: T;
  /** Replaces the fields it names. */
  change: (fields: Partial<T>) => void;
  dirty: boolean;
  saving: boolean;
  /** The latest answer, until the next save or discard; null before. */
  answer: A | NotSaved | null;
  /** Also of what wasn't changed: a page may begin with something new. */
  save: () => void;
  discard: () => void;
  /** After somebody else's save: reads it, and puts what was changed here on top. */
  catchUp: () => void;
  /** To be rendered somewhere in the page. */
  bar: ReactElement;
};

type Edit<T> = { value: T; base: T; revision: number };

/**
 * The route exports `clientAction = keepWhatWasTyped` and `shouldRevalidate = revalidateUnlessRefused` as well.
 * Fields keep what was typed whatever the answer; only discarding, or leaving after a confirmation, drops it.
 */
export function useSaveBar<T extends object, A extends SaveAnswer>(options: Options<T>): SaveBarForm<T, A> {
  const { saved, revision = 0 } = options;
  const [edit, setEdit] = useState<Edit<T> | null>(null);
  const { answer, saving, submit, forget } = useSaving<T, A>(options, (sent) => {
    // An edit typed while the save was under way is a change of its own, on top of what was saved.
    setEdit((now) =>
      now === null || now.value === sent ? null : { value: now.value, base: saved, revision },
    );
  });
  const change = (fields: Partial<T>) => {
    setEdit((now) => {
      const from = now ?? { value: saved, base: saved, revision };
      return { ...from, value: { ...from.value, ...fields } };
    });
  };
  const discard = () => {
    setEdit(null);
    forget();
  };
  const dirty = edit !== null && !same(edit.value, edit.base);
  const save = () => submit(edit?.value ?? saved, edit?.revision ?? revision);
  const catchUp = useCatchUp(options, edit, (caughtUp) => {
    setEdit(caughtUp);
    forget();
  });
  useLeaveGuard(dirty);
  const bar = <Bar open={dirty} saving={saving} onSave={save} onDiscard={discard} />;
  return { value: edit?.value ?? saved, change, dirty, saving, answer, save, discard, catchUp, bar };
}

function useSaving<T extends object, A extends SaveAnswer>(
  { send, action, saved }: Options<T>,
  whenSaved: (sent: T) => void,
) {
  const { shell } = useTexts();
  const fetcher = useFetcher<A | NotSaved>();
  const [forgotten, setForgotten] = useState<unknown>(null);
  // Set from the press of the button on, so that a second press in the same instant sends nothing.
  const underWay = useRef<{ value: T; before: unknown } | null>(null);
  const { state, data } = fetcher;
  useEffect(() => {
    const sent = underWay.current;
    // A render may come between the press and the fetcher's own state: only another answer ends the save.
    if (state !== 'idle' || sent === null || data === sent.before) return;
    underWay.current = null;
    if (!data?.ok) return;
    whenSaved(sent.value);
    window.shopify.toast.show(shell.saved);
    // `saved` too: the loader's new data arrives with the end of the save.
  }, [state, data, saved, whenSaved, shell]);
  const submit = (value: T, revision: number) => {
    if (underWay.current !== null) return;
    underWay.current = { value, before: data };
    const body = send ? send(value, revision) : { value, revision };
    const text = JSON.stringify(body);
    fetcher.submit(text, {
      method: 'post',
      encType: 'application/json',
      ...(action === undefined ? {} : { action }),
    });
  };
  const answer = state === 'idle' && data !== undefined && data !== forgotten ? (data as A | NotSaved) : null;
  return { answer, saving: state !== 'idle', submit, forget: () => setForgotten(data) };
}

function useCatchUp<T extends object>(
  { saved, revision = 0 }: Options<T>,
  edit: Edit<T> | null,
  whenCaughtUp: (edit: Edit<T>) => void,
): () => void {
  const { revalidate } = useRevalidator();
  const [waiting, setWaiting] = useState(false);
  if (waiting && edit !== null && edit.revision !== revision) {
    setWaiting(false);
    whenCaughtUp({ value: mergeEdits(edit.base, edit.value, saved), base: saved, revision });
  }
  return () => {
    setWaiting(true);
    revalidate();
  };
}

/** Leaving by a link of the page asks as leaving by the admin's menu does. */
function useLeaveGuard(dirty: boolean): void {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    window.shopify.saveBar.leaveConfirmation().then(blocker.proceed, blocker.reset);
  }, [blocker]);
}

type BarProps = { open: boolean; saving: boolean; onSave: () => void; onDiscard: () => void };

function Bar({ open, saving, onSave, onDiscard }: BarProps) {
  const { shell } = useTexts();
  return (
    <SaveBar open={open} id="save-bar">
      <button variant="primary" onClick={onSave} disabled={saving} {...(saving ? { loading: '' } : {})}>
        {shell.save}
      </button>
      <button onClick={onDiscard} disabled={saving}>
        {shell.discard}
      </button>
    </SaveBar>
  );
}

/** Plain data only, as it goes over the wire. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
