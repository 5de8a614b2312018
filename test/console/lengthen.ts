const LONG_EMAIL = `${'someone.with.a.long.address'.repeat(2)}@${'a-very-long-department-name'.repeat(2)}.example`;
const LONG_NAME = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2);
/** As long as a note or a question may be said without a space, from right to left. */
const LONG_WORD = 'وشاحمنالصوف'.repeat(27);

/** Fields that people fill in, each with the longest text without a place to break that may stand there. */
const LONGEST: Record<string, string> = {
  email: LONG_EMAIL,
  // Without a name a member is called by her address.
  displayName: '',
  name: LONG_NAME,
  memberName: LONG_EMAIL,
  actorName: LONG_NAME,
  recipientName: LONG_NAME,
  line1: LONG_NAME,
  city: LONG_NAME,
  reason: LONG_WORD,
  note: LONG_WORD,
  text: LONG_WORD,
  answer: LONG_WORD,
  orderId: LONG_NAME,
  carrier: LONG_NAME,
  trackingNumber: LONG_NAME,
  category: LONG_NAME,
  'zh-CN': LONG_NAME,
  en: LONG_NAME,
};

/** The same answer with the longest texts in it; the words for points and choices stay. */
export function lengthen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lengthen);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const longest = LONGEST[key];
      if (key === 'pointsName') return [key, part];
      if (key === 'phone' && 'displayName' in value) return [key, null];
      if (key === 'email' && 'displayName' in value) return [key, LONG_EMAIL];
      return [key, typeof part === 'string' && longest !== undefined ? longest : lengthen(part)];
    }),
  );
}
