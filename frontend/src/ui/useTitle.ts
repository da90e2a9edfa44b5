import { useEffect } from "react";
import { texts } from "../texts";

/** What the browser's tab says while the page is shown. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} – ${texts.product}` : texts.product;
    return () => {
      document.title = texts.product;
    };
  }, [title]);
}
