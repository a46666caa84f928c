// The function's code as one file, as it goes into Shopify's runtime.
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { EXTENSION } from './extension-files.ts';

export type Bundle = { code: string; modules: string[] };

export async function bundle(): Promise<Bundle> {
  const built = (await build({
    configFile: false,
    root: EXTENSION,
    logLevel: 'error',
    build: {
      write: false,
      minify: 'esbuild',
      target: 'es2022',
      lib: { entry: join(EXTENSION, 'src/index.ts'), formats: ['es'], fileName: 'function' },
    },
  })) as Rollup.RollupOutput[];
  const chunks = built.flatMap(({ output }) => output.filter((part) => part.type === 'chunk'));
  return {
    code: chunks.map(({ code }) => code).join(''),
    modules: chunks.flatMap((chunk) => chunk.moduleIds),
  };
}
