/** The answer to a write that may wait for a second person: where its request is, when it does. */
import { API_BASE } from "../../contracts/operation.ts";

export const presentLocation = ({ idApprovazione }: { readonly idApprovazione?: string }): Readonly<Record<string, string>> =>
  idApprovazione === undefined ? {} : { location: `${API_BASE.backoffice}/approvazioni/${idApprovazione}` };
