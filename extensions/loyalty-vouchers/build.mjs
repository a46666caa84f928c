import { buildFunction } from '../function-parts/build-function.mjs';

await buildFunction(import.meta.dirname);
