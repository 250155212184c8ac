import type { Viewer } from '@/lib/auth/viewer';
import { listKeptNames } from '@/lib/leak/data';
import { type Hit, nameFinder } from '@/lib/leak/rules';
import { yesTo } from '@/lib/leak/yes.rules';
import { titleOf } from '@/lib/milestone/rules';
import { listShown, type ShownMilestone } from '@/lib/milestone/showing/data';
import { paths } from '@/lib/paths';
import { listPermissions } from '@/lib/permission/data';
import type { Permission } from '@/lib/permission/rules';
import { getRecord, type OwnRecord } from '@/lib/record/data';
import { readableAddress } from '../_address';

/** A text that others see or will see, with the names in it that its owner keeps out. */
export type Leak = {
  /** Where it is changed. */
  readonly href: string;
  /** Of which milestone; null: of the record itself. */
  readonly title: string | null;
  readonly text: string;
  readonly hits: readonly Hit[];
};

type Source = { readonly href: string; readonly title: string | null; readonly text: string };

/** Every public text of the viewer's that names what they keep out. */
export async function findLeaks(viewer: Viewer): Promise<Leak[]> {
  const names = await listKeptNames(viewer);
  if (names.length === 0) return [];
  const [record, shown, permissions] = await Promise.all([
    getRecord(viewer),
    listShown(viewer),
    listPermissions(viewer),
  ]);
  const sources = [
    ...textsOfRecord(record),
    ...shown.flatMap((one) => textsOfMilestone(one, permissions.get(one.id), viewer)),
  ];
  const find = nameFinder(names);
  const leaks: Leak[] = [];
  for (const [i, source] of sources.entries()) {
    // Others are answered in between, however long this record is.
    if (i % 500 === 499) await new Promise((goOn) => setImmediate(goOn));
    const hits = find(source.text);
    if (hits.length > 0) leaks.push({ ...source, hits });
  }
  return leaks;
}

/** What a yes to all of these says. */
export function yesToAll(leaks: readonly Leak[]): string {
  return yesTo(leaks.map(({ href, text, hits }) => ({ place: href, text, hits })));
}

function textsOfRecord(record: OwnRecord): Source[] {
  const { showing, headline, about } = record;
  const name = showing.isEmployerSafe ? showing.penName : record.displayName;
  const texts = [
    name,
    record.handle,
    headline.ja,
    headline.en,
    about.ja,
    about.en,
    ...record.contactLinks.map(readableAddress),
  ];
  return texts.flatMap((text) => (text ? [{ href: paths.record, title: null, text }] : []));
}

/** Whether the named texts or the ones without a name show is for the client to say, so all are read. */
function textsOfMilestone(
  one: ShownMilestone,
  permission: Permission | undefined,
  { locale }: Viewer,
): Source[] {
  const { title, story, stream, issuer, measure, tags, links } = one;
  const texts = [
    title.ja,
    title.en,
    story.ja,
    story.en,
    stream?.name.ja,
    stream?.name.en,
    issuer,
    measure?.name,
    ...tags,
    ...links.map(({ url }) => readableAddress(url)),
    permission?.title.ja,
    permission?.title.en,
    permission?.story.ja,
    permission?.story.en,
  ];
  const source = { href: paths.milestone(one.id), title: titleOf(one, locale) };
  return texts.flatMap((text) => (text ? [{ ...source, text }] : []));
}
