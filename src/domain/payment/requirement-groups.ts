/** What Stripe asks for, in groups that a shopkeeper knows; Stripe's own page asks for the single fields. */
export const REQUIREMENT_GROUPS = ['business', 'person', 'documents', 'bank', 'terms', 'other'] as const;
export type RequirementGroup = (typeof REQUIREMENT_GROUPS)[number];

/** First match counts: a person's identity document is a document before it is about a person. */
const PATTERNS: readonly (readonly [RequirementGroup, RegExp])[] = [
  ['documents', /(^|\.|_)documents?(\.|$)/],
  ['bank', /^external_account/],
  ['terms', /^tos_acceptance/],
  ['business', /^(business_profile|business_type|company|settings)(\.|$)/],
  ['person', /^(individual|representative|relationship|owners|directors|executives|person_\w+)(\.|$)/],
];

/** The groups of what is due, each once, in the order of `REQUIREMENT_GROUPS`. */
export function requirementGroups(due: readonly string[]): RequirementGroup[] {
  const found = new Set(due.map(groupOf));
  return REQUIREMENT_GROUPS.filter((group) => found.has(group));
}

function groupOf(name: string): RequirementGroup {
  return PATTERNS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
}
