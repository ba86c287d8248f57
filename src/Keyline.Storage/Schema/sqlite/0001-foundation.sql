-- Tenants, the journal, the human plane and sites. Instants are Unix milliseconds in UTC, durations milliseconds.

create table audit_checkpoints (
    tenant_id text not null,
    number integer not null,
    hash blob not null,
    at integer not null,
    key_id text not null,
    signature blob not null,
    constraint pk_audit_checkpoints primary key (tenant_id, number)
);

create table audit_entries (
    number integer not null constraint pk_audit_entries primary key autoincrement,
    id text not null,
    tenant_id text not null,
    at integer not null,
    action text not null,
    outcome integer not null,
    actor_kind text not null,
    actor_id text not null,
    actor_name text not null,
    target_kind text not null,
    target_id text not null,
    target_name text not null,
    reference text not null,
    address text not null,
    facts text not null,
    search_key text not null
);

create table audit_links (
    tenant_id text not null,
    number integer not null,
    entry_id text not null,
    hash blob not null,
    constraint pk_audit_links primary key (tenant_id, number)
);

create table audit_sealer (
    id integer not null constraint pk_audit_sealer primary key,
    transaction_number integer not null,
    number integer not null
);

create table changes (
    number integer not null constraint pk_changes primary key autoincrement,
    tenant_id text not null,
    kind text not null,
    subject text not null,
    at integer not null
);

create table connections (
    id text not null constraint pk_connections primary key,
    tenant_id text not null,
    slug text not null,
    name text not null,
    preset integer not null,
    enabled integer not null,
    creates_people integer not null,
    attributes text not null,
    settings text not null,
    created_at integer not null,
    changed_at integer not null,
    tested_at integer
);

create table custom_roles (
    tenant_id text not null,
    name text not null,
    description text not null,
    permissions text not null,
    per_site integer not null,
    constraint pk_custom_roles primary key (tenant_id, name)
);

create table direct_grants (
    id text not null constraint pk_direct_grants primary key,
    tenant_id text not null,
    person_id text not null,
    role text not null,
    site_id text,
    reason text not null,
    granted_by text not null,
    granted_at integer not null,
    expires_at integer not null
);

create table domains (
    id text not null constraint pk_domains primary key,
    tenant_id text not null,
    name text not null,
    challenge text not null,
    connection_id text,
    claimed_at integer not null,
    verified_at integer,
    checked_at integer,
    missing_since integer,
    verified_name text
);

create table "groups" (
    id text not null constraint pk_groups primary key,
    tenant_id text not null,
    connection_id text not null,
    "key" text not null,
    name text not null,
    created_at integer not null,
    search_key text
);

create table mappings (
    id text not null constraint pk_mappings primary key,
    tenant_id text not null,
    group_id text not null,
    role text not null,
    site_id text,
    created_at integer not null
);

create table memberships (
    group_id text not null,
    person_id text not null,
    tenant_id text not null,
    since integer not null,
    constraint pk_memberships primary key (group_id, person_id)
);

create table people (
    id text not null constraint pk_people primary key,
    tenant_id text not null,
    kind integer not null,
    user_name text not null,
    display_name text not null,
    email text,
    phone text,
    extension text,
    state integer not null,
    local_sign_in integer not null,
    created_at integer not null,
    last_sign_in_at integer,
    email_key text,
    phone_key text,
    search_key text,
    user_name_key text
);

create table person_identities (
    connection_id text not null,
    subject text not null,
    tenant_id text not null,
    person_id text not null,
    linked_at integer not null,
    constraint pk_person_identities primary key (connection_id, subject)
);

create table sessions (
    id text not null constraint pk_sessions primary key,
    tenant_id text not null,
    person_id text not null,
    secret_hash blob not null,
    method integer not null,
    connection_id text,
    assurance integer not null,
    authenticated_at integer not null,
    created_at integer not null,
    expires_at integer not null,
    idle_limit integer not null,
    -- When it ends or ended: the absolute limit, the idle limit or the sign-out, whichever comes first.
    ends_at integer not null,
    last_seen_at integer not null,
    client text not null,
    address text not null,
    idp_session text,
    idp_subject text,
    sealed_logout_hint text,
    ended_at integer,
    end_reason integer
);

