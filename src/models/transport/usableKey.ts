import type { FailureOf } from '../../core/failure.ts';
import type { Connection } from '../connection.ts';

/**
 * The key as it can go into a header, or why there is none. A key with characters that no header carries was pasted
 * wrongly: it is rejected here rather than by an exception that would quote it.
 */
export async function usableKey(
  connection: Connection,
): Promise<{ readonly kind: 'key'; readonly key: string } | FailureOf<'key-missing' | 'key-rejected'>> {
  const key = (await connection.apiKey())?.trim() ?? '';
  if (key === '') return { kind: 'key-missing', provider: connection.provider };
  if (!/^[\x21-\x7e]+$/.test(key)) return { kind: 'key-rejected', provider: connection.provider };
  return { kind: 'key', key };
}
