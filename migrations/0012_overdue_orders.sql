-- Orders of members that an account may not know of yet, found by the cron across shops.
GRANT SELECT (tenant_id, channel, order_id, credit_at) ON order_claims TO pointmall_resolver;--> statement-breakpoint
CREATE POLICY resolver ON order_claims FOR SELECT TO pointmall_resolver USING (true);--> statement-breakpoint

-- Orders that should have been credited before the given moment, longest overdue first: ids only.
CREATE FUNCTION directory.overdue_orders(before timestamptz, max_rows integer)
RETURNS TABLE (tenant_id text, channel text, order_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT c.tenant_id, c.channel, c.order_id
  FROM public.order_claims c
  WHERE c.credit_at <= before
  ORDER BY c.credit_at, c.tenant_id, c.channel, c.order_id
  LIMIT max_rows
$$;--> statement-breakpoint

-- Handed over as in 0003: rights first, because a change of owner carries the old owner's along.
GRANT pointmall_resolver TO CURRENT_USER;--> statement-breakpoint
GRANT CREATE ON SCHEMA directory TO pointmall_resolver;--> statement-breakpoint
REVOKE ALL ON FUNCTION directory.overdue_orders(timestamptz, integer) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION directory.overdue_orders(timestamptz, integer) TO pointmall_app;--> statement-breakpoint
ALTER FUNCTION directory.overdue_orders(timestamptz, integer) OWNER TO pointmall_resolver;--> statement-breakpoint
REVOKE CREATE ON SCHEMA directory FROM pointmall_resolver;--> statement-breakpoint
REVOKE pointmall_resolver FROM CURRENT_USER;
