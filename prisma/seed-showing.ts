import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/lib/auth/viewer';
import { addMonths, monthOf, today } from '@/lib/calendar';
import { asOwner } from '@/lib/db';
import { setKeptNames } from '@/lib/leak/mutations';
import { listMilestones } from '@/lib/milestone/data';
import type { Milestone } from '@/lib/milestone/rules';
import { pinMilestone } from '@/lib/milestone/showing/mutations';
import { answerPermission, askPermission } from '@/lib/permission/mutations';
import { makeShare, markSent } from '@/lib/share/mutations';
import { coarser, keptNames, named, pinned, posts } from './example-showing';

/** What the example person shows first, whom they asked, what they keep out and where they shared. */
export async function seedShowing(viewer: Viewer, now: Date): Promise<void> {
  const { milestones } = await listMilestones(viewer, {}, null, 100);
  const titled = (title: string): Milestone => {
    const found = milestones.find((one) => one.title.ja === title);
    if (!found) throw new Error(`The example has no milestone “${title}”.`);
    return found;
  };
  // The last pinned stands first.
  for (const [i, title] of [...pinned].reverse().entries()) {
    await pinMilestone(viewer, titled(title).id, new Date(now.getTime() + i));
  }
  const thisMonth = monthOf(today(viewer.zone, now));
  for (const { stream, ago, grain } of coarser) {
    const month = addMonths(thisMonth, -ago);
    const income = milestones.find(
      (one) => one.stream?.name.ja === stream && monthOf(one.happened.day) === month,
    );
    if (!income) throw new Error(`The example has no income from “${stream}” in ${month}.`);
    await asOwner(viewer, (tx) =>
      tx.milestone.updateMany({
        where: { ownerId: viewer.userId, id: income.id },
        data: { disclosure: grain },
      }),
    );
  }
  await setKeptNames(viewer, keptNames, now);
  const client = titled(named.title);
  const asked = await askPermission(viewer, client.id, named.anonymous, now);
  if (!asked.ok) throw new Error(asked.reason);
  const { code } = asked.value;
  await answerPermission(code, 'granted', 1, now);
  for (const { title, network, language, text, daysAgo } of posts) {
    const id = uuidv7();
    const milestoneId = title ? titled(title).id : null;
    const share = { id, milestoneId, occasion: null, network, server: null, language };
    const sentAt = new Date(now.getTime() - daysAgo * 86_400_000);
    await makeShare(viewer, share, () => text, sentAt);
    await markSent(viewer, id, sentAt);
  }
}
