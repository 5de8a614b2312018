/**
 * Every place at which a redemption can be interrupted, in the order in which it passes them: after
 * each transaction of its account and after each answer of a stock. Crash tests stop at each.
 */
export const REDEMPTION_STEPS = [
  'recorded',
  'line_reserved',
  'decided_commit',
  'line_committed',
  'confirmed',
  'issued',
  'decided_undo',
  'undo_line_cancelled',
  'undone',
  'cancel_decided',
  'cancel_line_cancelled',
  'cancelled',
] as const;

/**
 * The same of the cash part: after each transaction about the payment and each answer of Stripe. Together
 * with the steps above these are all the places where a redemption with cash can be interrupted.
 */
export const PAYMENT_STEPS = [
  'payment_stored',
  'session_answered',
  'sessions_listed',
  'session_recorded',
  'close_recorded',
  'expire_answered',
  'evidence_read',
  'paid_recorded',
  'closed_recorded',
  'refund_recorded',
  'refund_answered',
  'refund_known',
] as const;

export type PaymentCheckpoint = (typeof PAYMENT_STEPS)[number];
export type RedemptionStep = (typeof REDEMPTION_STEPS)[number] | PaymentCheckpoint;

/** What a crash test does at a step; it may throw, or never return. */
export type Checkpoint = (step: RedemptionStep) => Promise<void>;

let installed: Checkpoint | null = null;

/** Installs what happens at each step of this isolate's redemptions; null takes it away. Local and tests only. */
export function installCheckpoint(checkpoint: Checkpoint | null): void {
  installed = checkpoint;
}

/** The coordinator calls it after every step; outside tests it does nothing. */
export async function checkpoint(step: RedemptionStep): Promise<void> {
  if (installed !== null) await installed(step);
}
