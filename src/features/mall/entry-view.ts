import { z } from 'zod';
import type { EntryIcon, EntryView } from '../../../web/mall/views.ts';
import type { Words } from '../../../web/mall/words.ts';
import type { JournalRow } from '../../domain/journal.ts';
import { minorPerMajor } from '../../domain/money.ts';
import { boughtEarlierAtMs, COUNTER_CHANNEL, orderNumberOf } from '../../domain/order.ts';
import { add, multiply, ZERO } from '../../domain/rational.ts';
import { numberOf } from '../../domain/redemption/redemption-number.ts';
import { pickText } from '../../messages/localized-text.ts';
import { exactText } from './exact-text.ts';

const rate = z.object({ numerator: z.int(), denominator: z.int().min(1) });
const orderBody = z.object({
  order: z.object({
    channel: z.string(),
    orderId: z.string(),
    points: z.int(),
    status: z.string().optional(),
    occurredAtMs: z.int().nullish(),
    availableAtMs: z.int().nullish(),
    trace: z.object({
      programmeVersion: z.int(),
      points: z.int(),
      lines: z.array(z.object({ category: z.string().nullable(), amountMinor: z.int(), rate })),
      visit: z.object({ points: z.int() }).optional(),
    }),
  }),
});
const redemptionBody = z.object({
  redemption: z.object({
    redemptionId: z.string(),
    lines: z.array(z.object({ names: z.record(z.string(), z.string()) })),
  }),
});
const signUpBody = z.object({ reason: z.literal('sign_up'), programmeVersion: z.int() });
const importBody = z.object({
  movement: z.enum(['balance', 'earned', 'redeemed', 'expired']),
  occurredAtMs: z.int(),
  availableAtMs: z.int().nullish(),
});
const reversalBody = z.object({ source: z.object({ kind: z.literal('import_reversal') }) });
const adjustmentBody = z.object({ reason: z.string() });

type OrderBody = z.infer<typeof orderBody>['order'];

/** Rows of a purchase list this many lines; the rest are in the sum. */
const LINES_MAX = 8;

const ICONS: Partial<Record<JournalRow['type'], EntryIcon>> = {
  'points.earned': 'bought',
  'points.redeemed': 'redeemed',
  'points.returned': 'returned',
  'points.adjusted': 'adjusted',
  'points.expired': 'expired',
  'points.clawed_back': 'taken',
  'points.written_off': 'adjusted',
};

/** One movement in words, with the computation that led to it. A row from a later release still shows. */
export function entryView(words: Words, row: JournalRow, currency: string): EntryView {
  const points = Number(row.body.points);
  const imported = importBody.safeParse(row.body);
  if (imported.success) return importView(words, row, imported.data);
  return {
    seq: row.seq,
    icon: signUpBody.safeParse(row.body).success ? 'other' : (ICONS[row.type] ?? 'other'),
    atMs: row.atMs,
    points,
    balanceAfter: Number(row.body.balanceAfter),
    ...reasonOf(words, row, points, currency),
    href: hrefOf(row),
    ...timesOf(words, row),
  };
}

/** What came with a list of older cards: what it was there, and when. */
function importView(words: Words, row: JournalRow, imported: z.infer<typeof importBody>): EntryView {
  const { t, nowMs } = words;
  const { movement, occurredAtMs, availableAtMs } = imported;
  const note = z.string().safeParse(row.detail?.note);
  return {
    seq: row.seq,
    icon: movement === 'redeemed' || movement === 'expired' ? movement : 'other',
    atMs: row.atMs,
    points: Number(row.body.points),
    balanceAfter: Number(row.body.balanceAfter),
    label: t(`imported.${movement}`),
    subject: note.success ? { text: note.data, lang: null } : null,
    why: [t('imported.why')],
    href: null,
    boughtAtMs: null,
    importedFromMs: occurredAtMs,
    pendingUntilMs: availableAtMs != null && availableAtMs > nowMs ? availableAtMs : null,
  };
}

/** The redemption that a movement belongs to has a page of its own. */
function hrefOf(row: JournalRow): string | null {
  const parsed = redemptionBody.safeParse(row.body);
  return parsed.success ? `/redemptions/${parsed.data.redemption.redemptionId}` : null;
}

/** Of a purchase, what else than its entry's own time she would ask for. */
function timesOf(
  { format, nowMs }: Words,
  row: JournalRow,
): Pick<EntryView, 'boughtAtMs' | 'pendingUntilMs'> {
  const parsed = orderBody.safeParse(row.body);
  const { occurredAtMs, availableAtMs } =
    parsed.success && row.type === 'points.earned' ? parsed.data.order : {};
  const dayOf = (atMs: number) => format.date(atMs, nowMs);
  return {
    boughtAtMs: boughtEarlierAtMs({ occurredAtMs, reportedAtMs: row.atMs }, dayOf),
    pendingUntilMs: availableAtMs != null && availableAtMs > nowMs ? availableAtMs : null,
  };
}

type Reason = Pick<EntryView, 'label' | 'subject' | 'why'>;

function reasonOf(words: Words, row: JournalRow, points: number, currency: string): Reason {
  const { t } = words;
  switch (row.type) {
    case 'points.earned':
      return earned(words, row, currency);
    case 'points.clawed_back':
      if (reversalBody.safeParse(row.body).success)
        return { label: t('imported.takenBack'), subject: null, why: [t('imported.whyTakenBack')] };
      return takenBack(words, row, points);
    case 'points.written_off':
      return undone(words, row, t('points.entryWrittenOff'), () => []);
    case 'points.redeemed':
      return redemption(words, row, t('points.entryRedeemed'), [t('points.whyUsedFirst')]);
    case 'points.returned':
      return redemption(words, row, t('points.entryReturned'), []);
    case 'points.adjusted':
      return adjusted(words, row);
    case 'points.expired':
      return { label: t('points.entryExpired'), subject: null, why: [t('points.whyExpired')] };
    default:
      return { label: t('points.entryOther'), subject: null, why: [] };
  }
}

