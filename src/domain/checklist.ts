/** A new shop's first steps, in the order in which they are worth doing. */
export const CHECKLIST_ITEMS = ['rewards', 'sheet', 'points', 'staff', 'imports', 'payments'] as const;
export type ChecklistItem = (typeof CHECKLIST_ITEMS)[number];

/** What is so at the shop; nothing here is a box that somebody ticked. */
export type ChecklistFacts = {
  liveRewards: number;
  /** A poster or table card was saved for printing, or somebody joined by one. */
  sheetUsed: boolean;
  /** Points for a purchase or by hand; what joining gives is not given by the shop's people. */
  pointsGiven: boolean;
  /** Somebody else works here, or was invited. */
  hasColleague: boolean;
  /** A list of older members was brought in, and was not taken back. */
  listImported: boolean;
  /** Null where cards can't be taken, so that nobody is asked for what can't be done. */
  takesCards: boolean | null;
};

/** Rewards on the shelf that make it worth a look. */
export const REWARDS_WANTED = 3;

/** Not every shop has older members to bring, nor wants cards. */
const OPTIONAL: readonly ChecklistItem[] = ['imports', 'payments'];

export type ChecklistStep = { item: ChecklistItem; done: boolean; optional: boolean };

export function checklistOf(facts: ChecklistFacts): ChecklistStep[] {
  const done: Record<ChecklistItem, boolean | null> = {
    rewards: facts.liveRewards >= REWARDS_WANTED,
    sheet: facts.sheetUsed,
    points: facts.pointsGiven,
    staff: facts.hasColleague,
    imports: facts.listImported,
    payments: facts.takesCards,
  };
  return CHECKLIST_ITEMS.flatMap((item) => {
    const isDone = done[item];
    return isDone === null ? [] : [{ item, done: isDone, optional: OPTIONAL.includes(item) }];
  });
}