create table sign_in_transactions (
    id text not null constraint pk_sign_in_transactions primary key,
    tenant_id text not null,
    connection_id text not null,
    purpose integer not null,
    state_hash blob not null,
    browser_hash blob not null,
    request_id text not null,
    sealed_verifier text,
    return_path text not null,
    person_id text,
    force_authentication integer not null,
    created_at integer not null,
    expires_at integer not null,
    spent_at integer
);

create table spent (
    tenant_id text not null,
    kind text not null,
    value_hash blob not null,
    until integer not null,
    constraint pk_spent primary key (tenant_id, kind, value_hash)
);

create table tenant_settings (
    tenant_id text not null constraint pk_tenant_settings primary key,
    local_sign_in integer not null,
    session_limits_by_role text not null,
    session_limits text not null,
    clock_tolerance_seconds integer not null,
    insecure_allow_clear_text_ldap integer not null,
    insecure_allow_private_addresses integer not null,
    alert_addresses text not null
);

create table tenants (
    id text not null constraint pk_tenants primary key,
    slug text not null,
    name text not null,
    plan integer not null,
    created_at integer not null,
    search_key text
);

create table sites (
    id text not null constraint pk_sites primary key,
    tenant_id text not null,
    slug text not null,
    name text not null,
    created_at integer not null
);

create unique index ix_audit_entries_tenant_id_id on audit_entries (tenant_id, id);
create index ix_audit_entries_tenant_id_reference on audit_entries (tenant_id, reference);
create index ix_audit_entries_tenant_id_actor_id_id on audit_entries (tenant_id, actor_id, id);
create index ix_audit_entries_tenant_id_target_id_id on audit_entries (tenant_id, target_id, id);
create unique index ix_audit_links_entry_id on audit_links (entry_id);
create unique index ix_connections_tenant_id_slug on connections (tenant_id, slug);
create index ix_direct_grants_tenant_id_person_id on direct_grants (tenant_id, person_id);
create unique index ix_domains_tenant_id_name on domains (tenant_id, name);
create unique index ix_domains_verified_name on domains (verified_name);
create unique index ix_groups_connection_id_key on "groups" (connection_id, "key");
create index ix_groups_tenant_id_id on "groups" (tenant_id, id);
create index ix_mappings_tenant_id_group_id on mappings (tenant_id, group_id);
create index ix_memberships_person_id on memberships (person_id);
create index ix_people_tenant_id_email_key on people (tenant_id, email_key);
create index ix_people_tenant_id_id on people (tenant_id, id);
create index ix_people_tenant_id_phone_key on people (tenant_id, phone_key);
create unique index ix_people_tenant_id_user_name_key on people (tenant_id, user_name_key);
create index ix_person_identities_person_id on person_identities (person_id);
create index ix_sessions_connection_id_idp_session on sessions (connection_id, idp_session);
create index ix_sessions_connection_id_idp_subject on sessions (connection_id, idp_subject);
create index ix_sessions_ends_at on sessions (ends_at);
create index ix_sessions_tenant_id_id on sessions (tenant_id, id);
create unique index ix_sessions_secret_hash on sessions (secret_hash);
create index ix_sessions_tenant_id_person_id on sessions (tenant_id, person_id);
create index ix_sign_in_transactions_expires_at on sign_in_transactions (expires_at);
create unique index ix_sign_in_transactions_state_hash on sign_in_transactions (state_hash);
create index ix_spent_until on spent (until);
create unique index ix_tenants_slug on tenants (slug);
create unique index ix_sites_tenant_id_slug on sites (tenant_id, slug);

-- The audit log is append-only, for this program too.
create trigger audit_entries_no_update before update on audit_entries begin select raise(abort, 'audit_entries is append-only'); end;
create trigger audit_entries_no_delete before delete on audit_entries begin select raise(abort, 'audit_entries is append-only'); end;
create trigger audit_links_no_update before update on audit_links begin select raise(abort, 'audit_links is append-only'); end;
create trigger audit_links_no_delete before delete on audit_links begin select raise(abort, 'audit_links is append-only'); end;
create trigger audit_checkpoints_no_update before update on audit_checkpoints begin select raise(abort, 'audit_checkpoints is append-only'); end;
create trigger audit_checkpoints_no_delete before delete on audit_checkpoints begin select raise(abort, 'audit_checkpoints is append-only'); end;

insert into audit_sealer (id, transaction_number, number) values (1, 0, 0);
