import { redirect } from "react-router";
import { ask, GET } from "../../api/client";

/** `/projects/{id}`, where a pulse stood in the old product, leads to where it stands now. */
export async function toPulse({ params }: { params: { pulseId?: string } }) {
  const id = Number(params.pulseId);
  if (!Number.isSafeInteger(id)) throw redirect("/nothing-here");
  const found = await ask(GET("/pulses/{pulse_id}", { params: { path: { pulse_id: id } } })).catch(
    () => undefined,
  );
  throw redirect(found ? `/boards/${found.board_id}/pulses/${id}` : "/nothing-here");
}
