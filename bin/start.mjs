// @ts-check
import { nodeTooOld } from './launch/node-version.mjs';

// npm start. Nothing else is loaded before Node is known to be able to.
const problem = nodeTooOld(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}
const { start } = await import('./launch/start.mjs');
await start({ dev: false });
