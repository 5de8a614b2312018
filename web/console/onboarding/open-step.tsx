import { Anchor, Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconBuildingStore, IconExternalLink } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { openingOf } from '../../../src/domain/onboarding/opening.ts';
import { onShelf, ownTicked } from '../../../src/domain/onboarding/plan.ts';
import { problemOf } from '../api/problem.ts';
import { useSubmission } from '../api/use-submission.ts';
import { REWARDS_KEY, rewardsQuery } from '../catalogue/api.ts';
import { CHECKLIST_KEY } from '../checklist/api.ts';
import { DESIGN_KEY, designQuery } from '../design/api.ts';
import { HOME_KEY } from '../home/api.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { PROGRAMME_KEY, programmeQuery } from '../programme/api.ts';
import { EmailCode } from '../session/email-code.tsx';
import { addressOf, ME_KEY, useShop } from '../session/session.ts';
import { slugFault } from '../sign-up/model.ts';
import { SlugField, useSlugCheck } from '../sign-up/slug-field.tsx';
import { changeSlug, changeTenant } from '../tenants/api.ts';
import { openShop } from './api.ts';
import { contactText, contactWith } from './contact.ts';
import type { StepProps } from './step.ts';
import type { OnboardingDraft } from './use-onboarding.ts';

const TEXTS = [
  { page: 'terms', words: 'terms' },
  { page: 'privacy', words: 'privacy' },
] as const;

/** Where the mall is, how its shop is reached, and the one button. */
export function OpenStep({ state, plan, keep }: StepProps & Pick<OnboardingDraft, 'keep'>) {
  const t = useTranslations('start.open');
  const signUp = useTranslations('signUp');
  const { me, shop } = useShop();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [slug, setSlug] = useState(shop.slug);
  const [contact, setContact] = useState(contactText(shop.contact));
  const check = useSlugCheck(slug, shop.slug);
  const fault = slug === shop.slug ? null : slugFault(slug);
  const taken = check.state === 'taken' || check.state === 'reserved';
  // Kept when she leaves the field, so that going back or away loses nothing; opening keeps what is left.
  const move = useSubmission({ send: changeSlug, refresh: [ME_KEY] });
  const reach = useSubmission({ send: changeTenant, refresh: [ME_KEY] });
  const keepSlug = () => {
    if (slug !== shop.slug && fault === null && !taken) move.mutate(slug);
  };
  const keepContact = () => {
    if (contact.trim() !== contactText(shop.contact))
      reach.mutate({ contact: contactWith(shop.contact, contact) });
  };
  const open = useSubmission({
    async send(_input: { slug: string; contact: string }, key: string) {
      await keep();
      if (slug !== shop.slug) await changeSlug(slug, `${key}-slug`);
      if (contact.trim() !== contactText(shop.contact)) {
        await changeTenant({ contact: contactWith(shop.contact, contact) }, `${key}-contact`);
      }
      const [rewards, programme, design] = await Promise.all([
        client.fetchQuery({ ...rewardsQuery, staleTime: 0 }),
        client.fetchQuery({ ...programmeQuery, staleTime: 0 }),
        client.fetchQuery({ ...designQuery, staleTime: 0 }),
      ]);
      const present = {
        hasProgramme: programme.live !== null || programme.next !== null,
        rewards: rewards.items.map(({ id, state: rewardState }) => ({ rewardId: id, state: rewardState })),
        designDraftVersion: design.draftVersion,
      };
      return openShop(openingOf(plan, state.picks, present), `${key}-open`);
    },
    refresh: [ME_KEY, REWARDS_KEY, PROGRAMME_KEY, DESIGN_KEY, HOME_KEY, CHECKLIST_KEY],
    onSuccess() {
      notifyDone(t('done'));
      void navigate({ to: '/poster' });
    },
  });
  const proved = me.user.emailVerified;
  const own = ownTicked(plan, state.picks);
  const shelf = onShelf(plan.rewards, own).length + own;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (proved && fault === null) open.mutate({ slug, contact });
      }}
    >
      <Stack gap="lg" maw={560}>
        <SlugField
          onBlur={keepSlug}
          check={check}
          value={slug}
          error={fault === null ? undefined : signUp(`slugFault.${fault}`)}
          onChange={setSlug}
        />
        <TextInput
          label={t('contact')}
          description={t('contactHint')}
          autoComplete="tel"
          maxLength={40}
          onBlur={keepContact}
          value={contact}
          onChange={({ currentTarget }) => setContact(currentTarget.value)}
        />
        <Paper withBorder p="md">
          <Text>{t('summary', { count: shelf })}</Text>
          <Text c="dimmed" mt={4}>
            {t('texts')}
          </Text>
          <Group gap="lg">
            {TEXTS.map(({ page, words }) => (
              <Anchor
                key={page}
                href={`/api/tenant/preview?page=${page}`}
                target="_blank"
                rel="noreferrer"
                className="startText"
              >
                {t(words)} <IconExternalLink size={16} aria-hidden />
              </Anchor>
            ))}
          </Group>
        </Paper>
        {!proved && (
          <Paper withBorder p="md">
            <EmailCode email={addressOf(me)} />
          </Paper>
        )}
        <ProblemAlert error={move.error ?? reach.error} />
        {open.isError && (
          <div>
            <ProblemAlert error={open.error} />
            {problemOf(open.error).status !== 400 && (
              <Text mt="xs" c="dimmed">
                {t('stopped')}
              </Text>
            )}
          </div>
        )}
        <Button
          type="submit"
          size="lg"
          disabled={!proved || fault !== null || taken}
          loading={open.isPending}
          leftSection={<IconBuildingStore size={22} aria-hidden />}
        >
          {t('button')}
        </Button>
        <Text role="status" c="dimmed" size="sm">
          {open.isPending ? t('opening') : proved ? '' : t('needsEmail', { email: addressOf(me) })}
        </Text>
      </Stack>
    </form>
  );
}
