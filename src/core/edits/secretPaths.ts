/** Names that by custom hold keys, passwords or tokens. Compared in lower case. */
const secretNames: readonly RegExp[] = [
  /^\.env/,
  /\.env$/,
  /\.(?:pem|key|p8|p12|pfx|pkcs12|jks|keystore|truststore|kdbx?|ppk|gpg|pgp|ovpn|agekey|tfstate|tfvars)$/,
  /\.tfstate\.backup$/,
  /^id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?$/,
  /^\.?(?:npmrc|netrc|pypirc|pgpass|htpasswd|git-credentials|s3cfg|boto|dockercfg|dockerconfigjson|vault-token)$/,
  /^_netrc$/,
  /^\.my\.cnf$/,
  /^\.?credentials(?:\.(?:json|ya?ml|toml|ini|xml|csv|txt|properties|db|enc))?$/,
  /^\.?secrets?\.(?:json|ya?ml|toml|ini|xml|txt|properties|enc)$/,
  /^(?:client[-_]secret|service[-_]account)[^/]*\.json$/,
  /^local\.settings\.json$/,
  /^kubeconfig$/,
  /^master\.key$/,
];

/** Folders that hold nothing else. */
const secretFolders: ReadonlySet<string> = new Set([
  '.ssh',
  '.gnupg',
  '.aws',
  '.azure',
  '.kube',
  '.docker',
  '.password-store',
]);

/**
 * Whether a file is by its name likely to hold secrets, so that it is neither sent to a model nor written by one.
 * Public keys (`id_rsa.pub`) are not. Takes either kind of slash.
 */
export function looksSecret(path: string): boolean {
  const segments = path.normalize('NFKC').toLowerCase().split(/[/\\]/);
  const name = segments.at(-1) ?? '';
  return (
    segments.slice(0, -1).some((folder) => secretFolders.has(folder)) || secretNames.some((form) => form.test(name))
  );
}

/** A key's heading with something that can be a key soon after it; a heading alone is only talk about keys. */
const pemKey = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,600}?[A-Za-z0-9+/=]{40}/;
const puttyKey = /^PuTTY-User-Key-File-\d+:/m;

/** Whether a text has a private key in it: PEM, OpenSSH, PGP or PuTTY. */
export function containsPrivateKey(text: string): boolean {
  return pemKey.test(text) || puttyKey.test(text);
}
