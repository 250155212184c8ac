import { asVisitor, Prisma } from '../../db';
import { isHandleShape } from '../rules';
import { published } from './seen';

/** What who writes to a record's owner may know before they do. */
export type PublicContact = {
  readonly handle: string;
  readonly displayName: string;
  readonly isExample: boolean;
  /** Whether the contact form is open. */
  readonly takesInquiries: boolean;
  /** Days that a message is kept once it was dealt with; null: until it is deleted. */
  readonly inquiryDays: number | null;
  /** The network of the share they came by, where it is one of this record. */
  readonly network: string | null;
};

/**
 * Whom the forms at the published record of `handle` go to; null where there is none. `shareCode` is
 * whatever an address said.
 */
export async function readContact(
  handle: string,
  shareCode: string | null,
): Promise<PublicContact | null> {
  if (!isHandleShape(handle)) return null;
  const code = shareCode && /^[A-Za-z0-9]{10}$/.test(shareCode) ? shareCode : '';
  const [found] = await asVisitor<PublicContact>(Prisma.sql`/* public */ SELECT r.handle,
      CASE WHEN r.employer_safe_at IS NULL THEN r.display_name ELSE r.pen_name END AS "displayName",
      r.is_example AS "isExample", r.takes_inquiries AS "takesInquiries",
      r.inquiry_days AS "inquiryDays",
      (SELECT s.network FROM share s WHERE s.owner_id = r.owner_id AND s.code = ${code}) AS network
    FROM record r WHERE r.handle = ${handle} AND ${published}`);
  return found ?? null;
}
