import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  isTerminated,
  lineEndingOf,
  splitLines,
  terminated,
  withLineEnding,
  withoutTerminator,
} from '../../../../src/core/diff/lines.ts';
import { anyText } from './arbitraryTexts.ts';

describe('lines', function () {
  this.timeout(60_000);

  it('splits at LF, CRLF and lone CR and keeps them', () => {
    assert.deepEqual(splitLines(''), []);
    assert.deepEqual(splitLines('a'), ['a']);
    assert.deepEqual(splitLines('a\nb\r\nc\rd'), ['a\n', 'b\r\n', 'c\r', 'd']);
    assert.deepEqual(splitLines('\n\n'), ['\n', '\n']);
    assert.deepEqual(splitLines('\r\r\n\r'), ['\r', '\r\n', '\r']);
  });

  it('gives the text again when the lines are joined, whatever characters it has', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: fc.constantFrom('\r', '\n', 'x', '\u2028') })), (text) => {
        const lines = splitLines(text);
        assert.equal(lines.join(''), text);
        assert.ok(lines.every((line) => line !== ''));
        assert.ok(lines.slice(0, -1).every(isTerminated));
        assert.ok(lines.every((line) => !/[\r\n]/.test(withoutTerminator(line))));
      }),
      { numRuns: 10_000 },
    );
  });

  it('finds the dominant line ending, LF where there is none', () => {
    assert.equal(lineEndingOf(''), '\n');
    assert.equal(lineEndingOf('a'), '\n');
    assert.equal(lineEndingOf('a\r\nb\r\nc\n'), '\r\n');
    assert.equal(lineEndingOf('a\nb\nc\r\n'), '\n');
    assert.equal(lineEndingOf('a\rb\r'), '\r');
  });

  it('replaces every ending and adds none', () => {
    assert.equal(withLineEnding('a\nb\r\nc\rd', '\r\n'), 'a\r\nb\r\nc\r\nd');
    assert.equal(withLineEnding('a\r\nb\r\n', '\n'), 'a\nb\n');
    assert.equal(terminated('a', '\n'), 'a\n');
    assert.equal(terminated('a\r\n', '\n'), 'a\n');
  });
});
