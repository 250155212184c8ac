import { dumpDatabase } from '@/prisma/backup/dump';
import { restoreDatabase } from '@/prisma/backup/load';

/*
 * A process of its own that is killed in the middle of a backup or a restore:
 * cut-short.ts dump|restore|replace <database> <file> <the table after which it ends>
 */
const [what, url = '', file = '', last] = process.argv.slice(2);
const onTable = (table: string) => {
  if (table === last) process.kill(process.pid, 'SIGKILL');
};
if (what === 'dump') await dumpDatabase(url, file, { madeBy: 'a test', onTable });
else await restoreDatabase(url, file, { onTable, replace: what === 'replace' });
