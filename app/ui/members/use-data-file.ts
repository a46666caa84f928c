import { useFetcher } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { NotSaved } from '#app/ui/form/keep-what-was-typed.ts';
import { saveFile } from '#app/ui/form/save-file.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Answer = { ok: true; file: object } | NotSaved;

/** Everything that is stored of a customer, as a file. */
export function useDataFile(customerId: string): { download: () => void; busy: boolean } {
  const { members, shell } = useTexts();
  const fetcher = useFetcher<Answer>();
  const { state, data } = fetcher;
  const underWay = useRef(false);
  useEffect(() => {
    // Not later: once the page is read anew, an answered request is gone from it, and this hook with it.
    if (state === 'submitting' || !underWay.current || !data) return;
    underWay.current = false;
    const answer = data;
    if (answer.ok) saveFile(jsonFile(answer.file), `sixth-customer-${customerId}.json`);
    window.shopify.toast.show(answer.ok ? members.downloaded : shell.notSaved, { isError: !answer.ok });
  }, [state, data, customerId, members, shell]);
  const download = () => {
    if (underWay.current) return;
    underWay.current = true;
    fetcher.submit(JSON.stringify({ customerId }), {
      method: 'post',
      action: '/app/members/requests',
      encType: 'application/json',
    });
  };
  return { download, busy: state !== 'idle' };
}

const jsonFile = (content: object) =>
  new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' });
