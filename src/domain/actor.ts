/** A branch by the name that it had then. */
export type BranchRef = { id: string; name: string };

/**
 * Who moved the points: shown in the journal, never used to decide. `id` is an opaque id; `branch` is where
 * somebody of the staff stood, as the device says.
 */
export type ActorRef = { kind: 'member' | 'staff' | 'api' | 'system'; id: string; branch?: BranchRef };
