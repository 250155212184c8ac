import type { Texts } from '@/app/_text/texts';
import type { Viewer } from '@/lib/auth/viewer';
import { byteOrderMark, csvLine } from '@/lib/csv';
import { readAllInquiries } from '@/lib/inquiry/export/data';
import { writeMoment } from '@/lib/inquiry/export.rules';
import { firstReplyMinutes, type Inquiry, stateOf } from '@/lib/inquiry/state.rules';
import { inLocale } from '@/lib/locale';
import { writeAmount } from '@/lib/money';

const columns = [
  'arrived',
  'name',
  'email',
  'subject',
  'message',
  'arrival',
  'origin',
  'milestone',
  'share',
  'source',
  'state',
  'opened',
  'answered',
  'closed',
  'minutes',
  'replies',
  'outcome',
  'amount',
  'currency',
  'stream',
  'note',
  'nextStep',
  'nextStepOn',
] as const;
type Column = (typeof columns)[number];

/** Everyone who came to the viewer, as the bytes of a table; read while they are taken. */
export function inquiryTable(viewer: Viewer, t: Texts): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const batches = readAllInquiries(viewer);
  return new ReadableStream({
    start(controller) {
      const head = csvLine(columns.map((column) => t(`inbox.table.${column}`)));
      controller.enqueue(encoder.encode(byteOrderMark + head));
    },
    async pull(controller) {
      const { value, done } = await batches.next();
      if (done) return controller.close();
      const lines = value.map(({ inquiry, replies }) => {
        const values = valuesOf(inquiry, replies, viewer, t);
        return csvLine(columns.map((column) => values[column] ?? ''));
      });
      controller.enqueue(encoder.encode(lines.join('')));
    },
  });
}

function valuesOf(
  inquiry: Inquiry,
  replies: readonly string[],
  { zone, locale }: Viewer,
  t: Texts,
): Record<Column, string | null | undefined> {
  const { milestone, share, amount, stream, outcome, arrival } = inquiry;
  const at = (moment: Date | null) => moment && writeMoment(moment, zone);
  return {
    arrived: at(inquiry.arrivedAt),
    name: inquiry.name,
    email: inquiry.email,
    subject: t(`contact.subjects.${inquiry.subject}`),
    message: inquiry.message,
    arrival: t(`inbox.table.${arrival}`),
    origin: t(`streams.origins.${inquiry.origin}`),
    milestone:
      milestone &&
      (inLocale(milestone.title, locale) ||
        (milestone.stream && inLocale(milestone.stream.name, locale)) ||
        t(`kinds.${milestone.kind}`)),
    share: share && t(`shares.networks.${share.network}`),
    source: inquiry.source,
    state: t(`inbox.states.${stateOf(inquiry)}`),
    opened: at(inquiry.openedAt),
    answered: at(inquiry.answeredAt),
    closed: at(inquiry.closedAt),
    minutes: firstReplyMinutes(inquiry)?.toString(),
    replies: replies.join('\n\n'),
    outcome: outcome && t(`inbox.outcomes.${outcome}`),
    amount: amount && writeAmount(amount),
    currency: amount?.currency,
    stream: stream && inLocale(stream.name, locale),
    note: inquiry.note,
    nextStep: inquiry.nextStep,
    nextStepOn: inquiry.nextStepOn,
  };
}
