import { Button, Collapse, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslations } from 'use-intl/react';
import { themeKeeping } from '../../../src/domain/design/derive-theme.ts';
import { DESIGN_LIMITS } from '../../../src/domain/design/design-limits.ts';
import { sampleOf } from '../../../src/domain/onboarding/opening.ts';
import { DEFAULT_POINTS_NAME } from '../../../src/messages/points-name.ts';
import { type DesignAnswer, designPreviewQuery, designQuery, pictureAddress } from '../design/api.ts';
import '../design/controls.css';
import '../design/design.css';
import type { GroupProps } from '../design/group.ts';
import { LayoutGroup } from '../design/layout-group.tsx';
import { coloursOfPicture } from '../design/logo-colours.ts';
import { LogoGroup } from '../design/logo-group.tsx';
import { previewAddress } from '../design/model.ts';
import { PointsNameGroup } from '../design/points-name-group.tsx';
import { Frames } from '../design/preview-phone.tsx';
import { type DesignDraft, useDesignDraft } from '../design/use-design-draft.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useShop } from '../session/session.ts';
import type { StepProps } from './step.ts';

/** The look: a logo that gives its colour, a layout, the name of the points; the mall itself beside it. */
export function BrandStep(props: StepProps) {
  const answer = useQuery(designQuery);
  return (
    <Loadable query={answer} rows={4} rowHeight={72}>
      {(data) => <Brand {...props} answer={data} />}
    </Loadable>
  );
}

function Brand({ answer, plan, state, tell, keeping }: StepProps & { answer: DesignAnswer }) {
  const t = useTranslations('start.brand');
  const { shop } = useShop();
  const draft = useDesignDraft(answer);
  const { content, change, faults } = draft;
  const sample = sampleOf(plan);
  const isShown = JSON.stringify(sample) === JSON.stringify(state.sample);
  // The phone shows what the mall would open with; the server draws it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for what it says, not for each drawing.
  useEffect(() => {
    if (!isShown) tell({ sample });
  }, [isShown]);
  const theme = themeKeeping(content.look, [answer.draft, answer.published]);
  const withLogoColour: GroupProps['change'] = (given, part) => {
    change(given, part);
    const address = pictureAddress(given.logoPictureKey ?? null);
    if (address === null) return;
    void coloursOfPicture(address).then(([main]) => {
      if (main) change({ ...given, look: { ...content.look, main } }, part);
    });
  };
  const group: GroupProps = { content, theme, change, faults };
  return (
    <div className="startColumns startBrand">
      <BrandPreview draft={draft} kept={isShown && keeping === 'kept'} />
      <Stack gap="xl">
        <Part title={t('logo')} lead={t('logoLead')}>
          <LogoGroup {...group} change={withLogoColour} />
        </Part>
        <Part title={t('layout')}>
          <LayoutGroup {...group} />
        </Part>
        <Part title={t('points')}>
          <PointsName group={group} suggested={plan.template.pointsName[shop.locale].other} plan={plan} />
        </Part>
        {draft.state === 'failed' && <ProblemAlert error={draft.error} onRetry={draft.retry} />}
      </Stack>
    </div>
  );
}

function Part({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section>
      <Text component="h2" fw={600} fz="md" m={0}>
        {title}
      </Text>
      {lead && (
        <Text size="sm" c="dimmed">
          {lead}
        </Text>
      )}
      <div className="startPart">{children}</div>
    </section>
  );
}

type PointsNameProps = { group: GroupProps; suggested: string; plan: StepProps['plan'] };

/** One word in the shop's language; the others are folded away. */
function PointsName({ group, suggested, plan }: PointsNameProps) {
  const t = useTranslations('start.brand');
  const design = useTranslations('design');
  const { shop } = useShop();
  const { locale } = useLanguage();
  const [opened, { toggle }] = useDisclosure(false);
  const { content, change } = group;
  const { pointsName } = content;
  const value = pointsName[shop.locale].other;
  const offered = suggested !== DEFAULT_POINTS_NAME[shop.locale].other && suggested !== value;
  return (
    <Stack gap="sm" align="flex-start">
      <TextInput
        aria-label={t('points')}
        lang={shop.locale}
        dir="auto"
        autoComplete="off"
        maw={280}
        maxLength={DESIGN_LIMITS.pointsNameCharacters}
        value={value}
        error={value.trim() === '' ? design('pointsNameMissing') : undefined}
        onChange={({ currentTarget: { value: other } }) => {
          // Chinese has one form; English keeps its singular for its own field.
          const forms = shop.locale === 'en' ? { ...pointsName.en, other } : { one: other, other };
          change({ pointsName: { ...pointsName, [shop.locale]: forms } }, 'pointsName');
        }}
      />
      {offered && (
        <Button
          variant="light"
          size="sm"
          onClick={() => change({ pointsName: plan.template.pointsName }, 'pointsName')}
        >
          {t('pointsSuggested', { name: plan.template.pointsName[locale].other })}
        </Button>
      )}
      <Button variant="subtle" size="sm" px={0} aria-expanded={opened} onClick={toggle}>
        {t('otherLanguages')}
      </Button>
      <Collapse expanded={opened} w="100%">
        <PointsNameGroup {...group} />
      </Collapse>
    </Stack>
  );
}

/** The mall's home by the draft that the server has. */
function BrandPreview({ draft, kept }: { draft: DesignDraft; kept: boolean }) {
  const t = useTranslations('start.brand');
  const { shop } = useShop();
  const { data: sealed } = useQuery(designPreviewQuery);
  const address =
    sealed &&
    previewAddress(
      sealed.url,
      { page: 'home', as: 'visitor', scheme: 'light', locale: shop.locale },
      { rewardId: null, version: `${draft.version}${kept ? '' : '-'}`, base: window.location.href },
    );
  return (
    <section className="startPhone" aria-label={t('preview')}>
      <div className="designPhone">
        {address ? <Frames address={address} title={t('preview')} /> : <Skeleton height="100%" radius={0} />}
      </div>
    </section>
  );
}
