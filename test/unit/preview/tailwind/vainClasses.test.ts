import assert from 'node:assert/strict';
import { hasVainClasses } from '../../../../src/preview/tailwind/vainClasses.ts';

const card = `<div class="max-w-md rounded-lg bg-white p-4 shadow"><h2 class='text-lg font-semibold text-gray-900'>Plans</h2>
  <button class="rounded-full bg-blue-600 hover:bg-blue-700 px-4 md:w-1/2">Buy</button></div>`;

describe('Tailwind’s classes where nothing brings Tailwind', () => {
  it('are told by names that only it has', () => {
    assert.equal(hasVainClasses(card, ''), true);
    assert.equal(hasVainClasses(card, '.card { color: red }'), true);
  });

  it('are none where a style sheet has them', () => {
    const css = '.max-w-md{} .rounded-lg{} .text-lg{} .font-semibold{} .bg-blue-600{} .hover\\:bg-blue-700:hover{}';
    assert.equal(hasVainClasses(card, css), false);
  });

  it('are not what other frameworks and people call things', () => {
    const bootstrap =
      '<div class="container d-flex p-4 mb-3 text-center align-items-center justify-content-between border rounded shadow-sm bg-primary text-white fw-bold col-md-6 gap-3 w-100"><a class="btn btn-primary btn-lg flex-column">Go</a></div>';
    const own =
      '<main class="page text-large card--wide is-active"><p class="grid grid-2 flex row items list-item text-muted md-only">x</p></main>';
    const bulma =
      '<div class="columns is-multiline has-text-centered is-flex is-justify-content-center mt-4 px-2"></div>';
    for (const html of [
      bootstrap,
      own,
      bulma,
      '<p class="text-sm">x</p>',
      '<p>text-gray-500 hover:underline md:p-4 flex-col</p>',
    ]) {
      assert.equal(hasVainClasses(html, ''), false, html);
    }
  });
});