function earned(words: Words, row: JournalRow, currency: string): Reason {
  const joining = signUpBody.safeParse(row.body);
  if (joining.success) {
    const { programmeVersion: version } = joining.data;
    return {
      label: words.t('points.entrySignUp'),
      subject: null,
      why: [words.t('points.whySignUp'), words.t('points.whyVersion', { version })],
    };
  }
  const parsed = orderBody.safeParse(row.body);
  if (!parsed.success) return { label: words.t('points.entryEarned'), subject: null, why: [] };
  const { order } = parsed.data;
  const inShop = order.channel === COUNTER_CHANNEL;
  return {
    label: words.t(inShop ? 'points.entryEarnedInShop' : 'points.entryEarned'),
    subject: numberSubject(order),
    why: computation(words, order, currency),
  };
}

/** What a later event took from a purchase, or forgave: the label needs the purchase's name after it. */
function undone(words: Words, row: JournalRow, label: string, why: (order: OrderBody) => string[]): Reason {
  const parsed = orderBody.safeParse(row.body);
  if (!parsed.success) return { label, subject: null, why: [] };
  const { order } = parsed.data;
  const nameless = { text: words.t('points.entryEarnedInShop'), lang: words.locale };
  return { label, subject: numberSubject(order) ?? nameless, why: why(order) };
}

function numberSubject(order: OrderBody): Reason['subject'] {
  const number = orderNumberOf(order);
  return number === null ? null : { text: number, lang: null };
}

function rule({ t }: Words, order: OrderBody): string {
  const version = order.trace.programmeVersion;
  const number = orderNumberOf(order);
  return number === null
    ? t('points.whyVersion', { version })
    : t('points.whyRule', { version, order: number });
}

/** "清仓 ¥199.99 × 0.5 = 99.995", line by line, and what the whole was floored to. */
function computation(words: Words, order: OrderBody, currency: string): string[] {
  const { t, format } = words;
  const { trace } = order;
  const scale = BigInt(minorPerMajor(currency));
  const came = trace.visit?.points ?? 0;
  // One who came and paid nothing has no amount to tell of.
  const paid = trace.visit ? trace.lines.filter(({ amountMinor }) => amountMinor > 0) : trace.lines;
  const exact = paid.map(({ amountMinor, rate: { numerator, denominator } }) =>
    multiply(
      { numerator: BigInt(amountMinor), denominator: scale },
      { numerator: BigInt(numerator), denominator: BigInt(denominator) },
    ),
  );
  const lines = paid.slice(0, LINES_MAX).map(({ category, amountMinor, rate: each }, position) => {
    const values = {
      amount: format.money(amountMinor, currency),
      rate: exactText({ numerator: BigInt(each.numerator), denominator: BigInt(each.denominator) }),
      exact: exactText(exact[position] ?? ZERO),
    };
    return category === null
      ? t('points.whyLine', values)
      : t('points.whyLineCategory', { ...values, category });
  });
  const visit = { numerator: BigInt(came), denominator: 1n };
  const total = add(exact.reduce(add, ZERO), visit);
  const points = format.points(trace.points);
  const whole = total.numerator % total.denominator === 0n;
  return [
    ...lines,
    ...(came > 0 ? [t('points.whyVisit', { points: format.points(came) })] : []),
    whole ? t('points.whyWhole', { points }) : t('points.whySum', { exact: exactText(total), points }),
    rule(words, order),
  ];
}

/** What came back, or a purchase that the shop undid as a whole. */
function takenBack(words: Words, row: JournalRow, points: number): Reason {
  const { t, format } = words;
  const parsed = orderBody.safeParse(row.body);
  const isUndone = parsed.success && parsed.data.order.status === 'cancelled';
  const label = t(isUndone ? 'points.entryUndone' : 'points.entryClawedBack');
  return undone(words, row, label, (order) => {
    const figures = { points: format.points(-points), granted: format.count(order.points) };
    return [t(isUndone ? 'points.whyUndone' : 'points.whyTaken', figures), rule(words, order)];
  });
}

function redemption(words: Words, row: JournalRow, label: string, why: string[]): Reason {
  const parsed = redemptionBody.safeParse(row.body);
  if (!parsed.success) return { label, subject: null, why };
  const { redemptionId, lines } = parsed.data.redemption;
  const [first] = lines;
  return {
    label,
    subject: first ? pickText(first.names, words.locale, words.shopLocale) : null,
    why: [words.t('points.whyReference', { number: numberOf(redemptionId) }), ...why],
  };
}

const ADJUSTMENT_REASONS = ['goodwill', 'correction', 'missing_points', 'event', 'profile', 'other'] as const;

/** What the shop changed by hand, and what she was given for answering its questions, which is no change of the shop's. */
function adjusted({ t }: Words, row: JournalRow): Reason {
  const parsed = adjustmentBody.safeParse(row.body);
  const reason = ADJUSTMENT_REASONS.find((each) => parsed.success && each === parsed.data.reason);
  if (reason === 'profile')
    return { label: t('adjustment.profile'), subject: null, why: [t('points.whyProfile')] };
  const why = reason ? [t('points.whyReason', { reason: t(`adjustment.${reason}`) })] : [];
  return { label: t('points.entryAdjusted'), subject: null, why };
}
