// An SMTP sink. SMTP_USER and SMTP_PASSWORD may sign in; recipients at bounce@ are unknown (550), at busy@ come later (451);
// senders at refused@ are not wanted (554). SMTP_NO_TLS=1 takes STARTTLS away, SMTP_AUTH lists the ways to sign in.
import fs from 'node:fs';
import http from 'node:http';
import { folder, host, load, ports } from './packages.mjs';

const { SMTPServer } = await load('smtp-server');
const { SMTP_USER, SMTP_PASSWORD, SMTP_NO_TLS, SMTP_AUTH = 'PLAIN LOGIN' } = process.env;
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });
const box = [];

const options = {
  key: fs.readFileSync(folder + 'server.key'),
  cert: fs.readFileSync(folder + 'server.crt'),
  authOptional: true,
  authMethods: SMTP_AUTH.split(' '),
  disabledCommands: SMTP_NO_TLS ? ['STARTTLS'] : [],
  onAuth: (auth, session, done) => auth.username === SMTP_USER && auth.password === SMTP_PASSWORD
    ? done(null, { user: auth.username })
    : done(refusal(535, 'no')),
  onMailFrom: (address, session, done) => done(address.address.startsWith('refused@') ? refusal(554, 'Not from you') : undefined),
  onRcptTo: (address, session, done) => done(
    address.address.startsWith('bounce@') ? refusal(550, 'No such user')
      : address.address.startsWith('busy@') ? refusal(451, 'Try later') : undefined),
  onData: (stream, session, done) => {
    const parts = [];
    stream.on('data', part => parts.push(part));
    stream.on('end', () => {
      box.push({
        from: session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map(recipient => recipient.address),
        encrypted: !!session.secure,
        user: session.user || null,
        hello: session.hostNameAppearsAs ?? '',
        data: Buffer.concat(parts).toString('utf8'),
      });
      done();
    });
  },
};

new SMTPServer(options).listen(ports[0], host);
new SMTPServer({ ...options, secure: true }).listen(ports[1], host);
http.createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(box));
}).listen(ports[2], host);
