import { AppError } from '../../lib/app-error.ts';

/**
 * The answer if it comes in time, null where the owner of the points can't be reached: a page goes on
 * without it. Bugs still throw.
 */
export async function withinOrNull<Value>(waitMs: number, answer: Promise<Value>): Promise<Value | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), waitMs);
  });
  try {
    return await Promise.race([answer, late]);
  } catch (failure) {
    if (failure instanceof AppError && failure.code === 'unavailable') return null;
    throw failure;
  } finally {
    clearTimeout(timer);
  }
}
