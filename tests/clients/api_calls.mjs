// Every public method of npm's `@mondaydotcomorg/api`, called and read back.
import { readFileSync } from 'node:fs';
import api from '@mondaydotcomorg/api';

const { LUNDI_URL, LUNDI_TOKEN, LUNDI_FILE } = process.env;
const client = new api.ApiClient({ token: LUNDI_TOKEN, endpoint: `${LUNDI_URL}/v2` });
const names = [
  'request',
  'rawRequest',
  ...Object.keys(client.operations).map((name) => `operations.${name}`),
];
const called = new Set();
const wrong = {};

async function ask(query, variables = {}) {
  const answer = await fetch(`${LUNDI_URL}/v2`, {
    method: 'POST',
    headers: { Authorization: LUNDI_TOKEN, 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const told = await answer.json();
  if (told.errors) throw new Error(JSON.stringify(told.errors));
  return told.data;
}

async function call(name, call, check) {
  called.add(name);
  try {
    const answer = await call();
    if (!(await check(answer))) wrong[name] ??= `It had no effect: ${JSON.stringify(answer)}`;
    return answer;
  } catch (error) {
    wrong[name] ??= String(error).slice(0, 600);
    return undefined;
  }
}

const made = await call(
  'request',
  () =>
    client.request('mutation ($name: String!) {create_board(board_name: $name, board_kind: public) {id}}', {
      name: 'From npm',
    }),
  async (answer) =>
    (await ask('query ($b: [ID!]) {boards(ids: $b) {name}}', { b: [answer.create_board.id] })).boards[0]
      .name === 'From npm',
);
const boardId = made.create_board.id;
for (const [id, type] of [
  ['words', 'text'],
  ['state', 'status'],
  ['files', 'file'],
]) {
  await ask(
    'mutation ($b: ID!, $id: String, $t: ColumnType!) {create_column(board_id: $b, title: "C", id: $id, column_type: $t) {id}}',
    { b: boardId, id, t: type },
  );
}
const { operations } = client;
const textOf = async (item, column) =>
  (await ask(`query ($i: [ID!]) {items(ids: $i) {column_values(ids: ["${column}"]) {text}}}`, { i: [item] }))
    .items[0].column_values[0].text;

await call('rawRequest', () => client.rawRequest('{me {id}}'), (answer) => answer.data.me.id && answer.extensions.request_id);
await call('operations.getMeOp', () => operations.getMeOp(), (answer) => answer.me.id);
const item = await call(
  'operations.createItemOp',
  () =>
    operations.createItemOp({
      boardId,
      groupId: 'topics',
      itemName: 'An item',
    }),
  async (answer) => (await textOf(answer.create_item.id, 'words')) === '',
);
const itemId = item.create_item.id;
await call(
  'operations.changeColumnValueOp',
  () => operations.changeColumnValueOp({ boardId, itemId, columnId: 'state', value: JSON.stringify({ label: 'Done' }) }),
  async () => (await textOf(itemId, 'state')) === 'Done',
);
await call(
  'operations.changeSimpleColumnValueOp',
  () => operations.changeSimpleColumnValueOp({ boardId, itemId, columnId: 'words', value: 'simple' }),
  async () => (await textOf(itemId, 'words')) === 'simple',
);
await call(
  'operations.changeMultipleColumnValuesOp',
  () => operations.changeMultipleColumnValuesOp({ boardId, itemId, columnValues: JSON.stringify({ words: 'many' }) }),
  async () => (await textOf(itemId, 'words')) === 'many',
);
await call(
  'operations.getBoardItemsOp',
  () => operations.getBoardItemsOp({ ids: [boardId] }),
  (answer) => answer.boards[0].items_page.items.some((one) => one.id === itemId),
);
await call(
  'operations.getBoardGroupsOp',
  () => operations.getBoardGroupsOp({ ids: [boardId] }),
  (answer) => answer.boards[0].groups[0].id === 'topics',
);
// A file among the variables goes as multipart, to the same address.
await call(
  'request',
  () =>
    client.request(
      'mutation ($file: File!, $item: ID!) {add_file_to_column(file: $file, item_id: $item, column_id: "files") {id name}}',
      { file: new File([readFileSync(LUNDI_FILE)], 'note.txt', { type: 'text/plain' }), item: itemId },
    ),
  async (answer) => answer.add_file_to_column.name === 'note.txt',
);
for (const version of ['2024-10', '2025-07']) {
  await call(
    'request',
    () => client.request('{version {value}}', undefined, { versionOverride: version }),
    (answer) => answer.version.value === version,
  );
}
console.log(JSON.stringify({ never_called: names.filter((name) => !called.has(name)), wrong }));
