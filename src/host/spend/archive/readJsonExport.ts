import { JSONParser, TokenType } from '@streamparser/json';
import { readAccepted } from '../../../app/archive/acceptedFields.ts';
import type { ExportEntry, ImportFault } from '../../../app/archive/exportFormat.ts';
import { exportFormat, exportVersion } from '../../../app/archive/exportFormat.ts';
import { FieldReader } from '../../../app/archive/fieldReader.ts';
import { readRequest } from '../../../app/archive/requestFields.ts';
import type { Period } from '../../../core/spend/localPeriods.ts';

/**
 * The entries of a JSON export, read as its text comes. What the file says of itself may stand behind its entries, so a
 * wrong entry is told of only when it is sure that the file is no newer version's. Ends with the fault.
 *
 * @param times when entries can have been
 */
export async function* readJsonExport(
  texts: AsyncIterable<string>,
  times: Period,
): AsyncGenerator<ExportEntry | ImportFault> {
  const reading = new JsonReading(times);
  for await (const text of texts) {
    reading.write(text);
    yield* reading.take();
    const fault = reading.fault();
    if (fault !== null) return yield fault;
  }
  const fault = reading.end();
  if (fault !== null) yield fault;
}

/** What is read of an export as values. The lists are not among them: their entries are, one by one. */
const paths = ['$.format', '$.version', '$.exportedAt', '$.period', '$.requests.*', '$.acceptedChanges.*'];
const lists = ['requests', 'acceptedChanges'];

class JsonReading {
  private readonly parser = new JSONParser({ paths, keepStack: false });
  private readonly times: Period;
  private readonly about = new Map<string, unknown>();
  /** Which fields of the whole are lists. */
  private readonly listsSeen = new Set<string>();
  /** How many objects and lists are open, and the text that came last in the outermost. */
  private depth = 0;
  private lastText = '';
  private entries: ExportEntry[] = [];
  private entryFault: ImportFault | null = null;
  private isBroken = false;

  constructor(times: Period) {
    this.times = times;
    this.parser.onToken = ({ token, value }) => this.watch(token, value);
    this.parser.onValue = ({ value, key, stack }) => {
      // The stack holds the root and, for an entry, the object that its list is in.
      const list = stack.length > 1 ? stack.at(-1)?.key : undefined;
      if (list === undefined) this.about.set(String(key), value);
      else this.addEntry(String(list), Number(key), value);
    };
    this.parser.onError = () => {
      this.isBroken = true;
    };
  }

  write(text: string): void {
    if (this.isBroken || text === '') return;
    this.parser.write(text);
  }

  take(): readonly ExportEntry[] {
    const taken = this.entries;
    this.entries = [];
    return taken;
  }

  /** What is certainly wrong by now. */
  fault(): ImportFault | null {
    const version = this.about.get('version');
    const isKnown = this.about.get('format') === exportFormat && version !== undefined;
    if (isKnown && typeof version === 'number' && version > exportVersion) return { kind: 'newer-version', version };
    if (this.isBroken) return isKnown ? { kind: 'broken-text', line: null } : { kind: 'not-an-export' };
    return isKnown ? this.entryFault : null;
  }

  end(): ImportFault | null {
    if (!this.parser.isEnded && !this.isBroken) this.isBroken = true;
    const fault = this.fault();
    if (fault !== null) return fault;
    const about = new FieldReader(Object.fromEntries(this.about));
    if (this.about.get('format') !== exportFormat) return { kind: 'not-an-export' };
    about.integer('version', 1, exportVersion);
    about.instant('exportedAt');
    const period = about.object('period');
    period.instant('start');
    period.instant('end');
    for (const list of lists) if (!this.listsSeen.has(list)) about.wrong(list, null);
    return about.firstFault === null ? null : { kind: 'malformed-field', field: about.firstFault };
  }

  /** Sees the lists begin: as values they would come only with all their entries, so they are no values here. */
  private watch(token: TokenType, value: unknown): void {
    if (token === TokenType.LEFT_BRACKET && this.depth === 1) this.listsSeen.add(this.lastText);
    else if (token === TokenType.STRING && this.depth === 1) this.lastText = String(value);
    if (token === TokenType.LEFT_BRACKET || token === TokenType.LEFT_BRACE) this.depth += 1;
    if (token === TokenType.RIGHT_BRACKET || token === TokenType.RIGHT_BRACE) this.depth -= 1;
  }

  private addEntry(list: string, index: number, value: unknown): void {
    if (this.entryFault !== null || !this.listsSeen.has(list)) return;
    const fields = new FieldReader(value, this.times);
    const entry: ExportEntry =
      list === 'requests'
        ? { record: 'request', request: readRequest(fields) }
        : { record: 'accepted-change', changes: readAccepted(fields) };
    if (fields.firstFault === null) this.entries.push(entry);
    else this.entryFault = { kind: 'malformed-entry', list, number: index + 1, field: fields.firstFault };
  }
}
