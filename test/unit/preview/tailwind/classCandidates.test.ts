import assert from 'node:assert/strict';
import { classCandidates } from '../../../../src/preview/tailwind/classCandidates.ts';

/** How classes are written, and each class that has to be found. */
const written: readonly (readonly [text: string, classes: readonly string[]])[] = [
  [
    '<p class="px-4 hover:md:bg-red-500/50 -mt-2 w-1/2 !flex underline!">',
    ['px-4', 'hover:md:bg-red-500/50', '-mt-2', 'w-1/2', '!flex', 'underline!'],
  ],
  [
    "<p class=\"w-[calc(100%-2rem)] bg-[url('/a.png')] [&>svg]:size-4 before:content-['→']\">",
    ['w-[calc(100%-2rem)]', "bg-[url('/a.png')]", '[&>svg]:size-4', "before:content-['→']"],
  ],
  ['<p class="[&amp;&gt;svg]:p-1 bg-(--brand)">', ['[&>svg]:p-1', 'bg-(--brand)']],
  [`className={clsx("px-1", open && 'py-2', \`mt-3 \${x}\`)}`, ['px-1', 'py-2', 'mt-3']],
  ['cn("px-1","py-2",["mt-3","mb-4"])', ['px-1', 'py-2', 'mt-3', 'mb-4']],
  [':class="{ hidden: !open, \'md:block\': open }"', ['hidden', 'md:block']],
  ['<p class:underline={x} class:px-2.5={y}>', ['underline', 'px-2.5']],
];

describe('finding what could be a class', () => {
  for (const [text, classes] of written) {
    it(`finds ${classes.join(' ')}`, () => {
      const found = classCandidates([text]);
      assert.deepEqual(
        classes.filter((name) => !found.includes(name)),
        [],
      );
    });
  }

  it('comes to an end with brackets that do not', () => {
    assert.ok(classCandidates(['['.repeat(50_000), '(a'.repeat(50_000), '[a'.repeat(50_000)]).length < 10);
  });
});
