import { refused } from '../../domain/decision.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { decideRedeem, type RedeemInput } from '../../domain/redemption/redeem.ts';
import {
  isUnfinished,
  type Redemption,
  redemptionBody,
  unitsByReward,
} from '../../domain/redemption/redemption.ts';
import type { AccountDesk, Plan } from '../account-desk.ts';
import type { RedeemCommand, RedemptionLineInput } from '../contract.ts';

/** How long the call that recorded a redemption has before the alarm looks after it. */
export const FIRST_ATTEMPT_AFTER_MS = 3_000;

/** Records a redemption and pins its points; its stocks are asked afterwards, each by its own call. */
export function recordRedemption(
  desk: AccountDesk,
  command: RedeemCommand,
  nowMs: number,
): Outcome<Redemption> {
  const { key, lines, delivery, pickUp, branch, cash } = command;
  // A retry may come with another id and with renamed rewards; what she ordered is what must be equal.
  const input = {
    command: 'redeem',
    lines: lines.map(orderedOf),
    delivery,
    ...(pickUp && { pickUp }),
    ...(branch && { branch: branch.id }),
    ...(cash && { cash: cash.method }),
  };
  return desk.run(
    {
      key,
      input,
      plan: () => planRedeem(desk, command, nowMs),
      keep: (redemption) => redemptionBody(redemption).redemption ?? null,
      restore: (kept) => current(desk, kept),
    },
    nowMs,
  );
}

/** A redemption as it stands, for whoever sends its command again. */
export function current(desk: AccountDesk, kept: unknown): Redemption {
  const { redemptionId } = kept as { redemptionId: string };
  const redemption = desk.redemptions.find(redemptionId);
  if (redemption === null) throw new Error('a kept redemption is there for ever');
  return redemption;
}

function planRedeem(desk: AccountDesk, command: RedeemCommand, nowMs: number): Plan<Redemption> {
  const known = desk.redemptions.find(command.redemptionId);
  if (known !== null) {
    const same = JSON.stringify(known.lines.map(orderedOf)) === JSON.stringify(command.lines.map(orderedOf));
    const isTaken = (known.pickUp === true) === (command.pickUp !== undefined);
    const isThere = known.branch?.id === command.branch?.id;
    return same && isTaken && isThere && known.payment?.method === command.cash?.method
      ? { kind: 'unchanged', value: known, seq: known.seq }
      : refused({ code: 'key_reused' });
  }
  const points = command.lines.reduce((sum, line) => sum + line.quantity * line.pointsEach, 0);
  const { ledger, head } = desk.load(nowMs, { points });
  const takenUnits = desk.records.takenUnits(unitsByReward(command.lines).map(({ rewardId }) => rewardId));
  const { tenantId, memberId } = command.address;
  const input: RedeemInput = { ...command, tenantId, memberId };
  const limits = { openHolds: head.openHolds, takenUnits, isFrozen: head.frozenAtMs !== null };
  const decision = decideRedeem(ledger, limits, input, nowMs);
  if (decision.kind !== 'changed') return decision;
  const { draft, redemption, units } = decision.change;
  if (!isUnfinished(redemption.state)) throw new Error('a new redemption has calls to make');
  return {
    kind: 'changed',
    ledger,
    draft,
    value: redemption,
    seq: redemption.seq,
    save: () => {
      desk.redemptions.insert(redemption, nowMs + FIRST_ATTEMPT_AFTER_MS);
      desk.records.addUnits(units);
      return { openHolds: head.openHolds + 1 };
    },
  };
}

function orderedOf(line: RedemptionLineInput) {
  const { lineId, rewardId, quantity, pointsEach, cashEachMinor, priceVersion } = line;
  const cash = cashEachMinor === undefined ? {} : { cashEachMinor };
  return { lineId, rewardId, quantity, pointsEach, priceVersion, ...cash };
}
