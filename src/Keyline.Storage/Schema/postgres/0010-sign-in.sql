-- What surrounds a sign-in. The details of a sign-in under way may be longer now.

alter table sign_in_transactions alter column sealed_verifier type varchar(4000);

create table sign_in_traces (
    tenant_id uuid not null,
    reference varchar(20) not null,
    connection_id uuid,
    person_id uuid,
    at bigint not null,
    purpose integer not null,
    code integer not null,
    protocol_code varchar(80) not null,
    detail varchar(2000) not null,
    checks varchar(200000) not null,
    address varchar(200) not null,
    client varchar(200) not null,
    refused boolean not null,
    constraint pk_sign_in_traces primary key (tenant_id, reference)
);

create table test_results (
    id uuid not null,
    tenant_id uuid not null,
    connection_id uuid not null,
    browser_hash bytea not null,
    sealed_result varchar(1000000) not null,
    expires_at bigint not null,
    constraint pk_test_results primary key (id)
);

create table seen_attributes (
    tenant_id uuid not null,
    connection_id uuid not null,
    name varchar(300) not null,
    sample varchar(1000) not null,
    seen_at bigint not null,
    constraint pk_seen_attributes primary key (tenant_id, connection_id, name)
);

create table invitations (
    id uuid not null,
    tenant_id uuid not null,
    person_id uuid not null,
    connection_id uuid not null,
    token_hash bytea not null,
    created_by varchar(200) not null,
    created_at bigint not null,
    expires_at bigint not null,
    spent_at bigint,
    constraint pk_invitations primary key (id)
);

create index ix_sign_in_traces_tenant_id_at on sign_in_traces (tenant_id, at);
create index ix_sign_in_traces_at on sign_in_traces (at);
create index ix_test_results_expires_at on test_results (expires_at);
create unique index ix_invitations_token_hash on invitations (token_hash);
create index ix_invitations_expires_at on invitations (expires_at);
