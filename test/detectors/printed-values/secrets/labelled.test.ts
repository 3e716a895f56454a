// Secrets that their label announces, and what only looks like one. ` | ` begins a new row.
import { expect, test } from 'vitest';
import { findValues } from '../../../../src/detectors/printed-values/find.js';
import { joinRows } from '../../../../src/ocr/layout/rows.js';
import { lineOf } from '../../../helpers/text-lines.js';
import { find } from '../lines.js';

const secretsIn = (text: string): readonly string[] =>
  find(...text.split(' | '))
    .filter(({ label, score }) => label === 'secret' && score >= 0.5)
    .map(({ value, more }) => `${String(more.kind)} ${value}`);

test.each([
  ['Password: Kx7!rabbit', 'password Kx7!rabbit'],
  ['PW Sommar!77', 'password Sommar!77'],
  ['pass: hunter22', 'password hunter22'],
  ['Mot de passe : soleil42', 'password soleil42'],
  ['Kennwort fur Gastzugang: Gast-2031-x', 'password Gast-2031-x'],
  ['Contraseña: Verano2031', 'password Verano2031'],
  ['Senha: abc12345', 'password abc12345'],
  ['Palavra-passe: Lisboa#9', 'password Lisboa#9'],
  ['Wachtwoord: fietspomp9', 'password fietspomp9'],
  ["Parola d'ordine: Vespa1972!", 'password Vespa1972!'],
  ['密码: abc12345', 'password abc12345'],
  ['the adminpwis Fj39!kdkQ', 'password Fj39!kdkQ'],
  ['Usuario: ana | Clave: Verano2031', 'password Verano2031'],
  ['Password: 83920174', 'password 83920174'],
  ['Wi-Fi password is kw9xBrTgjz4d', 'password kw9xBrTgjz4d'],
  ['WiFi password | blue7kettle', 'password blue7kettle'],
  ['Model: Password: Kx7!rabbit', 'password Kx7!rabbit'],
  ['PASSW0RD: blue7kettle', 'password blue7kettle'],
])('password: %s', (text, value) => {
  expect(secretsIn(text)).toEqual([value]);
});

test.each([
  ['WLAN-Schlüssel: 4829 5512', 'password 4829 5512'],
  ['WLAN-Schlussel:48295512ab', 'password 48295512ab'],
  ['WLAN-Netzwerkschlussel(WPA2):48209137720185563914', 'password 48209137720185563914'],
  ['Clé de sécurité : A7F39C2B11', 'password A7F39C2B11'],
  ['Clave WiFi: 39284756', 'password 39284756'],
  ['Chiave di rete: 7h3kd92m', 'password 7h3kd92m'],
  ['Chave de rede | 7h3kd92mq', 'password 7h3kd92mq'],
  ['Netwerksleutel: 9182-7364-5546', 'password 9182-7364-5546'],
  ['WLAN | Key Content            : sunshine', 'password sunshine'],
  ['Wi-Fi | Clave: 50202306', 'password 50202306'],
  ['SSID: FRITZ!Box | Key: 4829551233441122', 'password 4829551233441122'],
])('key of a network, digits alone included: %s', (text, value) => {
  expect(secretsIn(text)).toEqual([value]);
});

test('a word alone is a password only where the picture names a network or a user', () => {
  expect(secretsIn('Network: CafeLinde | Password: sunshine')).toEqual(['password sunshine']);
  expect(secretsIn('Password: sunshine')).toEqual([]);
  expect(secretsIn('Network: CafeLinde | Password: required')).toEqual([]);
});

test.each([
  ['PIN: 4821', 'pin 4821'],
  ['PIN 4711', 'pin 4711'],
  ['PIN4711', 'pin 4711'],
  ['Code PIN : 4821', 'pin 4821'],
  ['SIM PIN 0000', 'pin 0000'],
  ['PUK: 12345678', 'pin 12345678'],
  ['Geheimzahl 9382', 'pin 9382'],
  ['Door code: 4821#', 'pin 4821#'],
  ['Digicode 45B78', 'pin 45B78'],
  ['Tresorcode: 4 8 2 1', 'pin 4 8 2 1'],
])('PIN: %s', (text, value) => {
  expect(secretsIn(text)).toEqual([value]);
});

test.each([
  ['API key: 8f2d9a7c4b1e6f30', '8f2d9a7c4b1e6f30'],
  ['Setup key | JBSW Y3DP EHPK 3PXP', 'otp-secret JBSW Y3DP EHPK 3PXP'],
  ['Enter this key: jbsw y3dp ehpk 3pxp abcd 2345', 'otp-secret jbsw y3dp ehpk 3pxp abcd 2345'],
  ['Setup key: JBSW Y3DP EHPK | 3PXP', 'otp-secret JBSW Y3DP EHPK 3PXP'],
  ['Recovery key | 1A2B-3C4D-5E6F- | 7G8H-9J0K', 'recovery-key'],
  ['App password | abcd efgh ijkl mnop', 'token abcd efgh ijkl mnop'],
  ['Recovery key: A1B2-C3D4-E5F6-G7H8-J9K0', 'recovery-key A1B2-C3D4-E5F6-G7H8-J9K0'],
  ['PIN: 1234 PUK: 87654321', 'pin 87654321'],
])('key: %s', (text, value) => {
  expect(secretsIn(text).at(-1)).toContain(value);
});

test.each([
  'Forgot your password?',
  'Password must be 8 characters',
  'Password: 8-20 characters',
  'Password: required',
  'Password: case-sensitive',
  'Password: ********',
  'Password | ........',
  'Password: https://example.org/r3set',
  'Password: www.example.org/r3set',
  'Set a new password | At least 8 characters',
  'PIN CODE LOCK',
  'PIN 12',
  'PIN: 400043',
  'Spin: 4821',
  'Product key: 8F3A-9B2C-7D1E',
  'Serial key: 8F3A9B2C7D1E',
  'License key: ABCD2-345EF-GH67J',
  'Security key FIDO2 NFC',
  'Public key: ab12cd34ef56ab12',
  'Model: PW-1080P',
  'Model:PW-1080PPIN12Code4006381333931',
  'WPA2-PSK (AES)',
  'WPA/WPA2 802.11n',
  'SSID and password are on the bottom',
  'Article code: 12345678',
  'Pass: VIP',
  'Clave: 50202306',
  'Clave interna: AB12345',
  'Clave:H87Pieza',
  'NIP: 1234563218',
  'NIP 123-456-32-18',
  'password: process.env.DB_PASSWORD',
  'docker run -v $PWD:/workdir image',
  'WiFi password | welcome',
])('none: %s', (text) => {
  expect(secretsIn(text)).toEqual([]);
});

test('of a row of values below a row of labels, the one under the label', () => {
  const lines = [
    lineOf('Username', 50, 50),
    lineOf('Password', 250, 50),
    lineOf('jdoe22', 50, 90),
    lineOf('Kx82!ab', 250, 90),
  ];
  const found = findValues(joinRows(lines));
  expect(found.map(({ value }) => value)).toEqual(['Kx82!ab']);
});
