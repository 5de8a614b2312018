import { Button, Checkbox, Group, Paper, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { isVoucherKind } from '../../../src/domain/catalogue/reward-kind.ts';
import { REWARD_LIMITS } from '../../../src/domain/catalogue/reward-limits.ts';
import { useSubmission } from '../api/use-submission.ts';
import { LeaveGuard } from '../parts/leave-guard.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { REWARDS_KEY, type Reward, type RewardBase, type SaveInput, saveReward } from './api.ts';
import { DearCash } from './dear-cash.tsx';
import { KindFields } from './kind-fields.tsx';
import { LiveCard } from './live-card.tsx';
import { MixFields } from './mix-fields.tsx';
import { isDearerThanRetail } from './mix-form.ts';
import { type RewardField, type RewardForm, readReward } from './model.ts';
import { PictureField } from './picture-field.tsx';
import { PointsHint } from './points-hint.tsx';
import { ShelfTimeFields } from './shelf-times.tsx';
import { TextsByLocale } from './texts-by-locale.tsx';
import type { VoucherField } from './voucher-form.ts';

type Props = { reward: Reward | null; initial: RewardForm; onSaved: (reward: Reward) => void };

/** The fields of a reward. Saving changes the draft; only publishing changes what members see. */
export function RewardEditor({ reward, initial, onSaved }: Props) {
  const t = useTranslations('rewards');
  const { shop } = useShop();
  const format = useFormat();
  const [form, setForm] = useState(initial);
  const [picture, setPicture] = useState<File | null>(null);
  const [tried, setTried] = useState<'draft' | 'publish' | null>(null);
  const [doubt, askAbout] = useState<{ publish: boolean; mixCash: string } | null>(null);
  const [kept, setKept] = useState(initial);
  const base = useRef<RewardBase | null>(reward && { id: reward.id, draftVersion: reward.draftVersion });
  const submitted = useRef(initial);
  const read = readReward(form, shop, tried ?? 'draft');
  const archived = reward?.state === 'archived';
  const edited = picture !== null || JSON.stringify(form) !== JSON.stringify(kept);
  const change = (part: Partial<RewardForm>) => setForm((before) => ({ ...before, ...part }));
  const isWrong = (field: RewardField) => tried !== null && read.wrong.some((each) => each === field);
  const wrong = (field: Exclude<RewardField, 'mixPoints' | 'mixCash' | VoucherField>) =>
    isWrong(field) ? t(`wrong.${field}`, { most: mostOf(field) }) : undefined;
  const mostOf = (field: RewardField) => {
    if (field === 'limit') return format.count(REWARD_LIMITS.perMember);
    if (field === 'units' || field === 'points') return format.count(REWARD_LIMITS[field]);
    return format.money(REWARD_LIMITS.amountMinor, shop.currency);
  };
  const save = useSubmission({
    send: (input: SaveInput, key) =>
      saveReward(input, key, ({ id, draftVersion }) => {
        base.current = { id, draftVersion };
      }),
    refresh: [REWARDS_KEY],
    onSuccess(saved, { publish }) {
      setPicture(null);
      setKept(submitted.current);
      notifyDone(publish ? t('done.publish') : t('saved'));
      onSaved(saved);
    },
  });
  const submit = (publish: boolean, asked: string | null = null) => {
    const purpose = publish ? 'publish' : 'draft';
    setTried(purpose);
    const read = readReward(form, shop, purpose);
    if (read.changes === null) return;
    const { mix = null, marketPriceMinor = null } = read.changes;
    const dear = isDearerThanRetail({ mix, marketPriceMinor });
    if (dear && asked !== form.mixCash) return askAbout({ publish, mixCash: form.mixCash });
    submitted.current = form;
    // Once the stock is open its units are counted there; the draft's figure would only mislead.
    const { units, ...rest } = read.changes;
    const changes = reward?.stock ? rest : { ...rest, units: units ?? null };
    save.mutate({ base: base.current, changes, picture, publish });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
      noValidate
    >
      <LeaveGuard edited={edited} />
      <DearCash
        opened={doubt !== null}
        mixCash={form.mixCash}
        marketPrice={form.marketPrice}
        onClose={() => askAbout(null)}
        onConfirm={() => {
          askAbout(null);
          submit(doubt?.publish ?? false, doubt?.mixCash ?? null);
        }}
      />
      <fieldset disabled={archived} className="plainFieldset rewardEditor">
        <LiveCard form={form} picture={picture} url={reward?.draft.pictureUrl ?? null} />
        <Stack>
          <KindFields form={form} onChange={change} fixed={reward?.published != null} isWrong={isWrong} />
          <Paper withBorder p="md">
            <Stack>
              <PictureField url={reward?.draft.pictureUrl ?? null} picture={picture} onChange={setPicture} />
              <TextsByLocale form={form} onChange={change} nameError={wrong('name')} />
            </Stack>
          </Paper>
          <Paper withBorder p="md">
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput
                label={t('marketPrice', { currency: shop.currency })}
                inputMode="decimal"
                autoComplete="off"
                value={form.marketPrice}
                onChange={({ currentTarget }) => change({ marketPrice: currentTarget.value })}
                error={wrong('marketPrice')}
              />
              <TextInput
                label={t('cost', { currency: shop.currency })}
                inputMode="decimal"
                autoComplete="off"
                value={form.cost}
                onChange={({ currentTarget }) => change({ cost: currentTarget.value })}
                error={wrong('cost')}
              />
            </SimpleGrid>
            <Stack gap={4} my="sm">
              <PointsHint form={form} onUse={(points) => change({ points })} />
              <Text size="sm" c="dimmed">
                {t('costHint')}
              </Text>
            </Stack>
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput
                label={t('points', { unit: format.unit })}
                inputMode="numeric"
                autoComplete="off"
                required
                value={form.points}
                onChange={({ currentTarget }) => change({ points: currentTarget.value })}
                error={wrong('points')}
              />
              <TextInput
                label={t('limit')}
                placeholder={t('limitNone')}
                inputMode="numeric"
                autoComplete="off"
                value={form.limit}
                onChange={({ currentTarget }) => change({ limit: currentTarget.value })}
                error={wrong('limit')}
              />
              {!reward?.stock && <UnitsFields form={form} onChange={change} error={wrong('units')} />}
            </SimpleGrid>
          </Paper>
          <MixFields
            form={form}
            onChange={change}
            errors={{ mixPoints: isWrong('mixPoints'), mixCash: isWrong('mixCash') }}
          />
          <ShelfTimeFields times={form} onChange={change} errorOf={wrong} />
          {tried !== null && read.wrong.length > 0 && (
            <Text c="var(--mantine-color-error)" role="alert">
              {t('wrongSome')}
            </Text>
          )}
          <ProblemAlert error={save.error} />
          {!archived && (
            <Group gap="sm">
              <Button
                type="button"
                loading={save.isPending && save.variables.publish}
                onClick={() => submit(true)}
              >
                {t('saveAndPublish')}
              </Button>
              <Button type="submit" variant="default" loading={save.isPending && !save.variables.publish}>
                {t('saveDraft')}
              </Button>
            </Group>
          )}
        </Stack>
      </fieldset>
    </form>
  );
}

type UnitsProps = {
  form: RewardForm;
  onChange: (part: Partial<RewardForm>) => void;
  error: string | undefined;
};

/** How many there are to begin with. Vouchers need no stock, so nothing typed is no limit there. */
function UnitsFields({ form, onChange, error }: UnitsProps) {
  const t = useTranslations('rewards');
  const voucher = isVoucherKind(form.kind);
  const closed = form.unlimited && !voucher;
  return (
    <Stack gap="xs">
      <TextInput
        label={t('units')}
        placeholder={voucher ? t('limitNone') : undefined}
        inputMode="numeric"
        autoComplete="off"
        disabled={closed}
        value={closed ? '' : form.units}
        onChange={({ currentTarget }) => onChange({ units: currentTarget.value })}
        error={error}
      />
      {voucher ? (
        <Text size="sm" c="dimmed">
          {t('unlimitedFixed')}
        </Text>
      ) : (
        <Checkbox
          size="md"
          label={t('unlimitedUnits')}
          description={t('unlimitedFixed')}
          checked={form.unlimited}
          onChange={({ currentTarget }) => onChange({ unlimited: currentTarget.checked })}
        />
      )}
    </Stack>
  );
}
