import { tmpdir } from 'node:os';
import path from 'node:path';
import { testDatabaseUrl } from './postgres';

// What the app reads from its environment, whatever the shell that started the tests had in it.
process.env.DATABASE_URL = await testDatabaseUrl();
process.env.APP_SECRET = 'a secret for tests alone, longer than 32 characters';
process.env.APP_URL = 'http://localhost:3000';
// Nobody else's: what the database of these tests does not know is swept out of it.
process.env.UPLOADS = path.join(tmpdir(), `jisseki-test-uploads-${process.pid}`);
