// Any number out of a list: a button that says what is chosen, and opens the list.

import { DropdownChevronDown } from "@vibe/icons";
import { useRef, useState } from "react";
import { texts } from "../../texts";
import { Face } from "../../ui/Face";
import { Pick } from "../../ui/Pick";
import { Popover } from "../../ui/popover";
import type { Option } from "./operands";
import type { Rule } from "./query";

type Values = Rule["compare_value"];

interface Props {
  options: Option[];
  chosen: Values;
  onChange: (chosen: Values) => void;
}

/** Longer lists are searched. */
const SEARCHED_FROM = 9;
const SHOWN = 60;

export function PicksField({ options, chosen, onChange }: Props) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const isIn = (option: Option) => chosen.some((value) => isMeant(value, option));
  const known = options.filter(isIn);
  const unknown = chosen.filter((value) => !options.some((option) => isMeant(value, option)));
  const called = [...known.map(({ text }) => text), ...unknown.map((value) => String(value ?? ""))];
  const toggle = (option: Option) =>
    onChange(
      isIn(option) ? chosen.filter((value) => !isMeant(value, option)) : [...chosen, option.value],
    );
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="select rule-picks"
        aria-label={`${texts.views.value}: ${called.join(", ") || texts.views.choose}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className="rule-picked">
          {known.map(({ value, text, color }, index) => (
            <span key={value} className="rule-pick">
              {color && <span className="dot" style={{ background: color }} />}
              {text}
              {!color && index < called.length - 1 && ","}
            </span>
          ))}
          {unknown.length > 0 && <span className="rule-pick">{unknown.join(", ")}</span>}
          {called.length === 0 && <span className="quiet">{texts.views.choose}</span>}
        </span>
        <DropdownChevronDown size="16" aria-hidden />
      </button>
      {isOpen && (
        <Popover anchor={anchor.current} label={texts.views.value} onClose={() => setIsOpen(false)}>
          <Choices options={options} isIn={isIn} onToggle={toggle} />
        </Popover>
      )}
    </>
  );
}

interface ChoicesProps {
  options: Option[];
  isIn: (option: Option) => boolean;
  onToggle: (option: Option) => void;
}

function Choices({ options, isIn, onToggle }: ChoicesProps) {
  const [wanted, setWanted] = useState("");
  // Who is chosen when the list opens stands on top of it, and stays there.
  const [first] = useState(() => new Set(options.filter(isIn).map(({ value }) => value)));
  const text = wanted.trim().toLocaleLowerCase();
  const found = options
    .filter((one) => one.text.toLocaleLowerCase().includes(text))
    .toSorted((one, other) => Number(first.has(other.value)) - Number(first.has(one.value)));
  return (
    <>
      {options.length >= SEARCHED_FROM && (
        <input
          className="select rule-find"
          aria-label={texts.views.find}
          placeholder={texts.views.find}
          value={wanted}
          maxLength={255}
          onChange={(event) => setWanted(event.target.value)}
          onKeyDown={(event) => {
            const [match] = found;
            if (event.key !== "Enter" || !text || !match) return;
            event.preventDefault();
            onToggle(match);
            setWanted("");
          }}
        />
      )}
      <div className="picks rule-options">
        {found.slice(0, SHOWN).map((option) => (
          <Pick key={option.value} isOn={isIn(option)} onToggle={() => onToggle(option)}>
            {option.color && <span className="swatch" style={{ background: option.color }} />}
            {option.hasFace && <Face name={option.text} />}
            {option.text}
          </Pick>
        ))}
        {found.length === 0 && <p className="quiet menu-note">{texts.views.noneFound}</p>}
        {found.length > SHOWN && (
          <p className="quiet menu-note">{texts.cells.further(found.length - SHOWN)}</p>
        )}
      </div>
    </>
  );
}

/** Scripts name people by their ids alone. */
const isMeant = (value: Values[number], option: Option): boolean =>
  [String(option.value), String(option.value).replace(/^person-/, "")].includes(String(value));
