import { actorRef, type Context } from '../../context.ts';
import type { OnceInput } from '../../db/run-once.ts';
import { refuseUnless } from '../../db/tenant.ts';
import { themeKeeping } from '../../domain/design/derive-theme.ts';
import type { DesignBody, DesignContent } from '../../domain/design/look.ts';
import type { Json } from '../../domain/journal.ts';
import type { LocalizedText } from '../../domain/locale.ts';
import { type AnyRefusal, type Result, refuse, succeed } from '../../lib/result.ts';
import { draftVersionOf } from '../catalogue/draft-version.ts';
import { selectPersonNames } from '../staff/queries.ts';
import { missingPicture } from './design-pictures.ts';
import { type DesignState, getDesign } from './get-design.ts';
import { isDraftStill, selectDesignDraft, writeDraft } from './queries.ts';
import type { SaveDraftInput } from './schemas.ts';

/** Saves that keep overtaking each other more often than this are a fault. */
const ATTEMPTS_MAX = 5;
const OVERTAKEN = 'design_overtaken';

/**
 * Keeps a whole draft; members go on seeing what is published. Refused `changed_elsewhere` where the draft
 * is no longer the one that `draftVersion` names, unless it already says what is asked for: that may be
 * the repeat of a save whose answer was lost.
 */
export function saveDraft({
  ctx,
  input: { draftVersion, ...content },
}: {
  ctx: Context;
  input: SaveDraftInput;
}): Promise<Result<DesignState>> {
  return putDraft(ctx, draftVersion, (state) => bodyOf(content, state));
}

/** Makes the draft what `decide` answers of the state that it is given, if `seen` is the draft of that state. */
export async function putDraft(
  ctx: Context,
  seen: string,
  decide: (state: DesignState) => DesignBody,
  /** Written with it, and only then. */
  also: OnceInput<Json>['statements'] = [],
): Promise<Result<DesignState>> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const found = await getDesign({ ctx });
    if (!found.ok) return found;
    const state = found.value;
    const draft = decide(state);
    const draftVersion = draftVersionOf(draft);
    if (draftVersion === state.draftVersion) return succeed(state);
    if (seen !== state.draftVersion) return refuse(await byWhom(ctx));
    const missing = await missingPicture(ctx, draft, [state.draft, state.published]);
    if (missing) return refuse({ code: 'invalid_input', field: missing, reason: 'not_stored' });
    const written = await ctx.db.attempt(ctx.tenant.id, [
      refuseUnless(isDraftStill(ctx, state.storedVersion), OVERTAKEN),
      writeDraft(ctx, {
        tenantId: ctx.tenant.id,
        body: draft,
        bodyVersion: draftVersion,
        updatedAtMs: ctx.clock.nowMs(),
        updatedBy: actorRef(ctx.actor).id,
      }),
      ...also,
    ]);
    if (written.ok) return succeed({ ...state, draft, draftVersion, storedVersion: draftVersion });
  }
  throw new Error('saves of one design overtook each other five times');
}

/** Whoever saved the draft last, by name where the console knows one. */
async function byWhom(ctx: Context): Promise<AnyRefusal> {
  const [[draft]] = await ctx.db.batch(ctx.tenant.id, [selectDesignDraft(ctx)]);
  const [person] = draft ? await selectPersonNames(ctx.authDb, [draft.updatedBy]) : [];
  return {
    code: 'changed_elsewhere',
    ...(draft && person?.name && { byName: person.name, changedAtMs: draft.updatedAtMs }),
  };
}

function bodyOf(content: DesignContent, state: DesignState): DesignBody {
  const { footer, banners } = content;
  return {
    ...content,
    theme: themeKeeping(content.look, [state.draft, state.published]),
    announcement: written(content.announcement),
    rulesIntro: written(content.rulesIntro),
    banners: banners.map((banner) => ({ ...banner, title: written(banner.title) })),
    footer: {
      ...footer,
      openingHours: written(footer.openingHours),
      registrationNumber: footer.registrationNumber || null,
      links: footer.links.map((link) => ({ ...link, label: written(link.label) })),
    },
  };
}

/** Languages in which nothing is written are left out. */
function written(text: LocalizedText): LocalizedText {
  return Object.fromEntries(Object.entries(text).filter(([, words]) => words));
}
