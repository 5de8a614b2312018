/** A moment that so many people wait for: all of them go on in the same tick. */
export function meeting(people: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    come += 1;
    if (come === people) resolve();
    return promise;
  };
}

/** A word that one person passes on to others: a link, a code, "it is done". */
export function word<Said = void>() {
  const { promise, resolve } = Promise.withResolvers<Said>();
  return { say: resolve, heard: () => promise };
}
