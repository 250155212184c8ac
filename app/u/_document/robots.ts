import { paths } from '@/lib/paths';

/** Addresses of the app itself that anyone may come to. All others are the desk's. */
const open: readonly string[] = [
  paths.home,
  paths.signUp,
  paths.signIn,
  paths.recordSchema,
  paths.exportSchema,
  paths.sitemap,
  paths.robots,
];

/**
 * Where crawlers may go: to the documents, not to the desk. Names no record; one that must not be
 * listed says so itself, and could not if crawlers were kept from reading it.
 */
export function robotsTxt(origin: string): string {
  const desk = Object.values(paths)
    .filter((path) => typeof path === 'string')
    .filter((path) => !open.includes(path));
  // A rule holds for whatever begins like it.
  const rules = desk.filter((path) => !desk.some((other) => path.startsWith(`${other}/`)));
  const closed = [...rules, paths.permission(''), paths.unsubscribe(''), '/api/'];
  return [
    'User-agent: *',
    'Allow: /u/',
    ...closed.sort().map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${origin}${paths.sitemap}`,
    '',
  ].join('\n');
}
