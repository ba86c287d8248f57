-- What surrounds a sign-in. The details of a sign-in under way (sealed_verifier) may be longer now; SQLite has no limit to change.

create table sign_in_traces (
    tenant_id text not null,
    reference text not null,
    connection_id text,
    person_id text,
    at integer not null,
    purpose integer not null,
    code integer not null,
    protocol_code text not null,
    detail text not null,
    checks text not null,
    address text not null,
    client text not null,
    refused integer not null,
    constraint pk_sign_in_traces primary key (tenant_id, reference)
);

create table test_results (
    id text not null constraint pk_test_results primary key,
    tenant_id text not null,
    connection_id text not null,
    browser_hash blob not null,
    sealed_result text not null,
    expires_at integer not null
);

create table seen_attributes (
    tenant_id text not null,
    connection_id text not null,
    name text not null,
    sample text not null,
    seen_at integer not null,
    constraint pk_seen_attributes primary key (tenant_id, connection_id, name)
);

create table invitations (
    id text not null constraint pk_invitations primary key,
    tenant_id text not null,
    person_id text not null,
    connection_id text not null,
    token_hash blob not null,
    created_by text not null,
    created_at integer not null,
    expires_at integer not null,
    spent_at integer
);

create index ix_sign_in_traces_tenant_id_at on sign_in_traces (tenant_id, at);
create index ix_sign_in_traces_at on sign_in_traces (at);
create index ix_test_results_expires_at on test_results (expires_at);
create unique index ix_invitations_token_hash on invitations (token_hash);
create index ix_invitations_expires_at on invitations (expires_at);
