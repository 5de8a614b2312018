-- The owner's commands (audit, rebuild) read each shop as the application's role would, which takes
-- membership where the owner is no superuser.
GRANT pointmall_app TO CURRENT_USER;
