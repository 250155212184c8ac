// @ts-check
import { writeFileSync } from 'node:fs';
import { importTypeScript } from './typescript.mjs';

// Run by demo.mjs with DATABASE_URL and APP_SECRET set; writes the demo sign-in to the file named.
const [file = ''] = process.argv.slice(2);
const { seedDemo } = await importTypeScript('prisma/seed.ts');
const demo = await seedDemo();
writeFileSync(file, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
// The app's connection pool would keep the process waiting.
process.exit(0);
