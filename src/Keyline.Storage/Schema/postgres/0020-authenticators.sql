-- What lets people in without an IdP: passwords, second factors, known browsers, links, counters; break-glass accounts and drills; mail.

create table break_glass_accounts (
    person_id uuid not null,
    tenant_id uuid not null,
    allowed_networks varchar(4000) not null,
    created_at bigint not null,
    last_used_at bigint,
    last_drill_at bigint,
    constraint pk_break_glass_accounts primary key (person_id)
);

create table break_glass_drills (
    id uuid not null,
    tenant_id uuid not null,
    person_id uuid not null,
    started_by varchar(200) not null,
    started_at bigint not null,
    ends_at bigint not null,
    completed_at bigint,
    evidence varchar(4000),
    key_id varchar(16),
    signature bytea,
    constraint pk_break_glass_drills primary key (id)
);

create table credential_links (
    id uuid not null,
    tenant_id uuid not null,
    person_id uuid not null,
    secret_hash bytea not null,
    purpose integer not null,
    sealed_totp varchar(300),
    expires_at bigint not null,
    spent_at bigint,
    constraint pk_credential_links primary key (id)
);

create table evidence_keys (
    id varchar(16) not null,
    public_key bytea not null,
    sealed_private_key varchar(1000) not null,
    created_at bigint not null,
    number integer not null,
    constraint pk_evidence_keys primary key (id)
);

create table known_devices (
    secret_hash bytea not null,
    tenant_id uuid not null,
    person_id uuid not null,
    last_used_at bigint not null,
    expires_at bigint not null,
    constraint pk_known_devices primary key (secret_hash)
);

create table local_transactions (
    id uuid not null,
    tenant_id uuid not null,
    person_id uuid not null,
    secret_hash bytea not null,
    return_path varchar(2000) not null,
    password_at bigint not null,
    expires_at bigint not null,
    tries integer not null,
    spent_at bigint,
    constraint pk_local_transactions primary key (id)
);

create table outbox_mails (
    id uuid not null,
    tenant_id uuid not null,
    "to" varchar(320) not null,
    subject varchar(200) not null,
    sealed_text varchar(16384) not null,
    created_at bigint not null,
    next_try_at bigint not null,
    tries integer not null,
    last_fault varchar(500),
    given_up_at bigint,
    constraint pk_outbox_mails primary key (id)
);

create table passkey_ceremonies (
    purpose integer not null,
    owner uuid not null,
    tenant_id uuid not null,
    person_id uuid not null,
    state varchar(4000) not null,
    expires_at bigint not null,
    constraint pk_passkey_ceremonies primary key (owner, purpose)
);

create table passkeys (
    id uuid not null,
    tenant_id uuid not null,
    person_id uuid not null,
    name varchar(60) not null,
    credential_id bytea not null,
    public_key bytea not null,
    sign_count bigint not null,
    transports varchar(500) not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    created_at bigint not null,
    last_used_at bigint,
    constraint pk_passkeys primary key (id)
);

create table passwords (
    person_id uuid not null,
    tenant_id uuid not null,
    hash varchar(128) not null,
    suffices_alone boolean not null,
    set_at bigint not null,
    rotation_due_since bigint,
    constraint pk_passwords primary key (person_id)
);

create table recovery_codes (
    person_id uuid not null,
    hash bytea not null,
    tenant_id uuid not null,
    created_at bigint not null,
    used_at bigint,
    constraint pk_recovery_codes primary key (person_id, hash)
);

create table throttle_counters (
    key bytea not null,
    tenant_id uuid not null,
    failures integer not null,
    counted_at bigint not null,
    blocked_until bigint not null,
    expires_at bigint not null,
    constraint pk_throttle_counters primary key (key)
);

create table totp_credentials (
    person_id uuid not null,
    tenant_id uuid not null,
    sealed_secret varchar(300),
    confirmed_at bigint,
    last_step bigint not null,
    last_used_at bigint,
    sealed_pending varchar(300),
    pending_since bigint,
    constraint pk_totp_credentials primary key (person_id)
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
