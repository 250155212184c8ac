// @ts-check
import { importTypeScript } from '../launch/typescript.mjs';

// A process of its own, so that its memory is what exports and restores take.
const { runExchange } = await importTypeScript('bin/bench/exchange-rounds.ts');
const found = await runExchange(JSON.parse(process.argv[2] ?? '{}'));
process.send?.(found, () => process.exit(0));
