import { beforeEach, expect, test, vi } from "vitest";
import { type Answer, EVERYTHING, Finder } from "./finder";

let asked: string[];
let told: Answer[];
let answers: ((ids: number[]) => void)[];

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  told = [];
  answers = [];
});

const finder = () =>
  new Finder(
    (question) => {
      asked.push(question);
      return new Promise((answer) => answers.push(answer));
    },
    (answer) => told.push(answer),
  );
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const answer = async (...ids: number[]) => {
  answers.shift()?.(ids);
  await pass(0);
};

test("nothing is asked where everything is shown", async () => {
  const one = finder();
  one.ask(undefined);
  one.askAgain();
  await pass(1000);
  expect(asked).toEqual([]);
  expect(told).toEqual([EVERYTHING]);
});

test("the first question is asked at once, the next ones when typing stops", async () => {
  const one = finder();
  one.ask("a");
  await pass(0);
  expect(asked).toEqual(["a"]);
  one.ask("ab");
  await pass(100);
  one.ask("abc");
  await pass(149);
  expect(asked).toEqual(["a"]);
  await pass(1);
  expect(asked).toEqual(["a", "abc"]);
});

test("an answer to a former question is not told", async () => {
  const one = finder();
  one.ask("a");
  await pass(0);
  one.ask("b");
  await pass(150);
  await answer(1);
  expect(told).toEqual([]);
  await answer(2);
  expect(told).toEqual([{ asked: "b", ids: [2] }]);
});

test("rows that change without end are asked about all the same, one question at a time", async () => {
  const one = finder();
  one.ask("a");
  await pass(0);
  await answer(1);
  for (let change = 0; change < 10; change += 1) {
    one.askAgain();
    await pass(50);
  }
  expect(asked).toEqual(["a", "a"]);
  await answer(2);
  await pass(150);
  expect(asked).toEqual(["a", "a", "a"]);
  await answer(3);
  expect(told.map(({ ids }) => ids)).toEqual([[1], [2], [3]]);
  await pass(1000);
  expect(asked).toHaveLength(3);
});

test("what goes wrong is told with its reason", async () => {
  const reason = new Error("no such column");
  const one = new Finder(
    () => Promise.reject(reason),
    (given) => told.push(given),
  );
  one.ask("a");
  await pass(0);
  expect(told).toEqual([{ asked: "a", ids: undefined, error: reason }]);
});
