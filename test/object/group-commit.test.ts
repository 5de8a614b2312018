import { describe, expect, test } from 'vitest';
import { GroupCommit, OutcomeUnknown } from '../../src/object/group-commit.ts';

/** A disk whose writes end when the test says so. */
function slowDisk() {
  const ends: { resolve: () => void; reject: (failure: unknown) => void }[] = [];
  const abandoned: unknown[] = [];
  let settled = 0;
  const group = new GroupCommit({
    settle: () => {
      settled += 1;
    },
    sync: () => new Promise<void>((resolve, reject) => ends.push({ resolve, reject })),
    abandon: (failure) => abandoned.push(failure),
  });
  const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  return { group, ends, abandoned, turn, settled: () => settled };
}

describe('group commit', () => {
  test('collects the next batch while one is being made durable, and answers nothing before it is', async () => {
    const { group, ends, turn, settled } = slowDisk();
    const answers: number[] = [];
    const submit = (value: number) => group.submit(() => value).then((answer) => answers.push(answer));
    const all = [submit(1), submit(2), submit(3)];
    await turn();
    expect(answers).toEqual([]);
    ends[0]?.resolve();
    await turn();
    expect(answers).toEqual([1]);
    ends[1]?.resolve();
    await Promise.all(all);
    expect({ answers, settled: settled(), figures: group.figures }).toEqual({
      answers: [1, 2, 3],
      settled: 2,
      figures: { calls: 3, commits: 2 },
    });
  });

  test('lets one call fail without the others', async () => {
    const { group, ends, turn } = slowDisk();
    const outcomes = Promise.allSettled([
      group.submit(() => 1),
      group.submit(() => {
        throw new Error('a bug');
      }),
      group.submit(() => 3),
    ]);
    ends[0]?.resolve();
    await turn();
    ends[1]?.resolve();
    const settledOutcomes = await outcomes;
    expect(
      settledOutcomes.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason))),
    ).toEqual([1, 'Error: a bug', 3]);
  });

  test('gives the object up where a commit fails: everyone waiting is told that the outcome is unknown', async () => {
    const { group, ends, turn, abandoned } = slowDisk();
    const outcomes = Promise.allSettled([group.submit(() => 1), group.submit(() => 2)]);
    const failure = new Error('disk gone');
    await turn();
    ends[0]?.reject(failure);
    const reasons = (await outcomes).map((each) => each.status === 'rejected' && each.reason);
    expect(reasons.every((reason) => reason instanceof OutcomeUnknown)).toBe(true);
    expect(abandoned).toEqual([failure]);
  });
});
