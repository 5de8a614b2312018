import { beforeEach, expect, test } from 'vitest';
import { BackSteps } from '../../web/console/parts/back-steps.ts';

/** A browser's history: entries by their depth, of which one is shown; going takes a moment, as it does there. */
function historyOf(depths: number[]) {
  let at = depths.length - 1;
  const entries = [...depths];
  const asked: number[] = [];
  const way = {
    depth: () => entries[at] ?? 0,
    push(depth: number) {
      at += 1;
      entries.splice(at, entries.length, depth);
    },
    go: (by: number) => asked.push(by),
  };
  const steps = new BackSteps(way);
  const settled = async () => {
    for (let left = asked.length + 1; left > 0; left--) {
      await Promise.resolve();
      const by = asked.shift();
      if (by === undefined) continue;
      at += by;
      steps.arrived();
      left = asked.length + 2;
    }
  };
  const press = async (by: number) => {
    at += by;
    steps.arrived();
    await settled();
  };
  return { steps, settled, press, shown: () => ({ entries: [...entries], at }) };
}

let undone: string[];
beforeEach(() => {
  undone = [];
});
const undo = (name: string) => () => {
  undone.push(name);
  return true;
};

test('each step is an entry, and Back undoes the last one alone', async () => {
  const { steps, settled, press, shown } = historyOf([0]);
  for (const name of ['member', 'amount', 'sheet']) steps.add(undo(name));
  await settled();
  expect(shown()).toEqual({ entries: [0, 1, 2, 3], at: 3 });
  await press(-1);
  await press(-1);
  expect([undone, shown().at]).toEqual([['sheet', 'amount'], 1]);
});

test('what ended by itself is led into neither by Back nor by Forward', async () => {
  const { steps, settled, press, shown } = historyOf([0]);
  const ends = ['member', 'amount'].map((name) => steps.add(undo(name)));
  await settled();
  for (const end of ends) end();
  await settled();
  expect([shown().at, undone]).toEqual([0, []]);
  await press(1);
  expect([shown().at, undone]).toEqual([0, []]);
});

test('one step that takes another’s place leaves the history as it is', async () => {
  const { steps, settled, press, shown } = historyOf([0]);
  const end = steps.add(undo('member'));
  await settled();
  end();
  steps.add(undo('voucher'));
  await settled();
  expect(shown()).toEqual({ entries: [0, 1], at: 1 });
  await press(-1);
  expect(undone).toEqual(['voucher']);
});

test('what can’t be undone now stays, and so does its entry', async () => {
  const { steps, settled, press, shown } = historyOf([0]);
  steps.add(() => false);
  await settled();
  await press(-1);
  expect(shown()).toEqual({ entries: [0, 1], at: 1 });
});

test('a step that is taken while the way back is still under way gets its entry after it', async () => {
  const { steps, settled, shown } = historyOf([0]);
  const end = steps.add(undo('member'));
  await settled();
  end();
  await Promise.resolve();
  steps.add(undo('next member'));
  await settled();
  expect([shown(), undone]).toEqual([{ entries: [0, 1], at: 1 }, []]);
});

test('loaded anew, the page leaves the entries that nothing stands for any more, and keeps the others', async () => {
  const empty = historyOf([0, 1, 2]);
  empty.steps.begin();
  await empty.settled();
  const resumed = historyOf([0, 1, 2]);
  resumed.steps.add(undo('member'));
  resumed.steps.begin();
  await resumed.settled();
  expect([empty.shown().at, resumed.shown().at]).toEqual([0, 1]);
});

test('left for another page, it takes no entry along', async () => {
  const { steps, settled, shown } = historyOf([0]);
  const end = steps.add(undo('member'));
  await settled();
  steps.end();
  end();
  await settled();
  expect(shown()).toEqual({ entries: [0, 1], at: 1 });
});
