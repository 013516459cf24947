/** The first bytes of every PNG file: https://www.w3.org/TR/png-3/#5PNG-file-signature */
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** The kind of the first chunk, behind its length. */
const header = [0x49, 0x48, 0x44, 0x52] as const;

/** No picture of a page may be larger, in bytes. */
export const largestPicture = 16 * 1024 * 1024;

/** Whether bytes begin as a PNG file does and are not too many. Says nothing about what is in the picture. */
export function isPicture(bytes: Uint8Array): boolean {
  const isSigned = signature.every((byte, index) => bytes[index] === byte);
  const hasHeader = header.every((byte, index) => bytes[signature.length + 4 + index] === byte);
  return isSigned && hasHeader && bytes.length <= largestPicture;
}
