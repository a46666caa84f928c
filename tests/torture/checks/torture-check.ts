// One thing that must hold once all is at rest.
import type { World } from '../world/world.ts';

/** `compared`: how many things were looked at; `wrong`: one line for each that isn't as it should be; `stories`: how some of them came about. */
export type Checked = { compared: number; wrong: string[]; stories?: string[] };

export type TortureCheck = { name: string; look(world: World): Promise<Checked> };
