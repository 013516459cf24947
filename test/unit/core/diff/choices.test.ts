import assert from 'node:assert/strict';
import fc from 'fast-check';
import { collide } from '../../../../src/core/diff/alignment.ts';
import {
  acceptedHunks,
  acceptHunk,
  acceptSide,
  type Choices,
  carryChoices,
  forgetHunks,
  rejectHunk,
  reopenHunk,
  type SideHunks,
} from '../../../../src/core/diff/choices.ts';
import { anyText, editedPair } from './arbitraryTexts.ts';
import { hunk, hunksBetween } from './hunks.ts';

const accepted = (because: string | null = null) => ({ state: 'accepted', because }) as const;
const rejected = (because: string | null = null) => ({ state: 'rejected', because }) as const;

/** l1 and r1 agree; l2 collides with r2 and r3; l3 collides with r3; l4 and r4 stand alone. */
const hunks: SideHunks = {
  left: [
    hunk('l1', 0, 1, 'same\n'),
    hunk('l2', 3, 6, 'left\n'),
    hunk('l3', 7, 8, 'left\n'),
    hunk('l4', 10, 10, 'left\n'),
  ],
  right: [
    hunk('r1', 0, 1, 'same\n'),
    hunk('r2', 3, 4, 'right\n'),
    hunk('r3', 5, 8, 'right\n'),
    hunk('r4', 12, 13, 'right\n'),
  ],
};

