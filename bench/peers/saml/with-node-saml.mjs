// with-node-saml.mjs FOLDER SECONDS: checks the response again and again, and prints checks per second of processor time.
import fs from 'node:fs';
import path from 'node:path';
import { SAML } from '@node-saml/node-saml';

const [folder, seconds] = process.argv.slice(2);
const read = name => fs.readFileSync(path.join(folder, name), 'utf8');
const [entityId, location, idp] = read('names.txt').split('\n');
const saml = new SAML({
  issuer: entityId, audience: entityId, callbackUrl: location, idpCert: read('idp.pem'), idpIssuer: idp,
  wantAssertionsSigned: true, wantAuthnResponseSigned: true, validateInResponseTo: 'never', acceptedClockSkewMs: 60000,
});
const body = { SAMLResponse: read('response.txt') };
const check = async () => {
  const { profile } = await saml.validatePostResponseAsync(body);
  if (profile.nameID !== 'user-1') throw new Error('another name came out');
};

for (let i = 0; i < 50; i++) await check();
const before = process.cpuUsage(), start = performance.now();
let count = 0;
while (performance.now() - start < seconds * 1000) { await check(); count++; }
const { user, system } = process.cpuUsage(before);
console.log(count / ((user + system) / 1e6));
