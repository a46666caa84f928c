// Shopify's CLI starts the bundle here; the name is the toml's `export` in camel case.
import { run } from './run.ts';

export const cartLinesDiscountsGenerateRun = run;
