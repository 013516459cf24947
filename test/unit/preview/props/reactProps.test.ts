import assert from 'node:assert/strict';
import { componentProps } from '../../../../src/preview/props/componentProps.ts';
import { foundProps } from './foundProps.ts';
import { writtenFields } from './writtenShape.ts';

const props = 'interface Props { title: string; onClose?: () => void }\n';
const both = 'title: string; onClose?: () => void';

describe('the props of a React component', () => {
  const forms: Readonly<Record<string, string>> = {
    'of a function': `${props}export default function Card({ title }: Props) {}`,
    'of an arrow function with a type around it': `${props}const Card: React.FC<Props> = ({ title }) => null; export default Card;`,
    'of a parameter that is not taken apart': `${props}export const Card = (props: Props) => null;`,
    'of a memo': `${props}function Card(props: Props) {}; export default React.memo(Card);`,
    'of a forwardRef': `${props}export const Card = forwardRef<HTMLDivElement, Props>(({ title }, ref) => null);`,
    'of a class': `${props}export class Card extends React.Component<Props, {}> {}`,
    'of an export under another name': `${props}function Inner(props: Props) {}; export { Inner as default };`,
    'of a type that is an alias': `type Props = Readonly<{ title: string; onClose?(): void }>; export function Card(p: Props) {}`,
    'of a type that is written there': `export function Card({ title }: { title: string; onClose?: () => void }) {}`,
    'of a function that is cast': `${props}export default (function Card(p: Props) {}) as unknown;`,
  };
  for (const [form, text] of Object.entries(forms)) {
    it(form, async () => assert.equal(await foundProps('src/Card.tsx', text), both));
  }

  it('are those of the component that is shown: the default, the one named like the file, the first', async () => {
    const some = 'export const helper = (x: { no: number }) => 1; export function Other(p: { other: 1 }) {}';
    const named = 'export function DataTable(p: { table: 1 }) {}';
    assert.equal(await foundProps('a/data-table.tsx', `${some} ${named}`), 'table: 1');
    assert.equal(await foundProps('a/page.tsx', `${some} ${named}`), 'other: 1');
    const whole = `${some} ${named.replace('{}', '{ return <main><Other other={1} /></main>; }')}`;
    assert.equal(await foundProps('a/page.tsx', whole), 'table: 1', 'rather than a part of it');
    assert.equal(
      await foundProps('a/data-table.tsx', `${some} ${named} export default (p: { main: 1 }) => null`),
      'main: 1',
    );
    const hidden = 'function First(p: { a: 1 }) {} function Last(p: { b: 1 }) {}';
    assert.equal(await foundProps('a/page.tsx', hidden), null);
    const { fields } = await componentProps('react', 'a/page.tsx', hidden, 'Last', async () => null);
    assert.equal(writtenFields(fields), 'b: 1');
  });

  it('have the defaults that the component gives them', async () => {
    const text = `const none = ['a', 'b'];
      type P = { title: string; rows: string[]; size?: number; wide?: boolean };
      export default function Card({ title = 'Orders', rows = none, size = -3, wide }: P) {}
      Card.defaultProps = { wide: true };`;
    assert.equal(
      await foundProps('Card.tsx', text),
      'title?: string = "Orders"; rows?: string[] = ["a","b"]; size?: number = -3; wide?: boolean = true',
    );
  });

  it('are read from PropTypes', async () => {
    const text = `export default function Card(props) {}
      Card.propTypes = {
        name: PropTypes.string.isRequired,
        tags: PropTypes.arrayOf(PropTypes.shape({ id: PropTypes.number.isRequired, on: PropTypes.instanceOf(Date) })),
        size: PropTypes.oneOf(['s', 'm']), either: PropTypes.oneOfType([PropTypes.string, PropTypes.bool]),
        by: PropTypes.objectOf(PropTypes.number), onPick: PropTypes.func, children: PropTypes.node,
      };`;
    assert.equal(
      await foundProps('Card.jsx', text),
      'name: string; tags?: { id: number; on?: date }[]; size?: "s" | "m"; either?: string | boolean; by?: record<number>; onPick?: () => void; children?: text',
    );
  });

  it('are read from comments', async () => {
    const whole = '/** @param {{ rows: { id: number }[], title?: string }} props */\nexport function Card({ rows }) {}';
    assert.equal(await foundProps('Card.jsx', whole), 'rows: { id: number }[]; title?: string');
    const single = `/**
       * @param {object} props
       * @param {string} props.title - Its title
       * @param {number} [props.size]
       */
      export default function Card(props) {}`;
    assert.equal(await foundProps('Card.jsx', single), 'title: string; size?: number');
    const named =
      '/** @typedef {{ id: number }} Row */\n/** @type {React.FC<{ rows: Row[] }>} */\nexport const Card = ({ rows }) => null;';
    assert.equal(await foundProps('Card.jsx', named), 'rows: { id: number }[]');
  });

  it('are guessed by their names, defaults and use where nothing is written', async () => {
    const text = `export default function Card({ title, users, onPick, isOpen, count, size = 10, options = { dense: true } }) {
      return users.map((user) => <li key={user.id}>{user.name.trim()} {user.email}</li>) }`;
    assert.equal(
      await foundProps('Card.jsx', text),
      'title: string; users: { id: string; name: string; email: string }[]; onPick: () => void; isOpen: boolean; count: number; size?: number = 10; options?: { dense: boolean } = {"dense":true}',
    );
  });

  it('are none where it takes none, and unknown where nothing can be said', async () => {
    assert.equal(await foundProps('Card.tsx', 'export default function Card() {}'), null);
    assert.equal(await foundProps('Card.tsx', 'const x = 1'), null);
    assert.equal(await foundProps('Card.tsx', ''), null);
    assert.equal(await foundProps('Card.tsx', 'export default function Card(props) {}'), '');
    assert.equal(
      await foundProps('Card.tsx', `import { P } from 'somewhere'; export default function Card(p: P) {}`),
      '',
    );
  });

  it('are found in every text on the way to a whole one, without a fault', async () => {
    const text = `import type { Row } from './row';\ntype Props<T> = { rows: T[]; at: Map<string, Date>; kind: 'a' | 'b' };
      export default function Card<T extends Row = Row>({ rows = [], kind = 'a' }: Props<T>) { return <b>{rows.map((row) => row.id)}</b>; }`;
    for (let end = 0; end <= text.length; end += 1) await foundProps('src/Card.tsx', text.slice(0, end));
    assert.equal(
      await foundProps('src/Card.tsx', text, { 'src/row.ts': 'export interface Row { id: number }' }),
      'rows?: { id: number }[] = []; at: map<date>; kind?: "a" | "b" = "a"',
    );
  });
});
