/** Says what is going on, with how long each step took, so that a slow start is not a silent one. */
export async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const startedMs = performance.now();
  const result = await work();
  console.log(`  ${name} · ${Math.round(performance.now() - startedMs)} ms`);
  return result;
}
