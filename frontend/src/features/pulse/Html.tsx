/** HTML that the server has sanitised, as it does with all that it lets in. */
export function Html({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see above.
  return <div className="update-body" dangerouslySetInnerHTML={{ __html: html }} />;
}
