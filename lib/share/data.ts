import type { Viewer } from '../auth/viewer';
import { asOwner, type Prisma } from '../db';
import { type Bilingual, isLocale, type Locale } from '../locale';
import { isKind, type Kind } from '../milestone/rules';
import { isNetwork, type Network } from './networks.rules';

/** One publication on one network, as its owner reads it. */
export type Share = {
  readonly id: string;
  readonly code: string;
  /** Null: the record as a whole. */
  readonly milestone: {
    readonly id: string;
    readonly kind: Kind;
    readonly title: Bilingual;
    readonly stream: { readonly name: Bilingual } | null;
    /** Deleted: the short address leads nowhere until that is taken back. */
    readonly isGone: boolean;
  } | null;
  readonly occasion: string | null;
  readonly network: Network;
  readonly server: string | null;
  readonly language: Locale;
  readonly text: string;
  readonly version: number;
  readonly createdAt: Date;
  /** Null: a draft. */
  readonly sentAt: Date | null;
};

const withMilestone = {
  milestone: {
    select: {
      id: true,
      kind: true,
      titleJa: true,
      titleEn: true,
      deletedAt: true,
      stream: { select: { nameJa: true, nameEn: true } },
    },
  },
} as const satisfies Prisma.ShareInclude;

type Row = Prisma.ShareGetPayload<{ include: typeof withMilestone }>;

/** The viewer's shares, newest first, at most `most`. */
export async function listShares(viewer: Viewer, most: number): Promise<Share[]> {
  const rows = await asOwner(viewer, (tx) =>
    tx.share.findMany({
      where: { ownerId: viewer.userId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: most,
      include: withMilestone,
    }),
  );
  return rows.map(fromRow);
}

/** One share, or null where this person has none of that id. */
export async function getShare(viewer: Viewer, id: string): Promise<Share | null> {
  const row = await asOwner(viewer, (tx) =>
    tx.share.findFirst({ where: { ownerId: viewer.userId, id }, include: withMilestone }),
  );
  return row && fromRow(row);
}

/** The occasions that the viewer chose not to publicise. */
export async function listPassedOver(viewer: Viewer): Promise<ReadonlySet<string>> {
  const rows = await asOwner(viewer, (tx) =>
    tx.passedOver.findMany({ where: { ownerId: viewer.userId }, select: { occasion: true } }),
  );
  return new Set(rows.map(({ occasion }) => occasion));
}

function fromRow(row: Row): Share {
  const { milestone } = row;
  if (!isNetwork(row.network)) throw new Error(`Share ${row.id} has an unknown network.`);
  return {
    id: row.id,
    code: row.code,
    milestone: milestone && {
      id: milestone.id,
      kind: isKind(milestone.kind) ? milestone.kind : 'work',
      title: { ja: milestone.titleJa, en: milestone.titleEn },
      stream: milestone.stream && {
        name: { ja: milestone.stream.nameJa, en: milestone.stream.nameEn },
      },
      isGone: milestone.deletedAt !== null,
    },
    occasion: row.occasion,
    network: row.network,
    server: row.server,
    language: isLocale(row.language) ? row.language : 'ja',
    text: row.text,
    version: row.version,
    createdAt: row.createdAt,
    sentAt: row.sentAt,
  };
}
