const ACTION_WORDS = {
  'tenant.created': 'tenantCreated',
  'tenant.opened': 'tenantOpened',
  'tenant.updated': 'tenantUpdated',
  'points.purchase': 'purchaseRecorded',
  'points.refund': 'purchaseRefunded',
  'members.update': 'memberUpdated',
  'points.adjust': 'pointsAdjusted',
  'programme.publish': 'programmePublished',
  'rewards.create': 'rewardCreated',
  'rewards.change': 'rewardChanged',
  'rewards.picture': 'rewardPicture',
  'rewards.publish': 'rewardPublished',
  'rewards.stop': 'rewardStopped',
  'rewards.resume': 'rewardResumed',
  'rewards.archive': 'rewardArchived',
  'rewards.units': 'rewardUnits',
  'api_key.created': 'keyCreated',
  'api_key.revoked': 'keyRevoked',
  'widget.origin_allowed': 'widgetSiteAllowed',
  'widget.origin_removed': 'widgetSiteRemoved',
  'signing_key.created': 'signingKeyCreated',
  'signing_key.revoked': 'signingKeyRevoked',
  'staff.invited': 'staffInvited',
  'staff.invitation_withdrawn': 'staffInvitationWithdrawn',
  'staff.joined': 'staffJoined',
  'staff.role_changed': 'staffRole',
  'staff.removed': 'staffRemoved',
  'redemptions.prepare': 'redemptionPrepared',
  'redemptions.ship': 'redemptionShipped',
  'redemptions.correct_parcel': 'parcelCorrected',
  'redemptions.hand_over': 'redemptionHandedOver',
  'redemptions.receive': 'redemptionReceived',
  'redemptions.cancel': 'redemptionCancelled',
  'redemptions.answer_cancel': 'cancelAnswered',
  'payments.connect': 'paymentsConnect',
  'payments.state': 'paymentsState',
  'payments.counter': 'paymentsCounter',
} as const;

export type ActionWords = (typeof ACTION_WORDS)[keyof typeof ACTION_WORDS];

/** The sentence of an action; null for one that this console does not know yet, shown by its code. */
export function actionWords(action: string): ActionWords | null {
  return Object.hasOwn(ACTION_WORDS, action) ? ACTION_WORDS[action as keyof typeof ACTION_WORDS] : null;
}
