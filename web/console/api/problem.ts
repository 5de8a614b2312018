/** What the server said no with (RFC 9457), or why it could not be reached. */
export type Problem = {
  /** 0 when no answer came at all. */
  status: number;
  /** Stable: the last part of the problem's type. */
  code: string;
  title: string | null;
  /** In the reader's language: the request names it. */
  detail: string | null;
  /** Shown where the fault is ours, so that it can be found in the logs. */
  requestId: string | null;
  /** Words for single fields, by the field's name in the body. */
  fields: Record<string, string>;
};

/** Thrown by every failed request, so that queries and mutations have one kind of error. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Any error as a problem: what is not one of ours is an answer that never came. */
export function problemOf(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : NO_ANSWER;
}

const NO_ANSWER: Problem = {
  status: 0,
  code: 'no-answer',
  title: null,
  detail: null,
  requestId: null,
  fields: {},
};

/** Whether the effect is unknown or was never tried: sending the same again is safe and may help. */
export function isPassing(problem: Problem): boolean {
  return problem.status === 0 || problem.status === 429 || problem.status >= 500;
}

/** Whether the effect may have taken place: only a repeat under the same key tells. */
export function isUnknown(problem: Problem): boolean {
  return isPassing(problem) && problem.code !== 'offline' && problem.status !== 429;
}

/** Reads a problem out of an answer; an answer that is none of ours keeps its status. */
export function problemFrom(status: number, body: unknown, requestId: string | null): Problem {
  const members = isRecord(body) ? body : {};
  return {
    status,
    code: codeOf(members),
    title: textOf(members.title),
    detail: textOf(members.detail) ?? textOf(members.message),
    requestId: requestId ?? textOf(members.instance),
    fields: fieldsOf(members),
  };
}

function codeOf(members: Record<string, unknown>): string {
  const stated = textOf(members.code) ?? textOf(members.type)?.split('/').at(-1) ?? 'unknown';
  return stated.toLowerCase().replaceAll('_', '-');
}

function fieldsOf(members: Record<string, unknown>): Record<string, string> {
  const errors = Array.isArray(members.errors) ? members.errors : [];
  const single = textOf(members.field);
  const found = errors.flatMap((error) => {
    const field = isRecord(error) ? textOf(error.field) : null;
    const detail = isRecord(error) ? (textOf(error.detail) ?? textOf(error.reason)) : null;
    return field === null ? [] : [[field, detail ?? ''] as const];
  });
  if (found.length === 0 && single !== null) return { [single]: textOf(members.reason) ?? '' };
  return Object.fromEntries(found);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
