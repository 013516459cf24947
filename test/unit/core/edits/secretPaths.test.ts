import assert from 'node:assert/strict';
import { containsPrivateKey, looksSecret } from '../../../../src/core/edits/secretPaths.ts';

const secret = [
  '.env',
  '.env.local',
  'config/.env.production',
  'prod.env',
  '.envrc',
  '.env-staging',
  '.env_local',
  '.env~',
  'server.pem',
  'certs/tls.KEY',
  'a.p12',
  'a.pfx',
  'release.jks',
  'debug.keystore',
  'id_rsa',
  '.ssh/config',
  'home\\.ssh\\known_hosts',
  'id_ed25519',
  '.npmrc',
  '.netrc',
  '_netrc',
  '.pypirc',
  '.pgpass',
  '.git-credentials',
  '.aws/credentials',
  'credentials.json',
  'secrets.yaml',
  'service-account-prod.json',
  'client_secret_123.json',
  'terraform.tfstate',
  'prod.tfvars',
  '.docker/config.json',
  'local.settings.json',
  'ＩＤ_RSA',
  'vault.kdbx',
];
const harmless = [
  'src/env.ts',
  'environment.ts',
  'keyboard.ts',
  'src/credentials.ts',
  'secrets.ts',
  'id_rsa.pub',
  'key.ts',
  'monkey.js',
  'src/keystore.ts',
  'npmrc.md',
  'docs/secrets.md',
  'tokens.css',
];

describe('looksSecret', () => {
  for (const path of secret) {
    it(`takes ${path} for a secret`, () => assert.equal(looksSecret(path), true));
  }
  for (const path of harmless) {
    it(`does not take ${path} for a secret`, () => assert.equal(looksSecret(path), false));
  }
});

describe('containsPrivateKey', () => {
  const body = 'MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn/ygWyF8PbnGy0AHB7MhgwMbRvI0MBZhpP';

  it('finds keys in their usual forms', () => {
    for (const kind of ['RSA ', 'EC ', 'OPENSSH ', 'ENCRYPTED ', '']) {
      assert.ok(containsPrivateKey(`x = 1\n-----BEGIN ${kind}PRIVATE KEY-----\n${body}\n`));
    }
    assert.ok(containsPrivateKey(`-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: 1\n\n${body}\n`));
    assert.ok(containsPrivateKey(`const key = "-----BEGIN PRIVATE KEY-----\\n${body}\\n";`));
    assert.ok(containsPrivateKey('PuTTY-User-Key-File-3: ssh-ed25519\n'));
  });

  it('lets code pass that only speaks of keys, and public keys', () => {
    assert.ok(
      !containsPrivateKey("if (text.includes('-----BEGIN PRIVATE KEY-----')) throw new Error('no keys here');"),
    );
    assert.ok(!containsPrivateKey(`-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----`));
    assert.ok(!containsPrivateKey(''));
  });
});
