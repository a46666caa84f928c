import { Text } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import type { WhoCount as Count } from '#app/core/who/who-count.ts';
import { asksTags, type Who } from '#app/core/who/who.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber } from '#app/ui/values/format.ts';
import { ask } from '../form/ask.ts';

/** Keystrokes closer together than this are counted once. */
const PAUSE_MS = 400;

/** How many members are meant now. @param who null while a condition can't be read, or lacks something */
export function WhoCount({ who }: { who: Who | null }) {
  const { who: say } = useTexts();
  const language = useLanguage();
  const count = useCount(who && JSON.stringify({ who }));
  const number = (found: number) => formatNumber(found, language);
  return (
    <div aria-live="polite">
      {count && who && (
        <Text as="p" tone="subdued">
          {count.waits
            ? say.countWaits
            : (count.isAbout ? say.countAbout : say.count)(number(count.among), number(count.members))}
          {asksTags(who) && !count.waits && ` ${say.countBeforeTags}`}
        </Text>
      )}
    </div>
  );
}

type Answered = { question: string; count: Count | null };

/** Null until it is counted, and where that failed: nothing depends on it. */
function useCount(question: string | null): Count | null {
  const [answered, setAnswered] = useState<Answered | null>(null);
  useEffect(() => {
    if (question === null) return;
    const given = new AbortController();
    const send = async () => {
      const count = await ask<Count>('/app/members/among', question, given.signal);
      if (!given.signal.aborted) setAnswered({ question, count });
    };
    const timer = setTimeout(() => void send(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [question]);
  return answered !== null && answered.question === question ? answered.count : null;
}
