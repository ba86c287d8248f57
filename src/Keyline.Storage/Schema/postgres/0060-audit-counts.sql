-- How many sign-ins succeeded or were refused on a day.
create index ix_audit_entries_tenant_id_action_outcome_at on audit_entries (tenant_id, action, outcome, at);
