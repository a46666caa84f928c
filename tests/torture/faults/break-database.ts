// The database ends at once and comes back, or cuts everybody's connections.
import type { TortureFault } from './torture-fault.ts';

export const crashDatabase: TortureFault = {
  name: 'database stop',
  weight: 2,
  async strike(random, { database }) {
    await database.crash(random.whole(0, 3_000));
    return true;
  },
};

export const cutConnections: TortureFault = {
  name: 'connections cut',
  weight: 2,
  async strike(_random, { database, counts }) {
    counts.add('connections that were cut', await database.cut());
    return true;
  },
};
