import { enterSends } from './enterSends.ts';
import { fixProperty } from './seal/fixProperty.ts';

type View = Window & typeof globalThis;

/**
 * Has forms tell their own scripts that they are sent, and nobody else: in a frame that may send none, browsers do not
 * even say that somebody tried. https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm
 */
export function tellOfSubmits(view: View): void {
  view.document.addEventListener('click', (event) => {
    // What is untrusted is sent as well: pressing Enter in a field is a click that the browser makes.
    const button = event.target instanceof view.Element ? event.target.closest('button, input') : null;
    const form = button === null || event.defaultPrevented ? null : formSentBy(view, button);
    if (form === null || button === null) return;
    event.preventDefault();
    tell(view, form, button instanceof view.HTMLElement ? button : null);
  });
  view.document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
    const field = event.target instanceof view.HTMLInputElement ? event.target : null;
    const form = field?.form ?? null;
    if (field === null || form === null || !enterSends(field, controlsOf(view, form))) return;
    event.preventDefault();
    tell(view, form, null);
  });
}

/**
 * Has nothing come of a script that sends a form past its listeners. Nothing would be sent either way; but Chromium (seen
 * in 156) keeps a frame's process as long as it lives for a form that was sent so. A script that never ends then goes on
 * after its frame is gone, and every new frame comes into the very process that it holds.
 */
export function holdForms(view: View): void {
  fixProperty(view.HTMLFormElement.prototype, 'submit', () => undefined);
}

function tell(view: View, form: HTMLFormElement, submitter: HTMLElement | null): void {
  const skipsChecks = form.noValidate || submitter?.hasAttribute('formnovalidate') === true;
  if (!skipsChecks && !form.reportValidity()) return;
  form.dispatchEvent(new view.SubmitEvent('submit', { bubbles: true, cancelable: true, submitter }));
}

function controlsOf(view: View, form: HTMLFormElement): readonly (HTMLInputElement | HTMLButtonElement)[] {
  // Pictures that send are not among a form's own elements.
  const pictures = form.querySelectorAll<HTMLInputElement>('input[type="image"]');
  const isControl = (element: Element) =>
    element instanceof view.HTMLInputElement || element instanceof view.HTMLButtonElement;
  return [...[...form.elements].filter(isControl), ...pictures];
}

function formSentBy(view: View, button: Element): HTMLFormElement | null {
  if (button instanceof view.HTMLButtonElement)
    return button.type === 'submit' && !button.disabled ? button.form : null;
  if (!(button instanceof view.HTMLInputElement)) return null;
  return ['submit', 'image'].includes(button.type) && !button.disabled ? button.form : null;
}
