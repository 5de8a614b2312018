-- The role of schema auth cannot see the log, and what it changes must not be without its line: this
-- writes one, in the batch of the change. The policy of `audit_log` holds for it too, so that it sets
-- the shop for its own statement; the resolver may add lines and nothing else.
GRANT INSERT ON audit_log TO pointmall_resolver;--> statement-breakpoint
CREATE FUNCTION directory.log_staff_act(wanted_tenant text, line jsonb)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT pg_catalog.set_config('app.tenant', wanted_tenant, true);
  INSERT INTO public.audit_log (tenant_id, id, actor_kind, actor_id, actor_name, action, target, detail, at)
  VALUES (wanted_tenant, line ->> 'id', line ->> 'actorKind', line ->> 'actorId', line ->> 'actorName',
    line ->> 'action', line ->> 'target', line -> 'detail', (line ->> 'at')::timestamptz);
$$;--> statement-breakpoint

-- Handed over as in 0003: membership and the right to create here only for the moment.
GRANT pointmall_resolver TO CURRENT_USER;--> statement-breakpoint
GRANT CREATE ON SCHEMA directory TO pointmall_resolver;--> statement-breakpoint
REVOKE ALL ON FUNCTION directory.log_staff_act(text, jsonb) FROM PUBLIC;--> statement-breakpoint
GRANT USAGE ON SCHEMA directory TO pointmall_auth;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION directory.log_staff_act(text, jsonb) TO pointmall_auth;--> statement-breakpoint
ALTER FUNCTION directory.log_staff_act(text, jsonb) OWNER TO pointmall_resolver;--> statement-breakpoint
REVOKE CREATE ON SCHEMA directory FROM pointmall_resolver;--> statement-breakpoint
REVOKE pointmall_resolver FROM CURRENT_USER;
