// For a test, preloaded into every process: whoever looks up or connects to an address of another machine fails, and is
// written down in the file that NO_NETWORK_FILE names.
import { appendFileSync } from 'node:fs';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import process from 'node:process';

const HERE = /^(localhost|127(\.\d+){3}|::1|::ffff:127(\.\d+){3})$/;

function refuse(host) {
  const { stack } = new Error(`asked ${host}`);
  appendFileSync(process.env.NO_NETWORK_FILE, `${process.argv.join(' ')}: ${stack}\n`);
  throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
}

function guarded(of, name, hostOf) {
  const original = of[name];
  of[name] = function (...given) {
    const host = hostOf(given);
    if (typeof host === 'string' && !HERE.test(host)) refuse(host);
    return original.apply(this, given);
  };
}

for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) guarded(dns, name, ([host]) => host);
for (const name of ['lookup', 'resolve']) guarded(dns.promises, name, ([host]) => host);
// Node has normalized the options by now: an array of them and the callback, or a path of a pipe without a host.
guarded(net.Socket.prototype, 'connect', ([first, second]) => {
  const options = Array.isArray(first) ? first[0] : first;
  return typeof options === 'object' && options !== null ? options.host : second;
});
syncBuiltinESMExports();
