import type { Viewer } from '../../auth/viewer';
import { asOwner } from '../../db';
import type { InquirySettings } from './mutations';

export type BlockedSender = { readonly email: string; readonly blockedAt: Date };

export type OwnInquirySettings = InquirySettings & {
  readonly version: number;
  /** Whether the record can be read at all; else nobody finds the form. */
  readonly isPublished: boolean;
  /** Whether the part of the record's page with the button shows. */
  readonly showsContact: boolean;
  /** Last blocked first. */
  readonly blocked: readonly BlockedSender[];
};

/** The viewer's settings of the contact form, and whom they do not hear from. */
export async function getInquirySettings(viewer: Viewer): Promise<OwnInquirySettings> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const record = await tx.record.findUniqueOrThrow({ where: { ownerId } });
    const blocked = await tx.blockedSender.findMany({
      where: { ownerId },
      orderBy: [{ blockedAt: 'desc' }, { email: 'asc' }],
      select: { email: true, blockedAt: true },
    });
    const { takesInquiries, showsResponse, inquiryDays, version, publishedAt, sections } = record;
    return {
      takesInquiries,
      showsResponse,
      inquiryDays,
      version,
      isPublished: publishedAt !== null,
      showsContact: sections.includes('contact'),
      blocked,
    };
  });
}
