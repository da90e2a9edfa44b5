// The help page. In its texts `code`, **strong** and [links](/to) are marked so.

import { start } from "./start";

const grouped = (count: number) => count.toLocaleString();

interface Limits {
  plan: string;
  per_minute: number;
  per_day: number | null;
}

export const help = {
  title: "Help",
  apiQuestion: "Does Lundi have an API?",
  yes: "Yes: a REST API. All that stands on a board can be read and changed by your own programs. The [Developers page](/developers) lists every action, and lets you try each of them in the browser with your own token.",

  tokens: {
    title: "Which token for what",
    heads: ["Token", "Reaches", "For", "Where it is"],
    rows: [
      [
        "Personal",
        "What you see yourself, your shareable and private boards too. It acts in your name.",
        "Your own scripts, and whatever shall reach a private or shareable board",
        "[Your profile, under API](/profile/api)",
      ],
      [
        "Company",
        "All main boards, and nothing on shareable and private ones. It is nobody’s own, so some actions ask who acts.",
        "Programs that serve the whole company, whoever leaves it",
        "[Admin, under API](/admin/api); only admins see it",
      ],
    ],
    care: "Whoever has a token can do all that it reaches. If one got into wrong hands, press **Rotate** beside it: the old one stops at once.",
  },

  example: {
    title: "An example: update a pulse",
    steps: [
      "**Find the pulse’s id.** Open the pulse: its id stands at its top, with a button that copies it. It is also the number at the end of its address: in `/boards/12/pulses/345` the pulse is 345, and its board is 12.",
      "**Open the action.** On the [Developers page](/developers), under Pulses, open Put `/pulses/{id}.json`, “Update a pulse’s attributes”. While you are signed in, your personal token is filled in already.",
      "**Try it.** Press “Try it out”, write 345 into `id` and the new title into `name`, and press “Execute”.",
      "**Read the answer.** 200 and the pulse with its new name: it is done, and everybody who has the board open sees it. 404 means that there is no such pulse, or that the token doesn’t reach its board.",
    ],
    terminal: "The same from a terminal:",
    curl: (origin: string) =>
      `curl -X PUT "${origin}/v1/pulses/345.json" \\
  -H "Authorization: YOUR_TOKEN" \\
  --data-urlencode "name=Order two cakes"`,
    answer: "It answers the pulse, such as",
    json: (origin: string) =>
      `{"url": "${origin}/boards/12/pulses/345", "id": 345, "name": "Order two cakes", ...}`,
  },

  limits: {
    title: "How many requests may pass",
    own: ({ plan, per_minute, per_day }: Limits) =>
      `Your company’s plan, ${start.plans[plan as keyof typeof start.plans] ?? plan}, allows **${grouped(per_minute)} requests a minute**${
        per_day === null ? "" : ` and **${grouped(per_day)} a day**`
      }.`,
    rules:
      "All tokens of the company are counted together; what you do in this app isn’t counted. Over the limit the API answers 429, and `Retry-After` says for how many seconds to wait.",
    admin: "Admins see how much is used in [Admin, under Usage](/admin/usage).",
  },

  answers: [
    {
      title: "How do I see only some of the pulses?",
      text: "Press **Filter** over the board and add rules: each names a column, a condition and what to compare with. Rules are joined by and / or, and a group of rules counts as one. **Sort** takes several columns. All of that is yours alone. To keep it for everybody, press the plus beside “Main table” and give it a name: it becomes a view of the board, with an address of its own.",
    },
    {
      title: "How do I take something back?",
      text: "Press **Undo** in the message at the foot of the page, or Ctrl+Z (⌘Z on a Mac), while no text is being typed. Again and again, it takes back one change after the other, until the page is reloaded.",
    },
    {
      title: "Where is what was deleted or archived?",
      text: "In the [recycle bin](/recycle-bin). Press **Restore** there, and it is back where it was. Deleted pulses are removed for good after 30 days; what was archived stays. A deleted column comes back with Undo alone.",
    },
    {
      title: "Where do I see what others wrote to me?",
      text: "In the [inbox](/inbox): what is new on the pulses and boards that you subscribe to, and where somebody mentioned you with @.",
    },
    {
      title: "I forgot my password",
      text: "Press “Forgot your password?” on the sign-in page. If this server sends no mail, an admin makes you a link in [Admin, under Users](/admin/users).",
    },
  ],

  keys: {
    title: "Keys on a board",
    heads: ["Press", "to"],
    rows: [
      [["↑", "↓", "←", "→"], "go from cell to cell; with Shift, mark several"],
      [["Tab", "Shift+Tab"], "go to the next cell, or back"],
      [["Enter"], "edit the cell"],
      [["any letter or number"], "edit the cell, starting with what you type"],
      [["Esc"], "leave the cell as it was; outside of one, clear the selection"],
      [["Delete"], "clear the marked cells"],
      [["Space"], "select the pulse, on its name"],
      [["Shift+Enter"], "open the pulse"],
      [["Alt+↑", "Alt+↓"], "move the pulse or subitem up or down"],
      [["Alt+→", "Alt+←"], "show the pulse’s subitems, or hide them; add the first one"],
      [["Ctrl+C", "Ctrl+V"], "copy and paste cells, to and from spreadsheets too"],
      [["Ctrl+A"], "mark all cells"],
      [["Ctrl+Z"], "take the last change back"],
    ],
    mac: "On a Mac, ⌘ takes the place of Ctrl.",
  },
} as const;
