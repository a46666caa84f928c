import { useEffect, useState } from 'react';
import type { SetupErrors, SetupForm } from '#app/core/editing/setup/first-setup.ts';
import { nounText } from '#app/core/editing/typed-noun.ts';
import type { Language } from '#app/core/values/languages.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { WaitingSetup } from './home-data.ts';
import { useHomeAction } from './use-home-action.ts';

export type ChosenKind = 'collection' | 'product';
export type Chosen = { id: string; title: string };

type Typed = Omit<SetupForm, 'productIds' | 'collectionIds'>;

const numberOf = ({ id }: Chosen) => id.split('/').at(-1) ?? '';

function firstTyped({ title, noun, size, pointsOn }: WaitingSetup, language: Language): Typed {
  return {
    language,
    cardOn: true,
    title: title[language],
    noun: noun ? nounText(noun[language]) : '',
    size,
    pointsOn,
    birthdayOn: false,
  };
}

/** What the merchant types in the first step, its errors beside their fields, and its publication. */
export function useSetup(waiting: WaitingSetup) {
  const language = useLanguage();
  const [typed, setTyped] = useState(() => firstTyped(waiting, language));
  const [chosen, setChosen] = useState<Record<ChosenKind, Chosen[]>>({ collection: [], product: [] });
  const form: SetupForm = {
    ...typed,
    productIds: chosen.product.map(numberOf),
    collectionIds: chosen.collection.map(numberOf),
  };
  const { publish, busy, waits, refused } = usePublishing(form);
  const { errors, mend } = useErrors(refused?.reason === 'invalid' ? refused.errors : null);
  const change = (fields: Partial<Typed>) => {
    setTyped({ ...typed, ...fields });
    mend(Object.keys(fields));
  };
  const choose = (kind: ChosenKind, picked: Chosen[]) => {
    setChosen((before) => ({ ...before, [kind]: picked }));
    if (picked.length > 0) mend(['products']);
  };
  const refusal = useRefusal(refused?.reason ?? null);
  return { form, chosen, errors, change, choose, publish, busy, waits, refusal };
}

export type Setup = ReturnType<typeof useSetup>;

function usePublishing(form: SetupForm) {
  const { guide } = useTexts();
  const { send, busy, waits, answer } = useHomeAction();
  useEffect(() => {
    if (answer?.ok) window.shopify.toast.show(guide.published);
  }, [answer, guide]);
  const publish = () => send({ do: 'publish-setup', ...form });
  return { publish, busy, waits, refused: answer && !answer.ok ? answer : null };
}

/** Of the latest answer, less those of fields that were changed since; what is switched is all of them. */
function useErrors(told: SetupErrors | null) {
  const [mended, setMended] = useState<{ of: SetupErrors | null; fields: readonly string[] }>({
    of: told,
    fields: [],
  });
  const fields = mended.of === told ? mended.fields : [];
  const mend = (changed: readonly string[]) => {
    const switches = changed.some((field) => field.endsWith('On')) ? ['cardOn'] : [];
    setMended({ of: told, fields: [...fields, ...changed, ...switches] });
  };
  const left = Object.entries(told ?? {}).filter(([field]) => !fields.includes(field));
  return { errors: Object.fromEntries(left) as SetupErrors, mend };
}

function useRefusal(reason: string | null): string | null {
  const { home, program } = useTexts();
  const refusals: Record<string, string> = {
    'edited-elsewhere': home.cardStepElsewhere,
    tooMuchForCart: program.problems.tooMuchForCart,
    functionsNotAvailable: program.setupNeedsPrice,
    'not-saved': home.publishFailed,
  };
  return (reason !== null && refusals[reason]) || null;
}
