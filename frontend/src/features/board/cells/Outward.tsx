// What leads out of the app; a click beside its words edits the cell.

interface Props {
  href: string;
  text: string;
  isInButton: boolean;
}

export function Outward({ href, text, isInButton }: Props) {
  if (isInButton) return <span className="cell-text">{text}</span>;
  const isPage = /^https?:/i.test(href);
  return (
    <a
      className="cell-link"
      href={href}
      tabIndex={-1}
      title={href.replace(/^(mailto|tel):/, "")}
      {...(isPage ? { target: "_blank", rel: "noopener noreferrer" } : {})}
      onClick={(event) => event.stopPropagation()}
    >
      {text}
    </a>
  );
}
