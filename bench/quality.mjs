// SPDX-License-Identifier: Apache-2.0
// Holds alerts.ndjson against truth.ndjson. An alert is true if its actor is one of an attack's names and it did not
// end before the attack began.
import { existsSync, readFileSync } from 'node:fs';

const [folder, actors] = [process.argv[2], Number(process.argv[3])];
const lines = (name) => {
  const file = `${folder}/${name}`;
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)) : [];
};
const attacks = lines('truth.ndjson');
const alerts = lines('alerts.ndjson').sort((a, b) => a.raised_at.localeCompare(b.raised_at));
const isAddress = (name) => name.includes('/') || /^[\d.]+$/.test(name) && name.split('.').length === 4;
const named = (alert, name) => alert.actor.name === name || (isAddress(name) && alert.actor.name.startsWith(name));

const found = new Map();
let wrong = 0;
for (const alert of alerts) {
  const attack = attacks.find(
    (one) => one.names.some((name) => named(alert, name)) && Date.parse(alert.last_seen) >= Date.parse(one.first_seen),
  );
  wrong += attack ? 0 : 1;
  if (attack && !found.has(attack.kind)) found.set(attack.kind, alert);
  console.log(
    attack ? `true   ${attack.kind}` : 'false  ',
    alert.raised_at.slice(0, 16), alert.risk, alert.actor.name, alert.scenarios.join(' '),
  );
}
for (const attack of attacks) {
  const alert = found.get(attack.kind);
  const hours = alert ? (Date.parse(alert.raised_at) - Date.parse(attack.first_seen)) / 3.6e6 : NaN;
  console.log(attack.kind.padEnd(24), alert ? `found after ${hours.toFixed(1)} h: ${alert.scenarios.join(' ')}` : 'MISSED');
}
console.log(`${found.size} of ${attacks.length} attacks found; ${wrong} false alerts in 28 days,`,
  `${(wrong / 28 / actors * 1000).toFixed(2)} per 1,000 actors and day`);
