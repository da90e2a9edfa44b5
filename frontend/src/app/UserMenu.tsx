import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { ask, POST, whenSignedOut } from "../api/client";
import { type Me, queryClient } from "../api/queries";
import { texts } from "../texts";
import { Face } from "../ui/Face";
import { Popover } from "../ui/popover";
import { useTheme } from "../ui/theme";
import { sayError } from "../ui/toasts";

export function UserMenu({ me }: { me: Me }) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [theme, setTheme] = useTheme();
  const navigate = useNavigate();

  async function signOut() {
    try {
      await ask(POST("/sign-out"));
    } catch (error) {
      sayError(error);
      return;
    }
    // What else learns of it must not lead back to here after the next sign-in.
    whenSignedOut(undefined);
    queryClient.clear();
    location.assign("/sign-in");
  }

  function go(path: string) {
    setIsOpen(false);
    navigate(path);
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className="bar-me"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={me.user.name}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Face name={me.user.name} size={30} />
      </button>
      {isOpen && (
        <Popover anchor={button.current} label={me.user.name} onClose={() => setIsOpen(false)}>
          <p className="menu-who">
            <b>{me.user.name}</b>
            <span className="quiet">{me.user.email}</span>
          </p>
          <button type="button" className="menu-item" onClick={() => go("/profile/api")}>
            {texts.frame.profile}
          </button>
          <button
            type="button"
            className="menu-item"
            onClick={() => setTheme(theme === "dark" ? "light" : "dark")}
          >
            {theme === "dark" ? texts.frame.light : texts.frame.dark}
          </button>
          <a className="menu-item" href="/developers">
            {texts.frame.developers}
          </a>
          <button type="button" className="menu-item" onClick={() => void signOut()}>
            {texts.frame.signOut}
          </button>
        </Popover>
      )}
    </>
  );
}
