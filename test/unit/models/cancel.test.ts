import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import type { AnswerPart } from '../../../src/core/answer.ts';
import { answerReply } from '../../wire/replies.ts';
import type { ConnectionFault } from '../../wire/wireReply.ts';
import type { WireServer } from '../../wire/wireServer.ts';
import { startWireServer } from '../../wire/wireServer.ts';
import { converse, partsOf, providers, summaryOf } from './conversations.ts';

const prose = 'A long answer. '.repeat(50);

describe('cancelling', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  after(() => server.close());
  beforeEach(() => server.reset());

  /** Resolves once the server has the request: one that is called off before would leave its order to the next test. */
  async function requestArrived(): Promise<void> {
    while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  for (const provider of providers) {
    it(`${provider}: before anything is sent, nothing is sent`, async () => {
      const parts = await partsOf(await converse(server, provider), [], AbortSignal.abort());
      assert.deepEqual(parts, [{ type: 'cancelled' }]);
      assert.deepEqual(server.requests, []);
    });

    it(`${provider}: while waiting for headers`, async () => {
      const abort = new AbortController();
      server.order({ provider, next: [answerReply({ prose }, { faults: [{ kind: 'stall-before-headers' }] })] });
      const parts = partsOf(await converse(server, provider), [], abort.signal);
      await requestArrived();
      abort.abort();
      assert.deepEqual(await parts, [{ type: 'cancelled' }]);
    });

    const stalls: readonly ConnectionFault[] = [
      { kind: 'cut', afterEvents: 0, followedBy: 'stall' },
      { kind: 'cut', afterEvents: 6, followedBy: 'stall' },
      { kind: 'pings-only', everyMs: 5 },
    ];
    for (const fault of stalls) {
      it(`${provider}: in a stream that is ${JSON.stringify(fault)}`, async () => {
        const abort = new AbortController();
        server.order({ provider, next: [answerReply({ prose }, { faults: [fault] })] });
        const parts = partsOf(await converse(server, provider), [], abort.signal);
        await requestArrived();
        setTimeout(() => abort.abort(), 40);
        assert.deepEqual(summaryOf(await parts).ending, { type: 'cancelled' });
      });
    }

    it(`${provider}: in the middle of a stream that goes on`, async () => {
      const abort = new AbortController();
      server.order({ provider, next: [answerReply({ prose }, { eventsPerSecond: 200 })] });
      const parts: AnswerPart[] = [];
      for await (const part of (await converse(server, provider)).next({ results: [], message: null }, abort.signal)) {
        parts.push(part);
        if (part.type === 'prose') abort.abort();
      }
      assert.deepEqual(parts.at(-1), { type: 'cancelled' });
      assert.equal(parts.filter(({ type }) => type === 'prose').length, 1);
    });

    it(`${provider}: a consumer that stops listening closes the connection`, async () => {
      server.order({ provider, next: [answerReply({ prose }, { eventsPerSecond: 200 })] });
      for await (const part of (await converse(server, provider)).next(
        { results: [], message: null },
        new AbortController().signal,
      )) {
        if (part.type === 'prose') break;
      }
      server.order({ provider, next: [answerReply({ prose: 'Next.' })] });
      assert.equal(summaryOf(await partsOf(await converse(server, provider))).prose, 'Next.');
    });
  }
});
