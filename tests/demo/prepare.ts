// What a start needs before anything of the app runs: the database, and the first time the app's build.
import { buildApp, isBuilt } from '#tests/tools/build-app.ts';
import { startDatabase, type DemoDatabase } from './database.ts';
import { withProgress } from './progress.ts';
import type { DemoSettings } from './settings.ts';

/** The build takes longest and asks no database, so both are made at once. @param onStarted is told how to stop it */
export async function prepare(
  settings: DemoSettings,
  onStarted: (stop: () => Promise<void>) => void,
): Promise<DemoDatabase> {
  const start = async () => {
    const database = await startDatabase(settings);
    onStarted(database.stop);
    return database;
  };
  if (isBuilt()) return withProgress('Starting the database', start);
  const both = () => Promise.all([start(), buildApp()]);
  const [database] = await withProgress('Building the app, once, and starting the database', both);
  return database;
}
