// Queries to start from, with variables that are about the reader's own board.

import type { Scene } from "./scene";

export interface Example {
  name: string;
  /** It changes the board. */
  changes?: true;
  query: string;
  variables?: (scene: Scene) => Record<string, unknown>;
}

/** In the place of ids where the reader has none yet. */
export const NOWHERE: Scene = {
  board: "0",
  boardName: "",
  group: "topics",
  item: "0",
  itemName: "",
  values: { text: "Written by the API" },
};

export const EXAMPLES: Example[] = [
  {
    name: "My boards",
    query: `query MyBoards {
  me {
    name
  }
  boards(limit: 10, order_by: used_at) {
    id
    name
    board_kind
    items_count
    workspace {
      name
    }
    columns {
      id
      title
      type
    }
  }
}
`,
  },
  {
    name: "Items of a board",
    query: `query Items($board: ID!) {
  boards(ids: [$board]) {
    name
    items_page(limit: 25) {
      cursor
      items {
        id
        name
        group {
          title
        }
        column_values {
          id
          type
          text
        }
      }
    }
  }
}
`,
    variables: ({ board }) => ({ board }),
  },
  {
    name: "Items that match",
    query: `# The cursor leads on, with next_items_page(cursor: …): the rules are given once.
query ItemsThatMatch($board: ID!, $which: ItemsQuery) {
  boards(ids: [$board]) {
    items_page(limit: 25, query_params: $which) {
      cursor
      items {
        id
        name
        column_values {
          id
          text
        }
      }
    }
  }
}
`,
    variables: ({ board, itemName }) => ({
      board,
      which: {
        rules: [
          {
            column_id: "name",
            compare_value: [itemName.split(" ")[0]],
            operator: "contains_text",
          },
        ],
        order_by: [{ column_id: "name", direction: "asc" }],
      },
    }),
  },
  {
    name: "Create an item",
    changes: true,
    query: `mutation CreateItem($board: ID!, $group: String, $name: String!, $values: JSON) {
  create_item(board_id: $board, group_id: $group, item_name: $name, column_values: $values) {
    id
    name
    url
    column_values {
      id
      text
    }
  }
}
`,
    variables: ({ board, group, values }) => ({
      board,
      group,
      name: "Made by the API",
      values: JSON.stringify(values),
    }),
  },
  {
    name: "Change values",
    changes: true,
    query: `# The values are JSON in a text, one entry for each column.
mutation ChangeValues($board: ID!, $item: ID!, $values: JSON!) {
  change_multiple_column_values(board_id: $board, item_id: $item, column_values: $values) {
    id
    name
    column_values {
      id
      text
      value
    }
  }
}
`,
    variables: ({ board, item, values }) => ({ board, item, values: JSON.stringify(values) }),
  },
  {
    name: "Write an update",
    changes: true,
    query: `mutation WriteUpdate($item: ID!, $body: String!) {
  create_update(item_id: $item, body: $body) {
    id
    text_body
    created_at
  }
}
`,
    variables: ({ item }) => ({ item, body: "Said by the API." }),
  },
  {
    name: "What a query costs",
    query: `query Cost {
  complexity {
    query
    before
    after
    reset_in_x_seconds
  }
  version {
    value
    kind
  }
  boards(limit: 5) {
    name
    items_page(limit: 100) {
      items {
        name
      }
    }
  }
}
`,
  },
];
