import { texts } from "../../texts";
import "../../ui/table.css";

const { keys } = texts.help;

export function Keys() {
  return (
    <section>
      <h2>{keys.title}</h2>
      <table className="table" aria-label={keys.title}>
        <thead>
          <tr>
            {keys.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.rows.map(([pressed, effect]) => (
            <tr key={effect}>
              <th scope="row">
                {pressed.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{effect}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{keys.mac}</p>
    </section>
  );
}
