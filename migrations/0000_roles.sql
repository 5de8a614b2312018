-- Roles belong to the whole cluster, so they may be there already: made by another database's
-- migrations or by the hand that gives them LOGIN and PASSWORD. They are never dropped or altered
-- here; one that could step over row-level security is refused.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['pointmall_app', 'pointmall_auth', 'pointmall_resolver'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- another database's migrations were quicker
      END;
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = wanted AND (rolsuper OR rolbypassrls)) THEN
      RAISE EXCEPTION 'role % can bypass row-level security: make it without SUPERUSER and BYPASSRLS', wanted;
    END IF;
  END LOOP;
END
$$;
