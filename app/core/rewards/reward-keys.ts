// A reward's key names what was bought with points for ever: it is never changed, and never given to another reward.

type HasRewards = { readonly rewards?: readonly { readonly key: string }[] | undefined };

/** Among the keys that a program has used, a reward's bear this before them: no card's key holds a slash. */
const PREFIX = 'reward/';

/** Every key that a draft or a version has ever used for a reward. */
export function usedRewardKeys(rules: readonly HasRewards[]): Set<string> {
  return new Set(rules.flatMap(({ rewards = [] }) => rewards.map(({ key }) => `${PREFIX}${key}`)));
}

export function isUsedReward(key: string, used: ReadonlySet<string>): boolean {
  return used.has(`${PREFIX}${key}`);
}

/** `reward-1`, `reward-2` … the first that was never used. */
export function nextRewardKey(isTaken: (key: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const key = `reward-${number}`;
    if (!isTaken(key)) return key;
  }
}
