-- Days of before, shop by shop, because the policies hold an owner who is no superuser as well. A shop whose
-- journals tell of more than its days do was served by a Pointmall without them: its figures begin tomorrow.
DO $$
DECLARE
  shop text;
BEGIN
  FOR shop IN SELECT tenant_id FROM directory.tenant_ids('', 2147483647) LOOP
    PERFORM set_config('app.tenant', shop, true);
    UPDATE public.member_days target SET acted_before = told.acted_before,
      bought_before = told.bought_before, bought_before_that = told.bought_before_that
    FROM (
      SELECT day, member_id,
        CASE WHEN acted THEN lag(day) OVER (PARTITION BY member_id, acted ORDER BY day) END AS acted_before,
        CASE WHEN bought THEN lag(day) OVER (PARTITION BY member_id, bought ORDER BY day) END AS bought_before,
        CASE WHEN bought THEN lag(day, 2) OVER (PARTITION BY member_id, bought ORDER BY day) END
          AS bought_before_that
      FROM (
        SELECT day, member_id, purchases > 0 OR redemptions > 0 AS acted, purchases > 0 AS bought
        FROM public.member_days WHERE tenant_id = shop
      ) own
    ) told
    WHERE target.tenant_id = shop AND target.day = told.day AND target.member_id = told.member_id;
    UPDATE public.tenants SET figures_from = (now() AT TIME ZONE time_zone)::date + 1
    WHERE id = shop
      AND (SELECT coalesce(sum(points), 0) FROM public.journal_rows
        WHERE tenant_id = shop AND object_kind = 'account')
      <> (SELECT coalesce(sum(brought_points + issued_points - redeemed_points - expired_points), 0)
        FROM public.member_days WHERE tenant_id = shop);
  END LOOP;
  PERFORM set_config('app.tenant', '', true);
END
$$;
