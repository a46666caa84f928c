import type { MomentPauses } from '#app/core/moments/moment-pauses.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { PauseCard } from '../../editing/pause-card.tsx';

type Props = { momentKey: string; name: string; pauses: MomentPauses };

/** Pauses one moment, or starts it again. */
export function MomentPause({ momentKey, name, pauses }: Props) {
  const { pausedMoments: say } = useTexts();
  const { heading, help, button, title, sure } = say[pauses.since === null ? 'stop' : 'start'];
  const { stopped, started } = say.done;
  return (
    <PauseCard
      paused={pauses.since !== null}
      say={{ heading, help, button, title: title(name), sure }}
      done={{ stopped, started }}
      moment={momentKey}
    />
  );
}
