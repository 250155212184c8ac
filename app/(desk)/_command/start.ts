import { uuidv7 } from 'uuidv7';
import type { Reason } from '@/app/_server/form-state';
import { type Texts, textsIn } from '@/app/_text/texts';
import type { Option } from '@/app/_ui/field';
import type { Viewer } from '@/lib/auth/viewer';
import { type Day, today } from '@/lib/calendar';
import { captureReasons } from '@/lib/capture/rules';
import { subjectKinds } from '@/lib/capture/schema';
import { purposes } from '@/lib/effort/rules';
import { inLocale, type Locale } from '@/lib/locale';
import { getLastIncome } from '@/lib/milestone/data';
import { kinds, type Visibility, visibilities } from '@/lib/milestone/rules';
import { type Currency, currencies, localCurrency } from '@/lib/money';
import { getShowing } from '@/lib/record/data';
import { listStreams } from '@/lib/stream/data';
import { keysOf } from '@/lib/stream/rules';
import { commandsIn } from './commands';
import { formTexts } from './form-texts';
import type { Command } from './match';

/** All that reading a line and saving it needs in the browser; plain data, for it travels as JSON. */
export type CaptureStart = {
  /** Of the milestone or effort that will be saved. */
  readonly id: string;
  readonly language: Locale;
  readonly today: Day;
  /** Of an amount that names none. */
  readonly currency: Currency;
  /** Of a milestone that says nothing of it. */
  readonly visibility: Visibility;
  /** Open streams by name; keys of the closed ones too. */
  readonly streams: readonly string[];
  readonly streamKeys: readonly string[];
  readonly whats: readonly Option[];
  readonly currencies: readonly Option[];
  readonly visibilities: readonly Option[];
  readonly subjectKinds: readonly Option[];
  readonly examples: readonly string[];
  readonly commands: readonly Command[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly texts: ReturnType<typeof formTexts>;
};

/** What quick capture begins with for a person, now. */
export async function captureStart(viewer: Viewer, now: Date): Promise<CaptureStart> {
  const [streams, last, showing] = await Promise.all([
    listStreams(viewer),
    getLastIncome(viewer),
    getShowing(viewer),
  ]);
  const t = textsIn(viewer.locale);
  return {
    id: uuidv7(),
    language: viewer.locale,
    today: today(viewer.zone, now),
    currency: last?.currency ?? localCurrency(viewer.zone),
    visibility: showing.defaultVisibility,
    streams: [
      ...new Set(
        streams.flatMap(({ name, closedAt }) =>
          closedAt === null ? [inLocale(name, viewer.locale) ?? ''] : [],
        ),
      ),
    ],
    streamKeys: streams.flatMap(({ name }) => keysOf(name)),
    ...choices(t),
    commands: commandsIn(viewer.locale),
    reasons: Object.fromEntries(
      captureReasons.map((reason: Reason) => [reason, t(`errors.${reason}`)]),
    ),
    texts: formTexts(t),
  };
}

function choices(t: Texts) {
  return {
    whats: [
      ...kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
      ...purposes.map((purpose) => ({ value: purpose, label: t(`capture.${purpose}`) })),
    ],
    currencies: currencies.map((code) => ({ value: code, label: code })),
    visibilities: visibilities.map((value) => ({ value, label: t(`visibilities.${value}`) })),
    subjectKinds: subjectKinds.map((value) => ({ value, label: t(`capture.${value}`) })),
    examples: ([1, 2, 3, 4, 5] as const).map((number) => t(`capture.example${number}`)),
  };
}
