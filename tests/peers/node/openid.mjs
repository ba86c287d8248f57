// An OpenID provider with a login form. The issuer is http://PEER_HOST:PEER_PORT.
//   OPENID_CLIENTS  the clients as JSON, in the words of the registration specification; required
//   OPENID_PEOPLE   {"name": {"password": "...", "claims": {...}}} as JSON; without it user001..user020 with password pw-NAME
// The form has the fields login and password, and one named claims: JSON that is added to the person's claims in this sign-in.
// PEER_PORT2 steers it: POST /rotate makes new keys and keeps the old ones published (?keep=0: takes them away);
// PUT /claims/NAME sets that person's claims; POST /logout/NAME ends the person's sessions and tells the clients (back-channel);
// GET /log says what happened.
import http from 'node:http';
import { host, load, ports } from './packages.mjs';

const { default: Provider } = await load('oidc-provider');
const { exportJWK, generateKeyPair } = await load('jose');
const issuer = `http://${host}:${ports[0]}`;
const clients = JSON.parse(process.env.OPENID_CLIENTS ?? '[]');
const people = JSON.parse(process.env.OPENID_PEOPLE ?? 'null') ?? Object.fromEntries(Array.from({ length: 20 }, (_, i) => {
  const name = 'user' + String(i + 1).padStart(3, '0');
  const groups = ['all', ...(i < 10 ? ['phones'] : []), ...(i < 2 ? ['admins'] : [])];
  return [name, { password: 'pw-' + name, claims: { name: `Test User ${i + 1}`, preferred_username: name, email: name + '@acme.test', email_verified: true, groups } }];
}));
const extra = new Map();
const log = [];
let generation = 0;

async function newKeys() {
  generation += 1;
  return Promise.all(['RS256', 'ES256', 'PS256'].map(async alg => {
    const { privateKey } = await generateKeyPair(alg, { extractable: true });
    return { ...await exportJWK(privateKey), alg, kid: `${alg}-${generation}`, use: 'sig' };
  }));
}

// What survives a rotation of keys: sessions, grants, codes.
class Memory {
  static all = new Map();
  constructor(name) { this.name = name; }
  key(id) { return `${this.name}:${id}`; }
  async upsert(id, payload) { Memory.all.set(this.key(id), payload); }
  async find(id) { return Memory.all.get(this.key(id)); }
  async findByUid(uid) { return [...Memory.all.entries()].find(([key, value]) => key.startsWith('Session:') && value.uid === uid)?.[1]; }
  async findByUserCode() { return undefined; }
  async consume(id) { const found = Memory.all.get(this.key(id)); if (found) found.consumed = Math.floor(Date.now() / 1000); }
  async destroy(id) { Memory.all.delete(this.key(id)); }
  async revokeByGrantId(grant) { for (const [key, value] of Memory.all) if (value.grantId === grant) Memory.all.delete(key); }
}

const names = ['name', 'preferred_username', 'email', 'email_verified', 'phone_number', 'groups', 'roles', 'oid', 'tid', 'hasgroups',
  '_claim_names', '_claim_sources', 'hd', 'department'];

