// @ts-check
import { generateClient } from './launch/prepare.mjs';

// npm run generate: the Prisma client, into generated/prisma.
await generateClient();
