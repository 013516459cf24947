import { runOwnScript } from './ownScript.ts';

/** What the painter's script leaves behind. */
interface Painted {
  readonly tiebreakPicture?: () => Promise<ArrayBuffer>;
}

/** Draws the page as a PNG by the painter's script. @throws when it does not run here, or the page cannot be drawn */
export async function takePicture(text: string, nonce: string): Promise<ArrayBuffer> {
  const painted = window as unknown as Painted;
  if (painted.tiebreakPicture === undefined) runOwnScript(text, nonce);
  if (painted.tiebreakPicture === undefined) throw new Error('The painter is not there');
  return await painted.tiebreakPicture();
}
