import { type MutateOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { problemOf } from './problem.ts';
import { nextSubmission, type Submission } from './submission.ts';

type Options<Input, Value> = {
  send: (input: Input, key: string) => Promise<Value>;
  /** Query keys whose answers are out of date once this succeeded. */
  refresh?: readonly (readonly unknown[])[];
  onSuccess?: (value: Value, input: Input) => void;
  /** What makes it the same submit, where that is not all of it: a proof typed or scanned anew is no part. */
  sameBy?: (input: Input) => unknown;
};

/**
 * A write with its Idempotency-Key: pressing again after a failure sends the same key for the same
 * content; after a success the next submit is a new one, even with equal content.
 */
export function useSubmission<Input, Value>({
  send,
  refresh = [],
  onSuccess,
  sameBy = contentOf,
}: Options<Input, Value>) {
  const client = useQueryClient();
  const pending = useRef<Submission | null>(null);
  const underWay = useRef<string | null>(null);
  const mutation = useMutation<Value, Error, Input>({
    mutationFn(input) {
      pending.current = nextSubmission(pending.current, sameBy(input), () => crypto.randomUUID());
      return send(input, pending.current.key);
    },
    async onSuccess(value, input) {
      pending.current = null;
      onSuccess?.(value, input);
      await refreshed();
    },
    onError(error) {
      // What was refused for how things stand now is not what the screen shows.
      if (problemOf(error).status === 409) void refreshed();
    },
  });
  const refreshed = () => Promise.all(refresh.map((queryKey) => client.invalidateQueries({ queryKey })));
  const { mutateAsync } = mutation;
  /** The same content, pressed twice before there is an answer, is one submit and says so once. */
  const mutate = useCallback(
    (input: Input, options: MutateOptions<Value, Error, Input> = {}) => {
      const content = JSON.stringify(sameBy(input)) ?? '';
      if (underWay.current === content) return;
      underWay.current = content;
      const done = () => {
        if (underWay.current === content) underWay.current = null;
      };
      mutateAsync(input, options).then(done, done);
    },
    [mutateAsync, sameBy],
  );
  return { ...mutation, mutate };
}

/** A file has no JSON of its own: its name, size and time tell it apart well enough for a retry. */
function contentOf(input: unknown): unknown {
  return input instanceof File ? [input.name, input.size, input.lastModified] : input;
}
