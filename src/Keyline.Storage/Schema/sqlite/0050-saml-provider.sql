-- The tenants as SAML identity providers: apps, signing keys, requests under way, names, and what sessions opened.

create table saml_app_sessions (
    session_id text not null,
    app_id text not null,
    tenant_id text not null,
    "index" text not null,
    name_id text not null,
    name_id_format text not null,
    began_at integer not null,
    expires_at integer not null,
    constraint pk_saml_app_sessions primary key (session_id, app_id)
);

create table saml_apps (
    id text not null constraint pk_saml_apps primary key,
    tenant_id text not null,
    name text not null,
    enabled integer not null,
    entity_id text not null,
    consumer_services text not null,
    single_logout text not null,
    signing_certificates text not null,
    encryption_certificate text,
    encrypt_assertions integer not null,
    require_signed_requests integer not null,
    name_kind integer not null,
    attributes text not null,
    created_at integer not null,
    changed_at integer not null
);

create table saml_logouts (
    id text not null constraint pk_saml_logouts primary key,
    tenant_id text not null,
    state_hash blob not null,
    initiator text,
    request_id text,
    relay_state text,
    return_path text,
    waiting text not null,
    told text,
    partial integer not null,
    expires_at integer not null
);

create table saml_names (
    app_id text not null,
    person_id text not null,
    tenant_id text not null,
    value text not null,
    created_at integer not null,
    constraint pk_saml_names primary key (app_id, person_id)
);

create table saml_provider_keys (
    tenant_id text not null constraint pk_saml_provider_keys primary key,
    keys text not null
);

create table saml_requests (
    id text not null constraint pk_saml_requests primary key,
    tenant_id text not null,
    app_id text not null,
    state_hash blob not null,
    browser_hash blob not null,
    request_id text not null,
    consumer_service text not null,
    relay_state text,
    force_authn integer not null,
    is_passive integer not null,
    name_id_format text,
    subject text,
    contexts text not null,
    comparison integer not null,
    created_at integer not null,
    expires_at integer not null,
    asked_at integer,
    session_before text
);

create index ix_saml_app_sessions_app_id_name_id on saml_app_sessions (app_id, name_id);
create index ix_saml_app_sessions_expires_at on saml_app_sessions (expires_at);
create unique index ix_saml_apps_tenant_id_entity_id on saml_apps (tenant_id, entity_id);
create index ix_saml_logouts_expires_at on saml_logouts (expires_at);
create unique index ix_saml_logouts_state_hash on saml_logouts (state_hash);
create unique index ix_saml_names_app_id_value on saml_names (app_id, value);
create index ix_saml_requests_expires_at on saml_requests (expires_at);
create unique index ix_saml_requests_state_hash on saml_requests (state_hash);
