// Something that goes wrong around the app for a while. `strike` returns once it is over.
import type { Random } from '../random.ts';
import type { World } from '../world/world.ts';

export type TortureFault = {
  name: string;
  /** How often beside the others. */
  weight: number;
  /** False where there was nothing to strike. */
  strike(random: Random, world: World): Promise<boolean>;
};
