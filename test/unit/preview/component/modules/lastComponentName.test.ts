import assert from 'node:assert/strict';
import { lastComponentName } from '../../../../../src/preview/component/modules/lastComponentName.ts';

describe('the component of a script that exports nothing', () => {
  it('is the last that is declared at the outer level', () => {
    assert.equal(
      lastComponentName('function A() {\n  function Inner() {}\n}\nconst B = () => null;\nconst c = 1;'),
      'B',
    );
    assert.equal(lastComponentName('class Ünder extends Component {}'), 'Ünder');
    assert.equal(lastComponentName('function a() {}'), null);
  });

  it('is nobody’s business where something is exported', () => {
    assert.equal(lastComponentName('function A() {}\nexport { A };'), null);
  });
});
