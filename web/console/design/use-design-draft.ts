import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { designChanges } from '../../../src/domain/design/design-changes.ts';
import type { DesignContent } from '../../../src/domain/design/look.ts';
import { problemOf } from '../api/problem.ts';
import { useSubmission } from '../api/use-submission.ts';
import { DESIGN_KEY, type DesignAnswer, saveDraft } from './api.ts';
import { contentOf, faultsOf } from './model.ts';

/** A draft is saved when its author pauses this long. */
const SAVE_AFTER_MS = 500;
/** Changes of one part that follow each other faster are one step to undo. */
const STEP_MS = 1_500;
const STEPS_MAX = 50;

type Step = { content: DesignContent; part: string | null; atMs: number };
type Editing = { content: DesignContent; past: Step[] };
export type SaveState = 'saved' | 'saving' | 'waiting' | 'faulty' | 'failed' | 'elsewhere';
export type DesignDraft = ReturnType<typeof useDesignDraft>;

/** A design under the hands of its author: every change is kept on the server as one draft, and can be undone. */
export function useDesignDraft(answer: DesignAnswer) {
  const client = useQueryClient();
  const [{ content, past }, edit] = useState<Editing>(() => ({ content: contentOf(answer.draft), past: [] }));
  const [base, setBase] = useState({ content, version: answer.draftVersion });
  const save = useSubmission({
    send: saveDraft,
    onSuccess(next, sent) {
      setBase({ content: sent.content, version: next.draftVersion });
      client.setQueryData(DESIGN_KEY, next);
    },
  });
  const faults = faultsOf(content);
  const dirty = content !== base.content;
  const elsewhere = save.isError && problemOf(save.error).code === 'changed-elsewhere';
  const failed = save.isError && save.variables.content === content;
  const send = () => save.mutate({ content, draftVersion: base.version });
  const waits = !dirty || save.isPending || faults.length > 0 || elsewhere || failed;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a pause is counted anew with each change, not with each drawing.
  useEffect(() => {
    if (waits) return;
    const timer = setTimeout(send, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [waits, content, base]);

  const change = (given: Partial<DesignContent>, part: string | null) => {
    const atMs = Date.now();
    edit(({ content: before, past: steps }) => {
      const last = steps.at(-1);
      const goesOn = part !== null && last?.part === part && atMs - last.atMs < STEP_MS;
      const kept = goesOn
        ? [...steps.slice(0, -1), { ...last, atMs }]
        : [...steps, { content: before, part, atMs }].slice(-STEPS_MAX);
      return { content: { ...before, ...given }, past: kept };
    });
  };
  const undo = () =>
    edit((now) => {
      const last = now.past.at(-1);
      return last ? { content: last.content, past: now.past.slice(0, -1) } : now;
    });
  /** What the server has now, in place of what stands in the fields; going back is one step. */
  const takeOver = (next: DesignAnswer) => {
    const taken = contentOf(next.draft);
    save.reset();
    setBase({ content: taken, version: next.draftVersion });
    edit(({ content: before, past: steps }) => ({
      content: taken,
      past: [...steps, { content: before, part: 'all', atMs: 0 }].slice(-STEPS_MAX),
    }));
    client.setQueryData(DESIGN_KEY, next);
  };

  const state: SaveState = elsewhere
    ? 'elsewhere'
    : !dirty
      ? 'saved'
      : faults.length > 0
        ? 'faulty'
        : save.isPending
          ? 'saving'
          : failed
            ? 'failed'
            : 'waiting';
  return {
    content,
    change,
    undo: past.length > 0 ? undo : null,
    takeOver,
    faults,
    state,
    dirty,
    error: save.error,
    retry: send,
    /** Names the draft that the server has. */
    version: base.version,
    changes: designChanges(answer.published, content),
  };
}
