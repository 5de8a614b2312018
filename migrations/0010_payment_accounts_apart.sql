ALTER TABLE "payment_accounts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "stripe_events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT (tenant_id, account_id, state) ON payment_accounts TO pointmall_resolver;--> statement-breakpoint
CREATE POLICY resolver ON payment_accounts FOR SELECT TO pointmall_resolver USING (true);--> statement-breakpoint

-- Whose account at Stripe this is: at most one row. A webhook names the account and nothing else.
CREATE FUNCTION directory.resolve_payment_account(wanted_account_id text)
RETURNS TABLE (tenant_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT a.tenant_id FROM public.payment_accounts a WHERE a.account_id = wanted_account_id
$$;--> statement-breakpoint

-- One page of the accounts that can be asked for events, in the order of the shops' ids: ids only.
CREATE FUNCTION directory.connected_accounts(after_tenant_id text, max_rows integer)
RETURNS TABLE (tenant_id text, account_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT a.tenant_id, a.account_id
  FROM public.payment_accounts a
  WHERE a.account_id IS NOT NULL AND a.state <> 'deauthorised' AND a.tenant_id > after_tenant_id
  ORDER BY a.tenant_id LIMIT max_rows
$$;--> statement-breakpoint

-- Handed over as in 0003: membership and the right to create here only for the moment.
GRANT pointmall_resolver TO CURRENT_USER;--> statement-breakpoint
GRANT CREATE ON SCHEMA directory TO pointmall_resolver;--> statement-breakpoint
REVOKE ALL ON FUNCTION
  directory.resolve_payment_account(text),
  directory.connected_accounts(text, integer)
FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION
  directory.resolve_payment_account(text),
  directory.connected_accounts(text, integer)
TO pointmall_app;--> statement-breakpoint
ALTER FUNCTION directory.resolve_payment_account(text) OWNER TO pointmall_resolver;--> statement-breakpoint
ALTER FUNCTION directory.connected_accounts(text, integer) OWNER TO pointmall_resolver;--> statement-breakpoint
REVOKE CREATE ON SCHEMA directory FROM pointmall_resolver;--> statement-breakpoint
REVOKE pointmall_resolver FROM CURRENT_USER;
