-- A change of owner carries the old owner's rights over to the new one, so the right to list the
-- shops, given in 0003 before the change, was lost to every owner but a superuser.
GRANT pointmall_resolver TO CURRENT_USER;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION directory.tenant_ids(text, integer) TO CURRENT_USER;--> statement-breakpoint
REVOKE pointmall_resolver FROM CURRENT_USER;