describe('choices', function () {
  this.timeout(60_000);

  it('accepts an agreeing hunk with its twin and rejects it with its twin', () => {
    assert.deepEqual(acceptHunk({}, 'l1', hunks), { l1: accepted(), r1: accepted('l1') });
    assert.deepEqual(rejectHunk({}, 'r1', hunks), { r1: rejected(), l1: rejected('r1') });
    assert.deepEqual(rejectHunk(acceptHunk({}, 'l1', hunks), 'r1', hunks), { r1: rejected(), l1: rejected('r1') });
  });

  it('rejects what collides with an accepted hunk, even if it was accepted before', () => {
    const first = acceptHunk({}, 'r3', hunks);
    assert.deepEqual(first, { r3: accepted(), l2: rejected('r3'), l3: rejected('r3') });
    assert.deepEqual(acceptHunk(first, 'l2', hunks), { l2: accepted(), r2: rejected('l2'), r3: rejected('l2') });
  });

  it('keeps a hunk rejected that still collides with another accepted one', () => {
    const both = acceptHunk(acceptHunk({}, 'l3', hunks), 'l2', hunks);
    assert.deepEqual(both.r3, rejected('l2'));
    assert.deepEqual(reopenHunk(both, 'l2', hunks), { l3: accepted(), r3: rejected('l3') });
    assert.deepEqual(rejectHunk(both, 'l2', hunks), { l3: accepted(), r3: rejected('l3'), l2: rejected() });
  });

  it('keeps what was rejected directly when its collision goes', () => {
    const choices = acceptHunk(rejectHunk({}, 'r2', hunks), 'l2', hunks);
    assert.deepEqual(choices, { r2: rejected(), l2: accepted(), r3: rejected('l2') });
    assert.deepEqual(reopenHunk(choices, 'l2', hunks), { r2: rejected() });
  });

  it('takes a choice back with all that came of it', () => {
    for (const id of ['l1', 'l2', 'l4', 'r1', 'r3']) {
      assert.deepEqual(reopenHunk(acceptHunk({}, id, hunks), id, hunks), {});
      assert.deepEqual(reopenHunk(rejectHunk({}, id, hunks), id, hunks), {});
    }
    assert.deepEqual(reopenHunk(acceptHunk({}, 'l1', hunks), 'r1', hunks), {}, 'twins are one decision');
  });

  it('opens a hunk again that a collision rejected, and leaves the other accepted', () => {
    assert.deepEqual(reopenHunk(acceptHunk({}, 'l3', hunks), 'r3', hunks), { l3: accepted() });
  });

  it('leaves choices as they are for an unknown hunk', () => {
    const choices = acceptHunk({}, 'l4', hunks);
    for (const change of [acceptHunk, rejectHunk, reopenHunk]) {
      assert.equal(change(choices, 'left-9-9', hunks), choices);
    }
    assert.equal(reopenHunk(choices, 'r4', hunks), choices);
  });

  it('accepts a side whole', () => {
    const choices = acceptSide(acceptHunk({}, 'r4', hunks), 'left', hunks);
    const ids = acceptedHunks(choices, hunks).map(({ id }) => id);
    assert.deepEqual(ids, ['l1', 'l2', 'l3', 'l4', 'r4']);
    assert.deepEqual(
      acceptedHunks(acceptSide(choices, 'right', hunks), hunks).map(({ id }) => id),
      ['l1', 'r2', 'r3', 'l4', 'r4'],
    );
  });

  it('leaves hunks that want a look of their own out when a side is accepted whole', () => {
    const [first, ...rest] = hunks.left;
    assert.ok(first);
    const careful: SideHunks = { left: [{ ...first, tier: 'fuzzy' }, ...rest], right: hunks.right };
    assert.deepEqual(Object.keys(acceptSide({}, 'left', careful)).sort(), ['l2', 'l3', 'l4', 'r2', 'r3']);
    const before = acceptHunk({}, 'l1', careful);
    assert.deepEqual(acceptSide(before, 'left', careful).l1, accepted(), 'what was accepted by itself stays so');
    assert.deepEqual(acceptSide({}, 'right', careful).l1, accepted('r1'), 'the other side says the same for certain');
  });

  it('carries choices over to hunks that say the same, with what they caused', () => {
    const choices = acceptHunk(rejectHunk(acceptHunk({}, 'l1', hunks), 'l4', hunks), 'l2', hunks);
    const after = [
      hunk('n1', 0, 1, 'same\n', { tier: 'fuzzy' }),
      hunk('n2', 3, 6, 'left, but otherwise\n'),
      hunk('n4', 10, 10, 'left\n'),
    ];
    assert.deepEqual(carryChoices(choices, hunks.left, after), {
      n1: accepted(),
      r1: accepted('n1'),
      n4: rejected(),
    });
  });

  it('carries choices over between hunks that swap their ids', () => {
    const [before, after] = [
      ['a', 'b'],
      ['b', 'a'],
    ].map(([one = '', other = '']) => [hunk(one, 0, 1, 'x\n'), hunk(other, 3, 4, 'y\n')]);
    assert.ok(before && after);
    assert.deepEqual(carryChoices({ a: accepted(), b: rejected() }, before, after), { b: accepted(), a: rejected() });
  });

  it('accepts a rename with the edits of its file, the rename first', () => {
    const rename = hunk('r', 0, 0, '', { change: 'rename', newPath: 'b.ts' });
    const bySide: SideHunks = { left: [hunk('e', 0, 0, 'x\n')], right: [rename] };
    const choices = acceptHunk(acceptHunk({}, 'e', bySide), 'r', bySide);
    assert.deepEqual(
      acceptedHunks(choices, bySide).map(({ id }) => id),
      ['r', 'e'],
    );
  });

  it('gives accepted hunks by path and from top to bottom, twins once', () => {
    const inOther = hunk('r9', 0, 0, 'x\n', { path: 'A.ts' });
    const more: SideHunks = { left: hunks.left, right: [...hunks.right, inOther] };
    let choices: Choices = {};
    for (const id of ['r4', 'r1', 'l4', 'r9']) {
      choices = acceptHunk(choices, id, more);
    }
    assert.deepEqual(
      acceptedHunks(choices, more).map(({ id }) => id),
      ['r9', 'l1', 'l4', 'r4'],
    );
  });

  it('forgets the hunks of an answer that is asked for again, with what they caused', () => {
    const choices = acceptHunk(acceptHunk(acceptHunk({}, 'l1', hunks), 'l2', hunks), 'r4', hunks);
    assert.deepEqual(forgetHunks(choices, hunks.left), { r4: accepted() });
    assert.equal(forgetHunks(choices, []), choices);
  });

  const comparison = fc.tuple(editedPair(anyText), editedPair(anyText), fc.boolean()).map(
    ([[base, left], [, right], same]): SideHunks => ({
      left: hunksBetween(base, left, 'left-1'),
      right: hunksBetween(base, same ? left : right, 'right-1'),
    }),
  );
  const deeds = fc.array(fc.tuple(fc.constantFrom(acceptHunk, rejectHunk, reopenHunk), fc.nat(20)), { maxLength: 12 });
  const idAt = ({ left, right }: SideHunks, place: number) =>
    [...left, ...right].at(place % (left.length + right.length || 1))?.id ?? '';

  it('never has two accepted hunks that collide, and no cause that is not the person’s own choice', () => {
    fc.assert(
      fc.property(comparison, deeds, (bySide, sequence) => {
        let choices: Choices = {};
        for (const [deed, place] of sequence) {
          choices = deed(choices, idAt(bySide, place), bySide);
        }
        const chosen = acceptedHunks(choices, bySide);
        for (const [index, one] of chosen.entries()) {
          assert.ok(chosen.slice(index + 1).every((other) => !collide(one, other)));
        }
        for (const { because } of Object.values(choices)) {
          assert.ok(because === null || choices[because]?.because === null);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('carries every choice over to the same hunks, and back from renamed ones', () => {
    fc.assert(
      fc.property(comparison, deeds, (bySide, sequence) => {
        let choices: Choices = {};
        for (const [deed, place] of sequence) {
          choices = deed(choices, idAt(bySide, place), bySide);
        }
        const copies = bySide.left.map((one) => ({ ...one }));
        assert.equal(carryChoices(choices, bySide.left, copies), choices);
        const renamed = bySide.left.map((one) => ({ ...one, id: `new-${one.id}` }));
        const carried = carryChoices(choices, bySide.left, renamed);
        assert.deepEqual(carryChoices(carried, renamed, bySide.left), choices);
        assert.equal(
          acceptedHunks(carried, { ...bySide, left: renamed }).length,
          acceptedHunks(choices, bySide).length,
        );
      }),
      { numRuns: 10_000 },
    );
  });

  it('comes to the same in whatever order hunks are chosen that do not collide', () => {
    fc.assert(
      fc.property(
        comparison,
        deeds,
        fc.nat(20),
        fc.nat(20),
        fc.boolean(),
        fc.boolean(),
        (bySide, before, a, b, c, d) => {
          const all = [...bySide.left, ...bySide.right];
          const [one, other] = [idAt(bySide, a), idAt(bySide, b)].map((id) =>
            all.find((candidate) => candidate.id === id),
          );
          fc.pre(one !== undefined && other !== undefined && one !== other && !collide(one, other));
          let start: Choices = {};
          for (const [deed, place] of before) {
            start = (deed === reopenHunk ? acceptHunk : deed)(start, idAt(bySide, place), bySide);
          }
          const first = c ? acceptHunk : rejectHunk;
          const second = d ? acceptHunk : rejectHunk;
          assert.deepEqual(
            second(first(start, one.id, bySide), other.id, bySide),
            first(second(start, other.id, bySide), one.id, bySide),
          );
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
