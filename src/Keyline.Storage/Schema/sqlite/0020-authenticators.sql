-- What lets people in without an IdP: passwords, second factors, known browsers, links, counters; break-glass accounts and drills; mail.

create table break_glass_accounts (
    person_id text not null constraint pk_break_glass_accounts primary key,
    tenant_id text not null,
    allowed_networks text not null,
    created_at integer not null,
    last_used_at integer,
    last_drill_at integer
);

create table break_glass_drills (
    id text not null constraint pk_break_glass_drills primary key,
    tenant_id text not null,
    person_id text not null,
    started_by text not null,
    started_at integer not null,
    ends_at integer not null,
    completed_at integer,
    evidence text,
    key_id text,
    signature blob
);

create table credential_links (
    id text not null constraint pk_credential_links primary key,
    tenant_id text not null,
    person_id text not null,
    secret_hash blob not null,
    purpose integer not null,
    sealed_totp text,
    expires_at integer not null,
    spent_at integer
);

create table evidence_keys (
    id text not null constraint pk_evidence_keys primary key,
    public_key blob not null,
    sealed_private_key text not null,
    created_at integer not null,
    number integer not null
);

create table known_devices (
    secret_hash blob not null constraint pk_known_devices primary key,
    tenant_id text not null,
    person_id text not null,
    last_used_at integer not null,
    expires_at integer not null
);

create table local_transactions (
    id text not null constraint pk_local_transactions primary key,
    tenant_id text not null,
    person_id text not null,
    secret_hash blob not null,
    return_path text not null,
    password_at integer not null,
    expires_at integer not null,
    tries integer not null,
    spent_at integer
);

create table outbox_mails (
    id text not null constraint pk_outbox_mails primary key,
    tenant_id text not null,
    "to" text not null,
    subject text not null,
    sealed_text text not null,
    created_at integer not null,
    next_try_at integer not null,
    tries integer not null,
    last_fault text,
    given_up_at integer
);

create table passkey_ceremonies (
    purpose integer not null,
    owner text not null,
    tenant_id text not null,
    person_id text not null,
    state text not null,
    expires_at integer not null,
    constraint pk_passkey_ceremonies primary key (owner, purpose)
);

create table passkeys (
    id text not null constraint pk_passkeys primary key,
    tenant_id text not null,
    person_id text not null,
    name text not null,
    credential_id blob not null,
    public_key blob not null,
    sign_count integer not null,
    transports text not null,
    backup_eligible integer not null,
    backed_up integer not null,
    created_at integer not null,
    last_used_at integer
);

create table passwords (
    person_id text not null constraint pk_passwords primary key,
    tenant_id text not null,
    hash text not null,
    suffices_alone integer not null,
    set_at integer not null,
    rotation_due_since integer
);

create table recovery_codes (
    person_id text not null,
    hash blob not null,
    tenant_id text not null,
    created_at integer not null,
    used_at integer,
    constraint pk_recovery_codes primary key (person_id, hash)
);

create table throttle_counters (
    "key" blob not null constraint pk_throttle_counters primary key,
    tenant_id text not null,
    failures integer not null,
    counted_at integer not null,
    blocked_until integer not null,
    expires_at integer not null
);

create table totp_credentials (
    person_id text not null constraint pk_totp_credentials primary key,
    tenant_id text not null,
    sealed_secret text,
    confirmed_at integer,
    last_step integer not null,
    last_used_at integer,
    sealed_pending text,
    pending_since integer
);

create index ix_break_glass_accounts_tenant_id on break_glass_accounts (tenant_id);
create index ix_break_glass_drills_person_id on break_glass_drills (person_id);
create index ix_break_glass_drills_tenant_id_id on break_glass_drills (tenant_id, id);
create index ix_credential_links_expires_at on credential_links (expires_at);
create index ix_credential_links_person_id on credential_links (person_id);
create unique index ix_credential_links_secret_hash on credential_links (secret_hash);
create unique index ix_evidence_keys_number on evidence_keys (number);
create index ix_known_devices_expires_at on known_devices (expires_at);
create index ix_known_devices_person_id on known_devices (person_id);
create index ix_local_transactions_expires_at on local_transactions (expires_at);
create unique index ix_local_transactions_secret_hash on local_transactions (secret_hash);
create index ix_outbox_mails_next_try_at on outbox_mails (next_try_at);
create index ix_outbox_mails_tenant_id_id on outbox_mails (tenant_id, id);
create index ix_passkey_ceremonies_expires_at on passkey_ceremonies (expires_at);
create unique index ix_passkeys_credential_id on passkeys (credential_id);
create index ix_passkeys_person_id on passkeys (person_id);
create index ix_throttle_counters_expires_at on throttle_counters (expires_at);
