import { z } from '@hono/zod-openapi';
import { PROFILE_LIMITS } from '../../domain/profile-form.ts';
import { localizedLineSchema } from '../catalogue/schemas.ts';

const idSchema = z.string().regex(/^[a-z0-9-]{1,40}$/);

const questionSchema = z.strictObject({
  id: idSchema,
  text: localizedLineSchema(PROFILE_LIMITS.textCharacters),
  /** None: she writes a line of her own. */
  options: z
    .array(z.strictObject({ id: idSchema, text: localizedLineSchema(PROFILE_LIMITS.optionCharacters) }))
    .max(PROFILE_LIMITS.options),
});

export const changeProfileFormSchema = z
  .strictObject({
    questions: z.array(questionSchema).max(PROFILE_LIMITS.questions),
    points: z.int().min(0).max(PROFILE_LIMITS.points),
    /** The version that was read before, 0 for none; refused `changed_elsewhere` after another. */
    seenVersion: z.int().min(0),
  })
  .openapi('ChangeProfileForm');
export type ChangeProfileFormInput = z.infer<typeof changeProfileFormSchema>;

export const profileFormSchema = z
  .object({
    version: z.int(),
    questions: z.array(questionSchema),
    points: z.int(),
    /** Members who have answered something, and those who have been given the points. */
    answered: z.int(),
    rewarded: z.int(),
  })
  .openapi('ProfileForm');
export type ProfileFormAnswer = z.infer<typeof profileFormSchema>;

/** What one member answered, in the words of the questions that are asked now. */
export const memberProfileSchema = z
  .object({
    answers: z.array(z.object({ question: localizedLineSchema(80), answer: localizedLineSchema(80) })),
    /** Month and day, as `MM-DD`; null where she has not said it. */
    birthday: z.string().nullable(),
  })
  .openapi('MemberProfile');
export type MemberProfileAnswer = z.infer<typeof memberProfileSchema>;
