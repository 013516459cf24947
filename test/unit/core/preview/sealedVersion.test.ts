import assert from 'node:assert/strict';
import { isSealed } from '../../../../src/core/preview/sealedVersion.ts';

describe('versions of VS Code that run the scripts of pages', () => {
  it('begin with 1.136.2', () => {
    const versions = [
      '1.112.0',
      '1.136.1',
      '1.136.2',
      '1.136.10',
      '1.137.0',
      '1.139.1',
      '2.0.0',
      '1.137.0-insider',
      'x',
    ];
    const sealed = [false, false, true, true, true, true, true, true, false];
    assert.deepEqual(versions.map(isSealed), sealed);
  });
});
