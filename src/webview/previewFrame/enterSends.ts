/** What of a form's element decides about it. */
interface Control {
  readonly type: string;
}

/** Kinds of fields of which only one may be there. */
const blocking = new Set([
  'text',
  'search',
  'tel',
  'url',
  'email',
  'password',
  'date',
  'month',
  'week',
  'time',
  'datetime-local',
  'number',
]);

/**
 * Whether pressing Enter in a field sends its form without a button's help: where there is none, and no other field to
 * fill in. https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#implicit-submission
 */
export function enterSends(field: Control, controls: Iterable<Control>): boolean {
  const all = [...controls];
  return (
    blocking.has(field.type) &&
    all.every(({ type }) => type !== 'submit' && type !== 'image') &&
    all.filter(({ type }) => blocking.has(type)).length <= 1
  );
}
