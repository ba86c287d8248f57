create table setup_links (
    id text not null constraint pk_setup_links primary key,
    tenant_id text not null,
    token_hash blob not null,
    label text not null,
    created_by text not null,
    created_at integer not null,
    expires_at integer not null,
    activated_at integer,
    browser_hash blob,
    activated_from text,
    finished_at integer,
    revoked_at integer,
    connection_id text,
    domain_ids text not null
);

create unique index ix_setup_links_token_hash on setup_links (token_hash);
create index ix_setup_links_tenant_id_id on setup_links (tenant_id, id);
