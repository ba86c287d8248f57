create table setup_links (
    id uuid not null,
    tenant_id uuid not null,
    token_hash bytea not null,
    label varchar(200) not null,
    created_by varchar(200) not null,
    created_at bigint not null,
    expires_at bigint not null,
    activated_at bigint,
    browser_hash bytea,
    activated_from varchar(200),
    finished_at bigint,
    revoked_at bigint,
    connection_id uuid,
    domain_ids varchar(4000) not null,
    constraint pk_setup_links primary key (id)
);

create unique index ix_setup_links_token_hash on setup_links (token_hash);
create index ix_setup_links_tenant_id_id on setup_links (tenant_id, id);
