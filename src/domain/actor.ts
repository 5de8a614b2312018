/** Who moved the points: shown in the journal, never used to decide. `id` is an opaque id. */
export type ActorRef = { kind: 'member' | 'staff' | 'api' | 'system'; id: string };
