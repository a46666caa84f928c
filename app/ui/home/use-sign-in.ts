import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../form/ask.ts';
import { useReturn } from './use-return.ts';

/** Whether the shop shows customers a link to sign in; null until Shopify told, `unknown` where it doesn't. */
export type SignInLinks = boolean | 'unknown' | null;

const ASKED = JSON.stringify({ do: 'ask-sign-in' });

/** Asked at first, and again whenever the merchant comes back, perhaps from Shopify's settings, until it is so. */
export function useSignIn(): SignInLinks {
  const [shown, setShown] = useState<SignInLinks>(null);
  const known = useRef(false);
  const look = useCallback(() => {
    if (known.current) return;
    void ask<{ shown: boolean | null }>('/app/sign-in', ASKED, null).then((answer) => {
      known.current = answer?.shown === true;
      setShown(answer?.shown ?? 'unknown');
    });
  }, []);
  useEffect(look, [look]);
  useReturn(look);
  return shown;
}
