/**
 * Has forms tell their own scripts that they are sent, and nobody else: in a frame that may send none, browsers do not
 * even say that somebody tried. https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm
 */
export function tellOfSubmits(view: Window & typeof globalThis): void {
  view.document.addEventListener('click', (event) => {
    // What is untrusted is sent as well: pressing Enter in a field is a click that the browser makes.
    const button = event.target instanceof view.Element ? event.target.closest('button, input') : null;
    const form = button === null || event.defaultPrevented ? null : formSentBy(view, button);
    if (form === null || button === null) return;
    event.preventDefault();
    const skipsChecks = form.noValidate || button.hasAttribute('formnovalidate');
    if (!skipsChecks && !form.reportValidity()) return;
    const submitter = button instanceof view.HTMLElement ? button : null;
    form.dispatchEvent(new view.SubmitEvent('submit', { bubbles: true, cancelable: true, submitter }));
  });
}

function formSentBy(view: Window & typeof globalThis, button: Element): HTMLFormElement | null {
  if (button instanceof view.HTMLButtonElement)
    return button.type === 'submit' && !button.disabled ? button.form : null;
  if (!(button instanceof view.HTMLInputElement)) return null;
  return ['submit', 'image'].includes(button.type) && !button.disabled ? button.form : null;
}
