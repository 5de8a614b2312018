import type { AuditAction } from '../../../src/domain/audit-action.ts';
import type { Format } from '../../../src/messages/format.ts';
import type { StaffRole } from '../session/session.ts';
import { isStaffRole } from '../staff/roles.ts';
import type { AuditLine } from './api.ts';

const ACTION_WORDS = {
  'tenant.created': 'tenantCreated',
  'tenant.opened': 'tenantOpened',
  'tenant.updated': 'tenantUpdated',
  'tenant.close': 'tenantClose',
  'tenant.closed': 'tenantClosed',
  'tenant.take_back': 'tenantTakeBack',
  'tenant.reopen': 'tenantReopen',
  'points.purchase': 'purchaseRecorded',
  'points.refund': 'purchaseRefunded',
  'points.undo': 'pointsUndone',
  'points.approve': 'grantApproved',
  'counter.settings': 'counterSettings',
  'members.create': 'memberCreated',
  'members.import': 'membersImported',
  'members.import_undo': 'importUndone',
  'members.update': 'memberUpdated',
  'members.close': 'memberClosed',
  'join_links.create': 'joinLinkCreated',
  'join_links.archive': 'joinLinkArchived',
  'members.freeze': 'memberFrozen',
  'members.unfreeze': 'memberUnfrozen',
  'profile_form.change': 'profileFormChanged',
  'questions.answer': 'questionAnswered',
  'points.adjust': 'pointsAdjusted',
  'programme.publish': 'programmePublished',
  'design.publish': 'designPublished',
  'design.restore': 'designRestored',
  'design.schedule': 'designScheduled',
  'design.unschedule': 'designUnscheduled',
  'rewards.create': 'rewardCreated',
  'rewards.change': 'rewardChanged',
  'rewards.picture': 'rewardPicture',
  'rewards.publish': 'rewardPublished',
  'rewards.stop': 'rewardStopped',
  'rewards.resume': 'rewardResumed',
  'rewards.archive': 'rewardArchived',
  'rewards.units': 'rewardUnits',
  'rewards.order': 'rewardsOrdered',
  'api_key.created': 'keyCreated',
  'api_key.revoked': 'keyRevoked',
  'widget.origin_allowed': 'widgetSiteAllowed',
  'widget.origin_removed': 'widgetSiteRemoved',
  'signing_key.created': 'signingKeyCreated',
  'signing_key.revoked': 'signingKeyRevoked',
  'data.exported': 'dataExported',
  'staff.invited': 'staffInvited',
  'staff.invitation_withdrawn': 'staffInvitationWithdrawn',
  'staff.joined': 'staffJoined',
  'staff.renamed': 'staffRenamed',
  'staff.role_changed': 'staffRole',
  'staff.removed': 'staffRemoved',
  'staff.link_made': 'clerkLinkMade',
  'staff.link_withdrawn': 'clerkLinkWithdrawn',
  'staff.joined_by_link': 'clerkJoined',
  'staff.pin_set': 'pinSet',
  'staff.pin_reset': 'pinReset',
  'staff.kept_given': 'keptGiven',
  'staff.kept_discarded': 'keptDiscarded',
  'redemptions.redeem': 'redeemedFor',
  'redemptions.ready': 'redemptionReady',
  'redemptions.prepare': 'redemptionPrepared',
  'redemptions.ship': 'redemptionShipped',
  'redemptions.correct_parcel': 'parcelCorrected',
  'redemptions.hand_over': 'redemptionHandedOver',
  'redemptions.receive': 'redemptionReceived',
  'redemptions.take_voucher': 'voucherUsed',
  'redemptions.cancel': 'redemptionCancelled',
  'redemptions.answer_cancel': 'cancelAnswered',
  'redemptions.take_cash': 'cashTaken',
  'redemptions.refund': 'cashRefunded',
  'redemptions.retry_refund': 'refundRetried',
  'redemptions.paid_outside': 'cashPaidOutside',
  'redemptions.hand_back_cash': 'cashHandedBack',
  'payments.connect': 'paymentsConnect',
  'payments.state': 'paymentsState',
  'payments.counter': 'paymentsCounter',
} as const satisfies Record<AuditAction, string>;

export type ActionWords = (typeof ACTION_WORDS)[keyof typeof ACTION_WORDS];

/** The sentence of an action; null for one that this console does not know yet, shown by its code. */
export function actionWords(action: string): ActionWords | null {
  return Object.hasOwn(ACTION_WORDS, action) ? ACTION_WORDS[action as keyof typeof ACTION_WORDS] : null;
}

/** How much a line moved, where it moved anything: "+50", "¥128". */
export function movedBy(
  { action, detail }: Pick<AuditLine, 'action' | 'detail'>,
  format: Pick<Format, 'money' | 'signed'>,
  currency: string,
): string | null {
  const figure = (name: string) => (typeof detail[name] === 'number' ? detail[name] : null);
  const amountMinor = figure('amountMinor');
  if (action === 'points.purchase' || action.startsWith('redemptions.')) {
    const said = typeof detail.currency === 'string' ? detail.currency : currency;
    return amountMinor === null ? null : format.money(amountMinor, said);
  }
  const moved = figure(action === 'rewards.units' ? 'delta' : 'points');
  return moved === null ? null : format.signed(moved);
}

/** The branch in which it was done, as it was called then. */
export function branchIn({ detail }: Pick<AuditLine, 'detail'>): string | null {
  const { branch } = detail as { branch?: { name?: unknown } };
  return typeof branch?.name === 'string' ? branch.name : null;
}

/** The role that somebody was given. */
export function roleIn({ detail }: Pick<AuditLine, 'detail'>): StaffRole | null {
  return typeof detail.role === 'string' && isStaffRole(detail.role) ? detail.role : null;
}
