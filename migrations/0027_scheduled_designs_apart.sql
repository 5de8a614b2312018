ALTER TABLE "design_schedules" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- Shops whose scheduled design is due, found by the cron: whose they are and nothing of how they look.
GRANT SELECT (tenant_id, publish_at) ON design_schedules TO pointmall_resolver;--> statement-breakpoint
CREATE POLICY resolver ON design_schedules FOR SELECT TO pointmall_resolver USING (true);--> statement-breakpoint

CREATE FUNCTION directory.shops_with_designs(before timestamptz, max_rows integer)
RETURNS TABLE (tenant_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT s.tenant_id
  FROM public.design_schedules s
  WHERE s.publish_at <= before
  ORDER BY s.publish_at, s.tenant_id
  LIMIT max_rows
$$;--> statement-breakpoint

-- Handed over as in 0003: rights first, because a change of owner carries the old owner's along.
GRANT pointmall_resolver TO CURRENT_USER;--> statement-breakpoint
GRANT CREATE ON SCHEMA directory TO pointmall_resolver;--> statement-breakpoint
REVOKE ALL ON FUNCTION directory.shops_with_designs(timestamptz, integer) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION directory.shops_with_designs(timestamptz, integer) TO pointmall_app;--> statement-breakpoint
ALTER FUNCTION directory.shops_with_designs(timestamptz, integer) OWNER TO pointmall_resolver;--> statement-breakpoint
REVOKE CREATE ON SCHEMA directory FROM pointmall_resolver;--> statement-breakpoint
REVOKE pointmall_resolver FROM CURRENT_USER;
