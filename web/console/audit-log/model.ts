const ACTION_WORDS = {
  'points.purchase': 'purchaseRecorded',
  'points.adjust': 'pointsAdjusted',
  'programme.publish': 'programmePublished',
} as const;

export type ActionWords = (typeof ACTION_WORDS)[keyof typeof ACTION_WORDS];

/** The sentence of an action; null for one that this console does not know yet, shown by its code. */
export function actionWords(action: string): ActionWords | null {
  return Object.hasOwn(ACTION_WORDS, action) ? ACTION_WORDS[action as keyof typeof ACTION_WORDS] : null;
}
