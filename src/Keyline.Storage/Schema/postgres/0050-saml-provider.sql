-- The tenants as SAML identity providers: apps, signing keys, requests under way, names, and what sessions opened.

create table saml_app_sessions (
    session_id uuid not null,
    app_id uuid not null,
    tenant_id uuid not null,
    "index" varchar(200) not null,
    name_id varchar(512) not null,
    name_id_format varchar(200) not null,
    began_at bigint not null,
    expires_at bigint not null,
    constraint pk_saml_app_sessions primary key (session_id, app_id)
);

create table saml_apps (
    id uuid not null,
    tenant_id uuid not null,
    name varchar(200) not null,
    enabled boolean not null,
    entity_id varchar(1024) not null,
    consumer_services varchar(100000) not null,
    single_logout varchar(100000) not null,
    signing_certificates varchar(200000) not null,
    encryption_certificate varchar(20000),
    encrypt_assertions boolean not null,
    require_signed_requests boolean not null,
    name_kind integer not null,
    attributes varchar(8000) not null,
    created_at bigint not null,
    changed_at bigint not null,
    constraint pk_saml_apps primary key (id)
);

create table saml_logouts (
    id uuid not null,
    tenant_id uuid not null,
    state_hash bytea not null,
    initiator uuid,
    request_id varchar(256),
    relay_state varchar(200),
    return_path varchar(2000),
    waiting varchar(200000) not null,
    told varchar(4000),
    partial boolean not null,
    expires_at bigint not null,
    constraint pk_saml_logouts primary key (id)
);

create table saml_names (
    app_id uuid not null,
    person_id uuid not null,
    tenant_id uuid not null,
    value varchar(200) not null,
    created_at bigint not null,
    constraint pk_saml_names primary key (app_id, person_id)
);

create table saml_provider_keys (
    tenant_id uuid not null,
    keys varchar(50000) not null,
    constraint pk_saml_provider_keys primary key (tenant_id)
);

create table saml_requests (
    id uuid not null,
    tenant_id uuid not null,
    app_id uuid not null,
    state_hash bytea not null,
    browser_hash bytea not null,
    request_id varchar(256) not null,
    consumer_service varchar(2000) not null,
    relay_state varchar(200),
    force_authn boolean not null,
    is_passive boolean not null,
    name_id_format varchar(200),
    subject varchar(512),
    contexts varchar(40000) not null,
    comparison integer not null,
    created_at bigint not null,
    expires_at bigint not null,
    asked_at bigint,
    session_before uuid,
    constraint pk_saml_requests primary key (id)
);

create index ix_saml_app_sessions_app_id_name_id on saml_app_sessions (app_id, name_id);
create index ix_saml_app_sessions_expires_at on saml_app_sessions (expires_at);
create unique index ix_saml_apps_tenant_id_entity_id on saml_apps (tenant_id, entity_id);
create index ix_saml_logouts_expires_at on saml_logouts (expires_at);
create unique index ix_saml_logouts_state_hash on saml_logouts (state_hash);
create unique index ix_saml_names_app_id_value on saml_names (app_id, value);
create index ix_saml_requests_expires_at on saml_requests (expires_at);
create unique index ix_saml_requests_state_hash on saml_requests (state_hash);
