// Where this process stands between its start and its end, for whoever asks it and for what it answers.

type Phase = 'starting' | 'running' | 'stopping';

let phase: Phase = 'running';

/** To be called by what isn't ready from its first moment on, and by what was told to stop. */
export function enterPhase(next: Phase): void {
  phase = next;
}

export const phaseNow = (): Phase => phase;
