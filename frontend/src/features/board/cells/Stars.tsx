interface Props {
  count: number;
  most: number;
}

const STAR = "M10 1.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8L1.6 7.7l5.8-.8z";

export function Stars({ count, most }: Props) {
  return (
    <span className="stars" role="img" aria-label={`${count} / ${most}`}>
      {Array.from({ length: most }, (_, index) => index + 1).map((number) => (
        <svg
          key={number}
          className={number <= count ? "star-mark star-full" : "star-mark"}
          viewBox="0 0 20 20"
          width="16"
          height="16"
          aria-hidden="true"
        >
          <path d={STAR} />
        </svg>
      ))}
    </span>
  );
}
