import assert from 'node:assert/strict';
import { withLatest } from '../../../../src/app/spend/requestList.ts';
import { picturedRequest } from '../../../ui/gallery/spendRequests.ts';

const rows = (...indices: readonly number[]) => indices.map((index) => picturedRequest(index));
const ids = (list: ReturnType<typeof withLatest>) => list?.map(({ requestId }) => Number(requestId.slice(-12)));

describe('withLatest', () => {
  it('puts what is new before what was shown, and takes the part that both have from the new one', () => {
    const changed = { ...picturedRequest(2), workspaceName: 'changed' };
    const list = withLatest(rows(1, 2, 3, 4, 5), [...rows(0, 1), changed]);
    assert.deepEqual(ids(list), [0, 1, 2, 3, 4, 5]);
    assert.equal(list?.[2]?.workspaceName, 'changed');
  });

  it('gives none where there may be a gap between the two', () => {
    assert.equal(withLatest(rows(4, 5), rows(0, 1)), null);
    assert.equal(withLatest(rows(4, 5), []), null);
  });
});
