import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { workspaceId } from '../../../../src/host/spend/workspaceId.ts';

const place = 'file:///home/ada/secret-project';

describe('workspaceId', () => {
  it('is the same wherever it is asked for, and another for another place', () => {
    assert.equal(workspaceId(place, 'machine'), workspaceId(place, 'machine'));
    assert.notEqual(workspaceId(place, 'machine'), workspaceId(`${place}-2`, 'machine'));
    assert.match(workspaceId(place, 'machine'), /^[0-9a-f]{16}$/);
  });

  it('does not confirm a guessed path to who does not know the machine', () => {
    const id = workspaceId(place, 'machine');
    assert.notEqual(workspaceId(place, 'another machine'), id);
    assert.notEqual(workspaceId(place, ''), id);
    assert.ok(!createHash('sha256').update(place).digest('hex').startsWith(id));
  });
});
