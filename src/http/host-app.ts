import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { asAppFailure, isOutage } from '../db/failure.ts';
import { failureFields } from '../lib/log.ts';
import { findTextFlaw } from '../lib/storable-text.ts';
import { DEFAULT_POINTS_NAME } from '../messages/points-name.ts';
import type { AppContext, AppEnv } from './env.ts';
import { AppError, type FieldError, RefusedError } from './errors.ts';
import { type Problem, problemHeaders, problemOf } from './problem.ts';
import { requestLog } from './request-log.ts';
import { provideServices } from './service-middleware.ts';

/** Orders of 200 lines fit several times over; pictures have their own, larger limit on their route. */
const BODY_BYTES_MAX = 256 * 1024;

/** Draws or writes a problem; JSON hosts and pages differ in this alone. */
export type ProblemRenderer = (c: AppContext, problem: Problem) => Response | Promise<Response>;

export const problemJson: ProblemRenderer = (c, problem) =>
  c.body(JSON.stringify(problem), problem.status, {
    ...problemHeaders(problem),
    'content-type': 'application/problem+json',
  });

/** A group of JSON routes of one feature; hosts mount it with `app.route('/', routes)`. */
export function jsonRoutes() {
  return new OpenAPIHono<AppEnv>({
    defaultHook(result) {
      if (result.success) {
        const flaw = findTextFlaw(result.data);
        if (flaw) throw new RefusedError({ code: 'invalid_input', ...flaw }, [flaw]);
        return;
      }
      const errors: FieldError[] = result.error.issues.map((issue) => ({
        field: issue.path.join('.') || '(body)',
        reason: issue.message,
      }));
      const { field, reason } = errors[0] ?? { field: '(body)', reason: 'invalid' };
      throw new RefusedError({ code: 'invalid_input', field, reason }, errors);
    },
  });
}

export type HostAppOptions = {
  render: ProblemRenderer;
  /** Paths whose bodies may be larger, with their own limit. */
  bodyBytesMax?: (path: string) => number;
  /** Security headers of everything that this host answers. */
  headers: MiddlewareHandler;
  /** Asked before a path is said to be missing: built files and the like. */
  fallback?: (c: AppContext) => Promise<Response | null>;
};

/**
 * One host's application: every failure below it leaves as a problem, in the reader's language. The
 * order here is the order in which each request passes.
 */
export function hostApp({ render, bodyBytesMax, headers, fallback }: HostAppOptions) {
  const app = jsonRoutes();
  app.onError((failure, c) => render(c, reported(failure, c)));
  app.notFound(async (c) => {
    const found = await fallback?.(c);
    return found ?? render(c, problemOf(new AppError('not_found'), settingOf(c)));
  });
  app.use(provideServices, requestLog, headers);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: async (c, methods) => {
        const response = await render(c, problemOf(new AppError('method_not_allowed'), settingOf(c)));
        response.headers.set('allow', methods.join(', '));
        return response;
      },
    }),
  );
  app.use((c, next) =>
    bodyLimit({
      maxSize: bodyBytesMax?.(c.req.path) ?? BODY_BYTES_MAX,
      onError: () => {
        throw new AppError('payload_too_large');
      },
    })(c, next),
  );
  return app;
}

/** The problem of a failure; what we did not expect, or cannot cure, is logged with its request. */
export function reported(failure: unknown, c: AppContext): Problem {
  const problem = problemOf(asOutage(failure), settingOf(c));
  if (problem.status >= 500) {
    const cause = failure instanceof AppError && failure.cause !== undefined ? failure.cause : failure;
    c.var.services.log.error(problem.code, { requestId: c.var.requestId, ...failureFields(cause) });
  }
  return problem;
}

/** A database that was away is an outage wherever it was asked; libraries wrap what the driver threw. */
function asOutage(failure: unknown): unknown {
  if (failure instanceof AppError) return failure;
  let thrown = failure;
  while (thrown instanceof Error) {
    if (isOutage(thrown)) return asAppFailure(thrown);
    thrown = thrown.cause;
  }
  return failure;
}

function settingOf(c: AppContext) {
  const { locale, clock, requestId } = c.var.services;
  const tenant = c.get('tenant');
  const format = {
    locale,
    timeZone: tenant?.timeZone ?? 'UTC',
    pointsName: tenant?.pointsName ?? DEFAULT_POINTS_NAME,
  };
  return { format, requestId, nowMs: clock.nowMs() };
}