function makeProvider(keys) {
  const on = { enabled: true };
  const provider = new Provider(issuer, {
    adapter: Memory,
    jwks: { keys },
    clients,
    features: { devInteractions: { enabled: false }, backchannelLogout: on, rpInitiatedLogout: on, revocation: on, introspection: on, userinfo: on, pushedAuthorizationRequests: on },
    scopes: ['openid', 'profile', 'email', 'groups', 'offline_access'],
    // Everything is in the ID token too, as most providers of companies do it.
    conformIdTokenClaims: false,
    claims: { openid: ['sub', ...names], acr: null, amr: null, auth_time: null },
    acrValues: ['urn:test:password', 'urn:test:strong'],
    findAccount: (context, id) => people[id] && { accountId: id, claims: () => ({ ...people[id].claims, ...extra.get(id), sub: people[id].claims?.sub ?? id }) },
    interactions: { url: (context, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: async context => {
      const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId });
      grant.addOIDCScope('openid profile email groups offline_access');
      grant.addOIDCClaims(names);
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    cookies: { keys: ['only-for-tests'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 3600, IdToken: 600, Interaction: 600, Session: 3600, RefreshToken: 3600 },
    // The provider's own dispatcher refuses loopback targets, where all tests are.
    fetch: (url, options) => { delete options.dispatcher; return fetch(url, options); },
  });
  for (const event of ['server_error', 'grant.error', 'authorization.error', 'backchannel.error', 'backchannel.success', 'userinfo.error']) {
    provider.on(event, (...details) => {
      const line = [event, ...details.flatMap(detail => [detail?.message, detail?.error_description, detail?.clientId, detail?.cause?.message])].filter(Boolean).join(' ');
      log.push(line);
      console.log(line);
    });
  }
  return provider;
}

let keys = await newKeys();
let provider = makeProvider(keys);
let answer = provider.callback();

const escape = text => String(text ?? '').replace(/[&<>"]/g, c => `&#${c.charCodeAt(0)};`);
const form = (uid, hint, message) => `<!doctype html><html lang="en"><title>Test provider</title><h1>Test provider</h1><p id="message">${escape(message)}</p>
<form method="post" action="/interaction/${uid}"><label>Login <input name="login" value="${escape(hint)}" autofocus></label>
<label>Password <input name="password" type="password"></label><label>Claims <textarea name="claims"></textarea></label>
<button id="sign-in">Sign in</button><button id="cancel" name="cancel" value="1">Cancel</button></form>`;

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

async function interaction(request, response) {
  const details = await provider.interactionDetails(request, response);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  if (request.method !== 'POST') { response.end(form(details.uid, details.params.login_hint, '')); return; }
  const fields = new URLSearchParams(await body(request));
  if (fields.get('cancel')) {
    await provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'The person cancelled' }, { mergeWithLastSubmission: false });
    return;
  }
  const login = fields.get('login') ?? '';
  if (!people[login] || people[login].password !== fields.get('password')) { response.end(form(details.uid, login, 'Wrong login or password')); return; }
  if (fields.get('claims')) extra.set(login, JSON.parse(fields.get('claims')));
  const acr = details.params.acr_values?.split(' ')[0] ?? 'urn:test:password';
  await provider.interactionFinished(request, response, { login: { accountId: login, acr, amr: ['pwd'], remember: true } }, { mergeWithLastSubmission: false });
}

http.createServer((request, response) => {
  if (!request.url.startsWith('/interaction/')) { answer(request, response); return; }
  interaction(request, response).catch(error => { log.push('interaction ' + error.message); response.statusCode = 400; response.end(error.message); });
}).listen(ports[0], host);

async function logout(name) {
  const sessions = [...Memory.all.entries()].filter(([key, value]) => key.startsWith('Session:') && value.accountId === name);
  for (const [key, session] of sessions) {
    for (const [id, authorization] of Object.entries(session.authorizations ?? {})) {
      const client = await provider.Client.find(id);
      if (client?.backchannelLogoutUri) {
        await client.backchannelLogout(name, authorization.sid);
        log.push('backchannel.success ' + id);
      }
    }
    Memory.all.delete(key);
  }
  return sessions.length;
}

async function steer(request) {
  const address = new URL(request.url, issuer);
  const [, what, name] = address.pathname.split('/');
  switch (`${request.method} ${what}`) {
    case 'POST rotate': {
      const fresh = await newKeys();
      keys = address.searchParams.get('keep') === '0' ? fresh : [...fresh, ...keys];
      provider = makeProvider(keys);
      answer = provider.callback();
      return { kids: keys.map(key => key.kid) };
    }
    case 'PUT claims': people[name].claims = JSON.parse(await body(request)); extra.delete(name); return {};
    case 'POST logout': return { sessions: await logout(name) };
    case 'GET log': return log;
    default: throw new Error('unknown: ' + request.method + ' ' + address.pathname);
  }
}

http.createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  steer(request).then(
    result => response.end(JSON.stringify(result)),
    error => { response.statusCode = 400; response.end(JSON.stringify({ error: error.message })); });
}).listen(ports[1], host);
