import { limits } from '../limits';
import { ok, type Result, refuse } from '../result';

/**
 * Names that would read as the house speaking, or as one of its addresses. A record lives below
 * `/u/`, so nothing breaks if one slips through; people would be misled.
 */
const reserved = new Set(
  `about abuse access account accounts activate admin administrator admins ads advertise advertising
  announcement announcements anonymous api apis app apps assets auth authentication authorize badge
  badges billing blog board bot bots business callback card careers cdn checkout climb community
  config contact contributor cookie cookies copyright dashboard delete desk dev developer developers
  dns docs document documentation documents domain download edit editor email embed employee error
  everyone evidence faq favicon feed feeds feedback finance forgot forum founder ftp goal goals
  guest guide handle health help helpdesk home hostmaster html http https icon image images imap
  index info inquiry invite jisseki job jobs json ladder legal license live livez localhost
  log login logout mail mailer mailerdaemon marketing me media member members milestone milestones
  moderator moderators mod mods myself new news newsletter nobody noc noreply notice notices null
  oauth official officials operator ops owner page pages password pay payment payments pop postmaster
  press pricing privacy profile public qr readyz record records register registration report reset
  robots root rss rule rules safety sales script search secure security server service services
  session sessions setting settings setup share shares shop signin signout signup sitemap smtp
  something ssl staff static stats status store stream streams subscribe support sys sysadmin system
  team teams terms tls token trust undefined unsubscribe update updates upload user username users
  verification verified verify visit visits void web webhook webhooks webmaster website wellknown
  widget work wpad www xml you your`.split(/\s+/),
);

export type HandleReason = 'required' | 'handle-shape' | 'handle-reserved';

const shape = new RegExp(`^[a-z0-9-]{${limits.handle.min},${limits.handle.max}}$`);

/** Whether text could be the handle of a record at all. */
export function isHandleShape(text: string): boolean {
  return shape.test(text);
}

/**
 * Reads a handle as typed; capitals are lowered. `xn--` would be another script in disguise.
 */
export function parseHandle(typed: string): Result<string, HandleReason> {
  const handle = typed.trim().toLowerCase();
  if (handle === '') return refuse('required');
  if (!shape.test(handle) || !/[a-z0-9]/.test(handle)) return refuse('handle-shape');
  if (handle.startsWith('xn--') || isReserved(handle)) return refuse('handle-reserved');
  return ok(handle);
}

/** `sup-port` and `jisseki-support` claim as much as `support` does. */
function isReserved(handle: string): boolean {
  const bare = handle.replaceAll('-', '');
  const without = bare.replaceAll('jisseki', '');
  return reserved.has(bare) || (without !== bare && (without === '' || reserved.has(without)));
}

/** The handle of the example record that a fresh installation is seeded with. */
export const exampleHandle = 'hana';
