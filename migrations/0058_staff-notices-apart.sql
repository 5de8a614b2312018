ALTER TABLE "notice_choices" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "staff_events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "staff_notices" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- Shops in which something waits for the staff, found by the cron with those that have letters to send.
GRANT SELECT (tenant_id, due_at) ON staff_events TO pointmall_resolver;--> statement-breakpoint
CREATE POLICY resolver ON staff_events FOR SELECT TO pointmall_resolver USING (true);--> statement-breakpoint

-- Only its owner may replace it, as in 0003.
GRANT pointmall_resolver TO CURRENT_USER;--> statement-breakpoint
GRANT CREATE ON SCHEMA directory TO pointmall_resolver;--> statement-breakpoint
CREATE OR REPLACE FUNCTION directory.shops_with_letters(before timestamptz, max_rows integer)
RETURNS TABLE (tenant_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT due.tenant_id
  FROM (
    SELECT l.tenant_id, l.due_at FROM public.letters l WHERE l.due_at <= before
    UNION ALL
    SELECT e.tenant_id, e.due_at FROM public.staff_events e WHERE e.due_at <= before
  ) due
  GROUP BY due.tenant_id
  ORDER BY min(due.due_at), due.tenant_id
  LIMIT max_rows
$$;--> statement-breakpoint
REVOKE CREATE ON SCHEMA directory FROM pointmall_resolver;--> statement-breakpoint
REVOKE pointmall_resolver FROM CURRENT_USER;
