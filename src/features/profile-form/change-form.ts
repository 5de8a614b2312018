import type { Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { flawOf } from '../../domain/profile-form.ts';
import { asJson } from '../../lib/as-json.ts';
import { type Result, refuse } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { refuseChangedForm, setForm } from './queries.ts';
import type { ChangeProfileFormInput } from './schemas.ts';

/** What members are asked from now on; answers to questions that stay are kept. */
export async function changeForm({
  ctx,
  input: { key, seenVersion, ...form },
}: {
  ctx: Context;
  input: ChangeProfileFormInput & { key: string };
}): Promise<Result<{ version: number }>> {
  const flaw = flawOf(form);
  if (flaw) return refuse({ code: 'invalid_input', ...flaw });
  const version = seenVersion + 1;
  return runOnce({
    ctx,
    key,
    operation: 'profile-form.change',
    input: asJson({ seenVersion, ...form }),
    statements: [
      refuseChangedForm(ctx, seenVersion),
      setForm(ctx, { ...form, version, changedAtMs: ctx.clock.nowMs() }),
      addAuditRow(ctx, 'profile_form.change', null, {
        questions: form.questions.length,
        points: form.points,
      }),
    ],
    value: { version },
    status: 200,
    refusalOf: ({ kind }) => (kind === 'guard' ? { code: 'changed_elsewhere' } : null),
  });
}
