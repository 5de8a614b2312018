ALTER TABLE "member_figures" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- Members of before. Shop by shop, because the policies hold an owner who is no superuser as well.
DO $$
DECLARE
  shop text;
BEGIN
  FOR shop IN SELECT tenant_id FROM directory.tenant_ids('', 2147483647) LOOP
    PERFORM set_config('app.tenant', shop, true);
    INSERT INTO public.member_figures (tenant_id, member_id, imported_visit_at)
    SELECT m.tenant_id, m.id, (
      SELECT max(to_timestamp((j.body ->> 'occurredAtMs')::bigint / 1000.0)) FROM public.journal_rows j
      WHERE j.tenant_id = m.tenant_id AND j.object_kind = 'account' AND j.object_id = m.id
        AND j.type = 'points.earned' AND j.body ->> 'movement' = 'earned')
    FROM public.members m WHERE m.tenant_id = shop
    ON CONFLICT DO NOTHING;
    UPDATE public.member_figures f SET
      balance_points = coalesce((
        SELECT j.balance_after FROM public.journal_rows j
        WHERE j.tenant_id = f.tenant_id AND j.object_kind = 'account' AND j.object_id = f.member_id
          AND j.points IS NOT NULL
        ORDER BY j.epoch DESC, j.seq DESC LIMIT 1), 0),
      last_visit_at = greatest(f.imported_visit_at, (
        SELECT max(o.occurred_at) FROM public.orders o
        WHERE o.tenant_id = f.tenant_id AND o.member_id = f.member_id AND o.status <> 'cancelled'
          AND (o.spent_minor > 0 OR o.points > o.clawed_back_points)), (
        SELECT max(r.visited_at) FROM public.redemptions r
        WHERE r.tenant_id = f.tenant_id AND r.member_id = f.member_id)),
      first_redeemed_at = (
        SELECT min(r.created_at) FROM public.redemptions r
        WHERE r.tenant_id = f.tenant_id AND r.member_id = f.member_id AND r.state NOT IN
          ('reserving', 'awaiting_payment', 'undoing', 'undone', 'cancelling', 'cancelled'))
    WHERE f.tenant_id = shop;
    -- What was available was not told by rows of then: the balance, until the account tells it again.
    UPDATE public.member_figures f SET available_points = f.balance_points WHERE f.tenant_id = shop;
  END LOOP;
  PERFORM set_config('app.tenant', '', true);
END
$$;
