import type { Demo, DemoTarget } from './demo.ts';

/** Makes the demo shops by the product's own commands. Runs once per state folder. */
export async function seedDemo(target: DemoTarget): Promise<Demo> {
  target.say('no demo shops yet');
  return { signIns: [], members: [], apiKeys: [] };
}
