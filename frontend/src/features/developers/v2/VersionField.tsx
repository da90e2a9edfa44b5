// In which version the queries are answered; which there are, the API itself tells.

import { useEffect, useState } from "react";
import { ask } from "./asking";

interface Version {
  value: string;
  display_name: string;
}

interface Props {
  token: string;
  version: string;
  onChange: (version: string) => void;
}

export function VersionField({ token, version, onChange }: Props) {
  const [versions, setVersions] = useState<Version[]>([]);
  useEffect(() => {
    if (token) void findVersions(token).then(setVersions);
  }, [token]);
  return (
    <label className="version">
      API-Version
      <select value={version} onChange={(event) => onChange(event.target.value)}>
        <option value="">none: the newest</option>
        {versions.map(({ value, display_name }) => (
          <option key={value} value={value}>
            {display_name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The newest first. */
async function findVersions(token: string): Promise<Version[]> {
  try {
    const { data } = await ask(token, "", { query: "{versions {value display_name}}" });
    return ((data as { versions?: Version[] } | undefined)?.versions ?? []).toReversed();
  } catch {
    return [];
  }
}
